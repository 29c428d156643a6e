"""The year of the window as a screen reader is told it. Floor: views."""

from collections.abc import Callable

from planner.model.scenario import FIRST_YEAR
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Quantity, Role


def told_year(year: int, last_year: int, choose: Callable[[int], None]) -> Accessible:
    """Return the slider of the year as it is told; `choose` is given what a screen reader sets."""

    def take(value: float) -> None:
        choose(round(value))

    return Accessible(
        translate("Center", "Year"),
        Role.Slider,
        value=translate("Center", "December {year}").format(year=year),
        description=translate("Center", "Cards, sentence and table tell the end of this year"),
        quantity=Quantity(year, FIRST_YEAR, max(last_year, year), 1, take),
    )
