"""The middle of the window's page: what is moved and what is drawn, and the shelf at the right.

The shelf stands beside the charts; only in the smallest windows it lies over them while it is
open, so that neither is ever squeezed below what can be read.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

SHELF_WIDTH: Final = 256
WIDE_FROM: Final = 1200
"""Pixels of a window in which the shelf is open at first."""
BESIDE_FROM: Final = 1000
"""Pixels of a window that has room for side, charts and shelf beside each other."""


class Body(QWidget):
    """Places the splitter and the shelf."""

    def __init__(self, splitter: QSplitter, shelf: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._splitter = splitter
        self._shelf = shelf
        splitter.setParent(self)
        shelf.setParent(self)
        shelf.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._splitter.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._splitter.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._arrange()
        return False

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        taken = 0 if self._shelf.isHidden() else SHELF_WIDTH
        beside = taken if width >= BESIDE_FROM else 0
        self._splitter.setGeometry(0, 0, width - beside, height)
        self._shelf.setGeometry(width - SHELF_WIDTH, 0, SHELF_WIDTH, height)
        self._shelf.raise_()
