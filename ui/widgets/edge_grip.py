"""The edge of a panel at the right, which a hand drags to make the panel wider or narrower.

It tells what is wanted and moves nothing itself. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate

GRIP_WIDTH: Final = 5


class EdgeGrip(QWidget):
    """A strip over the left edge of a panel; `dragged` gives where in the parent that is to be."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(translate("EdgeGrip", "Drag to make the panel wider or narrower"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).x())
