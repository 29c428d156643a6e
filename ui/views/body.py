"""The middle of the window's page: what is moved and what is drawn, and the shelf at the right.

The shelf stands beside the charts; only in the smallest windows it lies over them while it is
open, so that neither is ever squeezed below what can be read. A hand moves its left edge, or
arrows do.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.widgets.edge_grip import GRIP_WIDTH, EdgeGrip

SHELF_WIDTH: Final = 248
NARROWEST_SHELF: Final = 200
WIDEST_SHELF: Final = 560
WIDE_FROM: Final = 1200
"""Pixels of a window in which the shelf is open at first."""
_LEAST_CENTER: Final = 160
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
        self._shelf_width = SHELF_WIDTH
        self.grip = EdgeGrip(self)
        self.grip.dragged.connect(self._on_dragged)

    @property
    def shelf_width(self) -> int:
        """How wide the shelf is, or will be once it is shown."""
        return self._shelf_width

    def widen_shelf(self, width: int) -> None:
        """Give the shelf a width, as far as it stays readable and leaves charts room."""
        self._shelf_width = min(max(width, NARROWEST_SHELF), WIDEST_SHELF)
        self._arrange()

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

    def _on_dragged(self, edge: int) -> None:
        self.widen_shelf(self.width() - edge)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        shelf = min(self._shelf_width, max(NARROWEST_SHELF, width // 2 - _LEAST_CENTER))
        taken = 0 if self._shelf.isHidden() else shelf
        beside = taken if width >= BESIDE_FROM else 0
        self._splitter.setGeometry(0, 0, width - beside, height)
        self._shelf.setGeometry(width - shelf, 0, shelf, height)
        self._shelf.raise_()
        self.grip.setGeometry(width - shelf - GRIP_WIDTH // 2, 0, GRIP_WIDTH, height)
        self.grip.setVisible(bool(taken))
        self.grip.raise_()
