"""A waterfall on a card: tips, a click or Enter on an input, and what a screen reader is told.

Floor: charts.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.lists import as_sentences
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.charts.waterfall.bars import Waterfall
from ui.charts.waterfall.paint import WaterfallPainter, bar_at
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class WaterfallView(QWidget):
    """Shows one waterfall; `chosen` carries the address of an input that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Waterfall | None = None
        self._theme = theme
        self._color = theme.data[0]
        self._painter = WaterfallPainter(theme, self._color)
        self._marked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def show_waterfall(self, shown: Waterfall, color: str, name: str) -> None:
        """Show a waterfall in the color of its scenario; `name` is read aloud before its bars."""
        self.shown = shown
        if color != self._color:
            self._color = color
            self._painter = WaterfallPainter(self._theme, color)
        self.setAccessibleName(name)
        self.setAccessibleDescription(as_sentences(bar.tip for bar in shown.bars))
        self.update()

    def accessible(self) -> Accessible:
        """Return the waterfall with a part for each bar."""
        bars = self.shown.bars if self.shown else ()
        parts = tuple(Part(bar.tip) for bar in bars)
        return Accessible(self.accessibleName(), Role.Chart, value=self._said, parts=parts)

    @property
    def _said(self) -> str:
        """What the bar at hand says; empty where none is."""
        if self.shown is None or self._marked is None:
            return ""
        return self.shown.bars[self._marked].tip

    def set_theme(self, theme: Theme, color: str) -> None:
        """Paint in the colors of a theme."""
        self._theme, self._color = theme, color
        self._painter = WaterfallPainter(theme, color)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint(painter, self.shown, self._place, self._marked)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_tip(event)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._bar_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._bar_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.shown is not None and key in _STEPS:
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

    @property
    def _place(self) -> QRectF:
        return QRectF(self.rect())

    def _bar_at(self, point: QPointF) -> int | None:
        if self.shown is None:
            return None
        return bar_at(self._painter.room(self.shown, self._place), point)

    def _mark(self, number: int | None) -> None:
        if number == self._marked:
            return
        self._marked = number
        is_link = number is not None and bool(self._address_of(number))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()
        if self.hasFocus():
            announce(self, self._said)

    def _address_of(self, number: int) -> str:
        return "" if self.shown is None else self.shown.bars[number].address

    def _choose(self, number: int | None) -> None:
        if number is not None and (address := self._address_of(number)):
            self.chosen.emit(address)

    def _tell_tip(self, event: QHelpEvent) -> None:
        number = self._bar_at(QPointF(event.pos()))
        if self.shown is not None and number is not None:
            QToolTip.showText(event.globalPos(), literal_tip(self.shown.bars[number].tip), self)
