"""Charts and numbers out of the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.document import Document
from ui.live import Live
from ui.views.main_window import MainWindow


class Exports(QObject):
    """What the export commands do."""

    told = Signal(str)
    done = Signal(str)

    def __init__(self, document: Document, live: Live, window: MainWindow) -> None:
        super().__init__(window)
        self._document = document
        self._live = live
        self._window = window

    def export_one(self, index: int, suffix: str) -> None: ...
    def copy_one(self, index: int) -> None: ...
    def export_png(self) -> None: ...
    def export_svg(self) -> None: ...
    def export_all(self) -> None: ...
    def export_csv(self) -> None: ...
    def copy_chart(self) -> None: ...
