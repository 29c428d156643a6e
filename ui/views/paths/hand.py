"""What a hand does to a path in the drawer: each act is one edit of the document, or one sentence.

It knows whose path it is and the document, no widget of the drawer; what is refused is told by
`refused`, an empty sentence once that no longer holds. Floor: views.
"""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import QObject, Signal

from planner.facts.measured import last_measured
from planner.model.path_edits import (
    filled,
    pasted,
    with_date,
    with_date_added,
    with_knot,
    with_value,
    without,
)
from planner.model.paths import LeverPath, PathError, constant_path
from planner.model.ready_paths import frozen, plan_of, ramp, tilted
from planner.model.scenario import Scenario, ScenarioError
from planner.storage.sentences.catalog import translate
from ui.documents import row_edits
from ui.documents.current import Edited
from ui.documents.path_edits import back_to_published, change_path
from ui.items.path_knots import FROM
from ui.wording.paths.knots import PathPage, as_columns, number_of, path_page
from ui.wording.paths.subject import PathSubject
from ui.wording.paths.typed import Refused, date_for, knots_pasted, no_path, value_typed

_VOUCHERS: Final = "voucher_budget"


class PathHand(QObject):
    """Edits one path of a document."""

    refused = Signal(str)

    def __init__(self, document: Edited, subject: PathSubject, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._subject = subject
        self._held: Scenario | None = None

    @property
    def page(self) -> PathPage:
        """The path as it is now."""
        return path_page(self._subject, self._document.scenario)

    @property
    def past(self) -> float:
        """Until when it is past: anything measured is older."""
        return last_measured()

    @property
    def next_year(self) -> float:
        """The first 1 January that is still ahead."""
        return float(ceil(self.past))

    def mark_of(self, path: LeverPath) -> tuple[float, str] | None:
        """Return where a budget of vouchers ends, and what is said there."""
        if self._subject.lever.key != _VOUCHERS or path.values[-1] or len(path.knots) == 1:
            return None
        last = max((p for p, value in enumerate(path.values) if value), default=None)
        if last is None:
            return None
        return path.dates[last + 1], translate("Path", "vouchers end")

    def place_after(self, before: LeverPath, now: LeverPath, place: int) -> int:
        """Return which knot to choose once some came or went: a new one, else one as near."""
        new = [number for number, knot in enumerate(now.knots) if knot not in before.knots]
        if len(now.knots) > len(before.knots) and new:
            return new[0]
        return min(place, len(now.knots) - 1)

    def place_in_force(self, path: LeverPath) -> int:
        """Return the knot whose value holds when the next year begins."""
        return max((p for p, date in enumerate(path.dates) if date <= self.next_year), default=0)

    def why_not(self, row: int, column: int, text: str) -> str:
        """Return why a text cannot stand in a cell, as a sentence; empty where it can."""
        try:
            self._typed(row, column, text)
        except Refused as refusal:
            return str(refusal)
        return ""

    def take_typed(self, row: int, column: int, text: str) -> None:
        """Take what was typed into a cell."""
        self._do(lambda: self._typed(row, column, text))

    def drag(self, place: int, date: float, value: float) -> None:
        """Move a knot; a run of moves is one step once it is settled."""
        self._held = self._held or self._document.scenario
        path = self.page.path
        knots = list(path.knots)
        knots[place] = (date, value)
        self._do(lambda: path.with_knots(knots), final=False)

    def forget(self) -> None:
        """Let go of what was held: another document is on screen."""
        self._held = None

    def settle(self) -> None:
        """End the step that is open."""
        self._held = None
        row_edits.settle(self._document)

    def add(self, date: float, value: float) -> None:
        """Add a knot."""
        self._do(lambda: with_knot(self.page.path, date, value))

    def remove(self, places: tuple[int, ...]) -> None:
        """Remove some knots; the last one stays."""
        if places and len(self.page.path.knots) > 1:
            self._do(lambda: without(self.page.path, places))

    def fill(self, places: tuple[int, ...]) -> None:
        """Fill some knots from the first, or make yearly ones of one."""
        over_time, last = self._subject.lever.over_time, self._document.scenario.last_year + 1.0
        if places:
            self._do(lambda: filled(self.page.path, over_time, places, last))

    def clear(self) -> None:
        """Remove all knots: the number of the slider holds for all years."""
        value = number_of(self._subject, self._document.scenario)
        if self._subject.lever is not self._subject.moved:
            value = self.page.path.values[-1]
        self._do(lambda: constant_path(value))

    def paste(self, text: str, places: tuple[int, ...]) -> None:
        """Take columns from the clipboard; values alone begin in the year of the chosen knot."""
        path = self.page.path
        year = ceil(path.dates[places[0]]) if places else ceil(path.dates[0])
        self._do(lambda: pasted(path, knots_pasted(self._subject, text, year)))

    def as_columns(self, places: tuple[int, ...]) -> str:
        """Return knots for a spreadsheet: several that are chosen, else all."""
        several = places if len(places) > 1 else ()
        return as_columns(self._subject, self.page.path, several)

    def make_ready(self, key: str, places: tuple[int, ...]) -> None:
        """Put a ready path in place of this one; a freeze is from the chosen knot on."""
        page, row = self.page, self._subject.row
        path, horizon = page.path, self._document.scenario.last_year + 1.0
        match key:
            case "published":
                self.put_back()
            case "ramp":
                self._do(lambda: ramp(row, path, page.published, self.next_year))
            case "freeze":
                date = path.dates[places[-1]] if places else self.next_year
                self._do(lambda: frozen(row, path, date))
            case _:
                stretch = plan_of(self._subject.moved, path, self.next_year, horizon)
                self._do(lambda: tilted(row, path, stretch, early=key == "early"))

    def put_back(self) -> None:
        """Put the published path back."""
        self.refused.emit("")
        back_to_published(self._document, self._subject)

    def move_whole(self, value: float, final: bool) -> None:
        """Move the whole path as the slider of its row does."""
        input_, scenario = self._subject.input_, self._document.scenario
        held = self._held or scenario
        self._held = None if final else held
        moved = row_edits.moved(scenario, input_, "central", value, held)
        row_edits.change(self._document, input_, moved, final=final)

    def _typed(self, row: int, column: int, text: str) -> LeverPath:
        """Return the path with what was typed in a cell. Raises Refused."""
        path, over_time = self.page.path, self._subject.lever.over_time
        if row >= len(path.knots):
            return with_date_added(path, over_time, date_for(path, None, text))
        if column == FROM:
            return with_date(path, row, date_for(path, row, text))
        return with_value(path, row, value_typed(self._subject, text))

    def _do(self, make: Callable[[], LeverPath], *, final: bool = True) -> None:
        """Change the path, or tell in one sentence why not; what there was stays."""
        try:
            path = make()
            held = None if final else self._held
            change_path(self._document, self._subject, path, final=final, held=held)
        except Refused as refusal:
            self.refused.emit(str(refusal))
        except PathError as error:
            self.refused.emit(no_path(error))
        except ScenarioError as error:
            self.refused.emit(str(error))
        else:
            self.refused.emit("")
