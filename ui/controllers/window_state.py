"""Keeps the window's place, splitters, cards, charts, places, year, table and panels over days.

Whatever is kept may be of another screen, another version or damaged: each value is held against
what there is now.
"""

import re
from typing import Final

from PySide6.QtCore import QByteArray, QDataStream, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from ui.charts.kept.charts import charts_in, text_of
from ui.controllers.kept.cards import cards_in, text_of_cards
from ui.controllers.panel_room import PanelRoom
from ui.process.state.settings import Settings
from ui.views.body import WIDE_FROM
from ui.views.center.display import YEAR_AT_START
from ui.views.inputs.side import LEAST_WIDTH, USUAL_WIDTH
from ui.views.main_window import USUAL_SIZE, MainWindow

REACH: Final = 200
"""So much of a window's upper edge has to be on a screen."""
WIDEST: Final = 100_000
"""More pixels than any screen has."""
SPLITTER_STATE: Final = (0xFF, 1)
PARTS_AT_MOST: Final = 8
NO_FOLDS: Final = "none"
"""Kept where every fold is closed: one of the assumptions is open at a first start."""


class WindowState(QObject):
    """Restores at the start; when the window is closed, keeps what became different in it."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._before: dict[str, str | bool | QByteArray] = {}
        self._panel = PanelRoom(window)
        window.installEventFilter(self)
        window.painted_first.connect(self._note_sizes)

    def restore(self) -> None:
        """Give the window what was kept; what does not fit any more is left out."""
        window, settings = self._window, self._settings
        if not restore_geometry(window, settings.state("geometry")):
            self._fit_screen()
        restore_splitter(window.splitter, settings.state("columns"))
        restore_splitter(window.center.splitter, settings.state("rows"))
        window.side.tabs.setCurrentIndex(0)
        window.center.choose_year(year_in(settings.text("year")) or YEAR_AT_START)
        window.center.areas.restore(settings.text("places"), settings.text("recent_places"))
        window.center.kpis.choose(cards_in(settings.text("cards")))
        window.center.charts.set_settings(charts_in(settings.text("charts")))
        kept = settings.text("arrangement")
        window.center.charts.arrange("1 x 3" if kept == "1 x 3" else "2 x 2")
        window.center.charts.show_strips(settings.flag("strips", default=True))
        window.center.compare.restore(settings.text("compare"))
        window.center.show_table(settings.flag("table", default=False))
        self._panel.restore(settings)
        window.side.setVisible(settings.text("side") != "hidden")
        window.side.levers.restore_folds(settings.text("folds").split())
        if kept := settings.text("assumption_folds"):
            window.side.assumptions.restore_folds(kept.split())
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
        return {
            "year": str(window.center.wished_year),
            "places": window.center.areas.as_text()[0],
            "recent_places": window.center.areas.as_text()[1],
            "arrangement": window.center.charts.arrangement,
            "strips": window.center.charts.has_strips,
            "table": window.center.shows_table,
            "compare": window.center.compare.text,
            "side": "hidden" if window.side.isHidden() else "shown",
            "folds": " ".join(window.side.levers.open_folds),
            "assumption_folds": " ".join(window.side.assumptions.open_folds) or NO_FOLDS,
            **self._panel.choices(),
            "charts": text_of(window.center.charts.settings),
            "cards": text_of_cards(window.center.kpis.rows),
        }

    def _fit_screen(self) -> None:
        """Make a first window no larger than the screen, with a side that suits its width.

        A screen that it would fill gets it maximized, so that its title bar pushes nothing out.
        """
        window = self._window
        room = window.screen().availableSize()
        size = USUAL_SIZE.boundedTo(room).expandedTo(window.minimumSize())
        window.resize(size)
        is_filled = window.screen().size().height() <= USUAL_SIZE.height()
        if is_filled and size.boundedTo(room) == size:
            window.setWindowState(Qt.WindowState.WindowMaximized)
        side = USUAL_WIDTH if size.width() >= WIDE_FROM else LEAST_WIDTH
        window.splitter.setSizes([side, size.width() - side])


def restore_geometry(window: QWidget, kept: QByteArray) -> bool:
    """Put a window where it was, if a hand can reach it there and it fits; tell whether it did."""
    before = window.geometry()
    if not window.restoreGeometry(kept):
        return False
    maximized = window.windowState() & Qt.WindowState.WindowMaximized
    window.setWindowState(maximized)  # neither hidden nor without a frame
    place, rooms = window.geometry(), [one.availableGeometry() for one in QGuiApplication.screens()]
    if any(_fits(place, room) for room in rooms):
        return True
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(before)
    return False


def _fits(place: QRect, room: QRect) -> bool:
    """Tell whether enough of a window's upper edge is in a room, and the window not larger."""
    edge = QRect(place.left(), place.top(), place.width(), 1).intersected(room)
    is_small = place.width() <= room.width() and place.height() <= room.height()
    return is_small and edge.width() >= min(REACH, place.width())


def restore_splitter(splitter: QSplitter, kept: QByteArray) -> None:
    """Share a splitter's room as it was, and nothing else: not its direction, not its handle."""
    sizes = _sizes_in(kept)
    if len(sizes) == splitter.count() and max(sizes) > 0:
        splitter.setSizes([max(0, size) for size in sizes])


def _sizes_in(kept: QByteArray) -> list[int]:
    """Return the sizes in a splitter's state as Qt saves it, none where it is damaged."""
    stream = QDataStream(kept)
    head, count = (stream.readInt32(), stream.readInt32()), stream.readInt32()
    if head != SPLITTER_STATE or not 0 < count <= PARTS_AT_MOST:
        return []
    sizes = [stream.readInt32() for _ in range(count)]
    is_read = stream.status() is QDataStream.Status.Ok
    return sizes if is_read and max(sizes) <= WIDEST else []


def year_in(text: str) -> int | None:
    """Return the year of a kept text, None where the model knows none of it."""
    year = int(text) if re.fullmatch("[0-9]{4}", text) else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR_AT_MOST else None
