"""Opens the page that holds the model against history, and fills it off the GUI thread.

The scenario tested is the one on screen without its levers: history has had its own. What the page
is made of is loaded when it is first opened: a window starts sooner.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.model.scenario import baseline_under
from ui.controllers.appearance import kept_choice, theme_of
from ui.documents.current import Current
from ui.engine.jobs import Lane
from ui.process.state.settings import Settings

if TYPE_CHECKING:
    from planner.studies.backtest import Backtest
    from ui.views.dialogs.history_page import HistoryPage


class History(QObject):
    """Opens the page, one at a time, and fills it when the run is done."""

    def __init__(self, window: QWidget, current: Current, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._settings = settings
        self._lane = Lane(self)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self.page: HistoryPage | None = None
        self._ticket = 0

    def show(self) -> None:
        """Open the page on the scenario at hand, in place of one that is open."""
        from planner.studies.backtest import backtesting
        from ui.views.dialogs.history_page import HistoryPage

        if self.page is not None:
            self.page.close()
        self.page = HistoryPage(theme_of(kept_choice(self._settings)), self._window)
        self.page.finished.connect(self._on_closed)
        scenario = baseline_under(self._current.scenario)
        self._ticket = self._lane.start(partial(backtesting, scenario))
        self.page.show()

    def request_stop(self) -> None:
        """Begin nothing any more."""
        self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def _on_done(self, ticket: int, found: "Backtest") -> None:
        if self.page is not None and ticket == self._ticket:
            self.page.show_backtest(found)

    def _on_failed(self, ticket: int, _trace: str) -> None:
        if self.page is not None and ticket == self._ticket:
            self.page.show_failure()

    def _on_closed(self, _result: int) -> None:
        self.page = None
