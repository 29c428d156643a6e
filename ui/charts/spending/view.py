"""An answer about money on a card: bars that can be chosen, and what a screen reader is told.

Floor: charts.
"""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.charts.spending.paint import SpendingPainter, bar_at
from ui.charts.spending.picture import SpendingPicture
from ui.style.theme import Theme

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class SpendingView(QWidget):
    """Shows one picture; `chosen` carries the number of a bar that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: SpendingPicture | None = None
        self._theme = theme
        self._color = theme.data[0]
        self._painter = SpendingPainter(theme, self._color)
        self._marked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def show_picture(self, shown: SpendingPicture, color: str, name: str) -> None:
        """Show a picture in the color of its scenario; `name` is read aloud before it."""
        self.shown = shown
        self.setAccessibleName(name)
        self.setAccessibleDescription(shown.told)
        self.set_theme(self._theme, color)
        self._take_room()

    def set_theme(self, theme: Theme, color: str) -> None:
        """Paint in the colors of a theme."""
        self._theme, self._color = theme, color
        self._painter = SpendingPainter(theme, color)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint(painter, self.shown, QRectF(self.rect()), self._marked)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._bar_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._bar_at(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.shown is not None and self.shown.bars and key in _STEPS:
            last = len(self.shown.bars) - 1
            first = -1 if _STEPS[key] > 0 else last + 1
            place = first if self._marked is None else self._marked
            self._mark(min(max(place + _STEPS[key], 0), last))
        elif key in _OPENING:
            self._choose(self._marked)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None)
        super().focusOutEvent(event)

    def _take_room(self) -> None:
        if self.shown is not None:
            least = self._painter.least_height(self.shown, self.width())
            self.setMinimumHeight(ceil(least))

    def _bar_at(self, event: QMouseEvent) -> int | None:
        if self.shown is None:
            return None
        return bar_at(self._painter.room(self.shown, QRectF(self.rect())), event.position())

    def _mark(self, number: int | None) -> None:
        if number == self._marked:
            return
        self._marked = number
        is_link = number is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.update()

    def _choose(self, number: int | None) -> None:
        if number is not None:
            self.chosen.emit(number)
