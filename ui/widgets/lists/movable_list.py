"""A list whose rows a hand puts in another order: a held row goes to where a line is drawn.

The order is the model's, and whoever owns that is told what is wanted. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.lists.still_list import StillList

_LINE: Final = 2


class MovableList(StillList):
    """Rows from `first_movable` on can be dragged; `dropped` gives a row and its new place.

    Places are counted without the row that moves.
    """

    dropped = Signal(int, int)

    def __init__(self, first_movable: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first_movable
        self._pressed_at: QPoint | None = None
        self._held = -1
        self._gap = -1

    @property
    def is_dragging(self) -> bool:
        """Whether a hand carries a row."""
        return self._gap >= 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._let_go()
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        if event.button() == Qt.MouseButton.LeftButton and row >= self._first:
            self._pressed_at, self._held = place, row
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed_at is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = abs(place.y() - self._pressed_at.y())
            if self.is_dragging or way >= QApplication.startDragDistance():
                self._gap = self._gap_at(place)
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.viewport().update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, gap = self._held, self._gap
        self._let_go()
        super().mouseReleaseEvent(event)
        place = gap - 1 if gap > held else gap
        if gap >= 0 and place != held:
            self.dropped.emit(held, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_dragging and event.key() == Qt.Key.Key_Escape:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_dragging:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _LINE))
        height = self._edge(self._gap)
        painter.drawLine(4, height, self.viewport().width() - 4, height)
        painter.end()

    def _gap_at(self, place: QPoint) -> int:
        """Return between which rows a place is: the number of rows above it."""
        count = self.model().rowCount()
        nearest = min(range(count + 1), key=lambda gap: abs(self._edge(gap) - place.y()))
        return max(nearest, self._first)

    def _edge(self, gap: int) -> int:
        """Return the height of the upper edge of a row, or of the end of the last one."""
        count = self.model().rowCount()
        if gap < count:
            return self.visualRect(self.model().index(gap, 0)).top()
        return self.visualRect(self.model().index(count - 1, 0)).bottom()

    def _let_go(self) -> None:
        self._pressed_at, self._held, self._gap = None, -1, -1
        self.viewport().unsetCursor()
        self.viewport().update()
