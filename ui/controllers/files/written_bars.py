"""Where it is told that a file was written: in the window in which it was asked for.

Floor: controllers.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.views.bars.message_layer import MessageLayer
from ui.views.bars.written_bar import WrittenBar
from ui.views.main_window import MainWindow


class WrittenBars(QObject):
    """The bar of the window, and once it is needed that of the second one."""

    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asked_in: QWidget = window.center.charts
        self._places: dict[Path, QWidget] = {}
        self._beside: WrittenBar | None = None
        self._connect(window.written)

    def ask_here(self) -> None:
        """Remember in which window it is asked where to write."""
        self._asked_in = self._window.center.grid_at_hand

    def begin(self, path: Path) -> None:
        """Remember for which window a file is written; what no dialog asked for, for the first."""
        self._places[path] = self._asked_in
        self._asked_in = self._window.center.charts

    def tell(self, path: Path, subject: str) -> None:
        """Say that a file was written, and what it shows."""
        self._bar_in(self._places.pop(path, None)).tell(path, subject)

    def _bar_in(self, place: QWidget | None) -> WrittenBar:
        second = self._window.center.second
        if second is None or place is not second or not second.isVisible():
            return self._window.written
        if self._beside is None:
            self._beside = WrittenBar()
            self._connect(self._beside)
            MessageLayer(second, second).add(self._beside)
        return self._beside

    def _connect(self, bar: WrittenBar) -> None:
        bar.open_wanted.connect(self.open_wanted)
        bar.folder_wanted.connect(self.folder_wanted)
