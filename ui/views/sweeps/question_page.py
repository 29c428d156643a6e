"""A page of the window of a sweep that answers a question of its own, once it is looked at.

What it asks is worked out off the window's thread; what is asked anew while it is not seen waits.
Floor: views.
"""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.quantities.told.lists import as_sentence
from planner.storage.sentences.catalog import translate
from planner.sweep.reading.error import SweepError
from ui.charts.sweeps.shown import Painted
from ui.engine.studies import Studies
from ui.engine.study.thread import StudyWork
from ui.engine.sweeps.points import PointsFound
from ui.items.sweep_told import TableTold
from ui.style.theme import Theme
from ui.views.sweeps.table_buttons import TableButtons


class QuestionPage(QWidget):
    """Asks again when another number is shown.

    `progressed` carries the share that is done, `ended` a sentence or none, `failed` the trace of
    a fault, `chosen` the number of a point, `scenario_wanted` that it is to be a scenario,
    `copy_wanted` and `table_wanted` that the table is to be copied or saved.
    """

    progressed = Signal(float)
    ended = Signal(str)
    failed = Signal(str)
    chosen = Signal(int)
    scenario_wanted = Signal()
    copy_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, studies: Studies, name: str, *, has_rows: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.found: PointsFound | None = None
        self.needed = 1.0
        self.buttons = TableButtons(has_rows=has_rows)
        self.buttons.setEnabled(False)
        self.buttons.copy_wanted.connect(self.copy_wanted)
        self.buttons.table_wanted.connect(self.table_wanted)
        self._is_stale = False
        self._runner = studies.runner("long", self, SweepError)
        self._runner.computed.connect(self._on_computed)
        self._runner.progressed.connect(self.progressed)
        self._runner.refused.connect(self._on_refused)
        self._runner.failed.connect(self._on_failed)
        self._runner.stopped.connect(self._on_stopped)

    @property
    def picture(self) -> Painted | None:
        """The picture that can be saved, None for none."""
        return None

    @property
    def told(self) -> TableTold | None:
        """What the page tells as a table, None for nothing yet."""
        raise NotImplementedError

    def lines(self) -> Iterator[tuple[str, ...]]:
        """Yield the headings and rows of the table that are to be copied."""
        return iter(()) if self.told is None else self.told.lines()

    def show_found(self, found: PointsFound) -> None:
        """Answer for what points say of a number, now or once the page is seen."""
        self.found = found
        self.ask()

    def ask(self) -> None:
        """Ask what is to be asked now, once the page is seen."""
        self._is_stale = True
        self._advance()

    def need(self, share: float) -> None:
        """Tell how many futures are enough, as a share."""
        self.needed = share

    def choose(self, point: int) -> None:
        """Show which point is chosen, where the page shows points."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""

    def cancel(self) -> None:
        """End what is being worked out."""
        self._runner.cancel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._advance()

    def work(self) -> StudyWork | None:
        """Return what is to be worked out now, None for nothing."""
        raise NotImplementedError

    def show_result(self, result: object) -> None:
        """Show what was worked out."""
        raise NotImplementedError

    def _advance(self) -> None:
        if not self._is_stale or not self.isVisible() or self.found is None:
            return
        work = self.work()
        if work is not None:
            self._is_stale = False
            self.progressed.emit(0.0)
            self._runner.ask(work, cut=True)

    def _on_computed(self, result: object) -> None:
        self.show_result(result)
        self.buttons.setEnabled(self.told is not None)
        self.ended.emit("")

    def _on_refused(self, why: str) -> None:
        self.ended.emit(as_sentence(why))

    def _on_failed(self, trace: str) -> None:
        self.ended.emit(translate("Sweeps", "The sweep could not be read."))
        self.failed.emit(trace)

    def _on_stopped(self) -> None:
        self._is_stale = True
        self.ended.emit(translate("Sweeps", "Reading was canceled; “Read again” begins anew."))
