"""Under the cards: what all other places lose or gain, on one line until it is opened.

It takes no room while the window is about all places. Floor: views.
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from planner.ensemble.projection import Request
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.cards import Card
from planner.studies.parts.reference import BASELINE
from ui.engine.shown_run import ShownRun
from ui.views.area_choice import AreaChoice
from ui.widgets.cards.sentences import Sentences
from ui.wording.figures.others import each_of_others, others_levels, others_line, others_requests

_INDENT = 11


class OthersLine(Sentences):
    """Follows the places, the run and the year."""

    def __init__(self, areas: AreaChoice, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._areas = areas
        self._outcomes: tuple[str, ...] = ()
        self._run: ShownRun | None = None
        self._year = 0
        self.setContentsMargins(_INDENT, 0, 0, 0)
        self.setAccessibleName(translate("Others", "Other places"))
        areas.changed.connect(self._tell)
        self._tell()

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Tell of what the cards are about, where it is known by place."""
        self._outcomes = tuple(card.outcome for card in cards)
        self._tell()

    def requests(self) -> tuple[Request, ...]:
        """Return the differences that are told."""
        return others_requests(self._areas.chosen, self._outcomes)

    def levels(self) -> tuple[Request, ...]:
        """Return the levels that these differ from, and the differences of each place."""
        areas = self._areas.chosen
        return (*others_levels(areas, self._outcomes), *each_of_others(areas))

    def show_run(self, run: ShownRun) -> None:
        """Tell of a run."""
        self._run = run
        self._tell()

    def show_year(self, year: int) -> None:
        """Tell of December of a year."""
        self._year = year
        self._tell()

    def _tell(self) -> None:
        chosen = self._areas.chosen
        is_shown = bool(chosen) and (self._run is None or not self._run.is_baseline)
        self.setHidden(not is_shown)
        if is_shown:
            run, style = self._run, numerals()
            projection = None if run is None else run.projection
            reference = BASELINE if run is None else run.reference_of(run.projection)
            told = self._outcomes
            line = others_line(
                projection, chosen, self._year, style, reference, told, by_place=True
            )
            self.show_text(line, moving=run is not None and not run.is_whole)
