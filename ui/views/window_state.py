"""Keeps the window's place, its splitters, charts, year, table and shelf from day to day."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt

from planner.model.scenario import FIRST_YEAR
from ui.charts.specs import ChartSetting, charts
from ui.settings import Settings
from ui.views.body import WIDE_FROM
from ui.views.main_window import LEAST_SIZE, USUAL_SIZE, MainWindow
from ui.views.side import LEAST_WIDTH

SIDE_AT_MOST: Final = 372
SIDE_SHARE: Final = 0.26


class WindowState(QObject):
    """Restores at the start; when the window is closed, keeps what became different in it."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._before: dict[str, str | bool | QByteArray] = {}
        window.installEventFilter(self)
        window.painted_first.connect(self._note_sizes)

    def restore(self) -> None:
        """Give the window what was kept; what does not fit any more is left out."""
        window, settings = self._window, self._settings
        if not window.restoreGeometry(settings.state("geometry")):
            self._fit_screen()
        window.splitter.restoreState(settings.state("columns"))
        window.center.splitter.restoreState(settings.state("rows"))
        window.side.tabs.setCurrentIndex(0)
        year = settings.text("year")
        if year.isdigit() and int(year) >= FIRST_YEAR:
            window.center.choose_year(int(year))
        self._restore_charts()
        shown = settings.flag("table", default=False)
        window.actions_.table.setChecked(shown)
        window.center.show_table(shown)
        window.actions_.panel.setChecked(self._shows_panel())
        window.shelf.setVisible(window.actions_.panel.isChecked())
        self._before = {**self._sizes(), **self._choices()}

    def keep(self) -> None:
        """Remember how the window is, where somebody changed it: another window may have, too."""
        now = {**self._sizes(), **self._choices()}
        for key, value in now.items():
            if value != self._before.get(key):
                self._settings.keep(key, value)
        self._before = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.keep()
        return False

    def _note_sizes(self) -> None:
        """Take the sizes that the screen gave the window for those it had at first."""
        self._before |= self._sizes()

    def _sizes(self) -> dict[str, str | bool | QByteArray]:
        window = self._window
        return {
            "geometry": window.saveGeometry(),
            "columns": window.splitter.saveState(),
            "rows": window.center.splitter.saveState(),
        }

    def _choices(self) -> dict[str, str | bool | QByteArray]:
        window = self._window
        charts = [f"{one.chart}/{one.element}" for one in window.center.charts.settings]
        return {
            "year": str(window.center.year),
            "table": window.actions_.table.isChecked(),
            "panel": "shown" if window.actions_.panel.isChecked() else "hidden",
            "charts": " ".join(charts),
        }

    def _fit_screen(self) -> None:
        """Make a first window no larger than the screen, with a side that suits its width.

        A screen that it would fill gets it maximized, so that its title bar pushes nothing out.
        """
        window = self._window
        room = window.screen().availableSize()
        size = USUAL_SIZE.boundedTo(room).expandedTo(LEAST_SIZE)
        window.resize(size)
        is_filled = window.screen().size().height() <= USUAL_SIZE.height()
        if is_filled and size.boundedTo(room) == size:
            window.setWindowState(Qt.WindowState.WindowMaximized)
        side = min(SIDE_AT_MOST, max(LEAST_WIDTH, round(size.width() * SIDE_SHARE)))
        window.splitter.setSizes([side, size.width() - side])

    def _shows_panel(self) -> bool:
        """Tell whether the right-hand side opens: as last time, at first where there is room."""
        kept = self._settings.text("panel")
        return kept == "shown" if kept else self._window.width() >= WIDE_FROM

    def _restore_charts(self) -> None:
        grid = self._window.center.charts
        found = [_setting(text) for text in self._settings.text("charts").split()]
        known = [setting for setting in found if setting is not None]
        if len(known) == len(grid.settings):
            grid.set_settings(known)


def _setting(text: str) -> ChartSetting | None:
    """Return the setting of a kept text, None when there is no such chart any more."""
    chart, _, element = text.partition("/")
    spec = charts().get(chart)
    if spec is None or element not in spec.elements:
        return None
    return ChartSetting(chart, element)
