"""What is asked of money: how much of it, over which years, into what; sixth floor of planner."""

from dataclasses import dataclass, field
from typing import Final

from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from planner.studies.spending.instrument import (
    Instrument,
    SpendingError,
    all_instruments,
    check_amount,
)
from planner.studies.spending.spent import USUAL_YEARS, Years

AROUND: Final = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Parts and multiples of the amount that are tried, so that there is a next one."""
CUTS: Final = (1.0, 0.5)
"""Parts of what is spent today that are taken away, to tell what today's money is worth."""


@dataclass(frozen=True, slots=True)
class MoneyQuestion:
    """An amount in M CNY a year on top of what a scenario spends, in each instrument by itself.

    Effects are those in December of `year`. `worth` is the most that one more enterprise may cost,
    M CNY. Raises SpendingError for what is no amount.
    """

    scenario: Scenario
    year: int
    amount: float = 100.0
    years: Years = USUAL_YEARS
    among: tuple[Instrument, ...] = field(default_factory=all_instruments)
    worth: float = 100.0

    @property
    def place(self) -> str:
        """The place that all of it is about, as far as it is of places; empty where of several."""
        places = {each.place for each in self.among if each.place}
        return next(iter(places)) if len(places) == 1 else ""

    def __post_init__(self) -> None:
        """Refuse no money, and money that comes too late."""
        if not self.among:
            raise SpendingError(translate("Planner", "money goes into one use at least"))
        check_amount(self.amount)
        check_amount(self.worth)
        if self.years.first > self.year:
            raise SpendingError(
                translate(
                    "Planner", "money from {first} on changes nothing by the end of {year}"
                ).format(first=self.years.first, year=self.year)
            )
