"""A range on one groove: two thin handles for low and high, a round one for central.

The mouse moves the nearest handle, the arrow keys the one last touched. The three fields beside
it do the same for keyboard and screen readers.
"""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.quantities.spread import Spread
from ui.widgets.scale import Scale
from ui.widgets.value_slider import RADIUS

Part = Literal["low", "central", "high"]

PARTS: Final[tuple[Part, ...]] = ("low", "central", "high")
_HEIGHT: Final = 20
_GROOVE: Final = 4
_PAGE: Final = 10
_KEYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -_PAGE,
    Qt.Key.Key_PageUp: _PAGE,
}


def with_part(spread: Spread, part: Part, value: float) -> Spread:
    """Return the spread with one part moved; the others give way where they must."""
    match part:
        case "low":
            return Spread(value, max(value, spread.central), max(value, spread.high))
        case "high":
            return Spread(min(value, spread.low), min(value, spread.central), value)
        case "central":
            return Spread(min(value, spread.low), value, max(value, spread.high))


class SpreadSlider(QWidget):
    """Shows low, central and high; `moved` gives the part and its value."""

    moved = Signal(str, float)
    settled = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._spread = Spread(scale.low, scale.low, scale.low)
        self._default = self._spread
        self._active: Part = "central"
        self._is_down = False
        self._is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_spread(self, spread: Spread, default: Spread) -> None:
        """Show a spread without telling anybody."""
        self._spread, self._default = spread, default
        self.update()

    def x_of(self, value: float) -> float:
        """Return the place of a value; one beyond an end is shown at the end."""
        span = (self._scale.high - self._scale.low) or 1.0
        share = min(1.0, max(0.0, (value - self._scale.low) / span))
        return RADIUS + share * (self.width() - 2 * RADIUS)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._is_down = True
        self._active = self._nearest(event.position().x())
        self._follow(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_down:
            self._follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_down = False
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _KEYS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
            return
        position = self._scale.position(self._part(self._active)) + steps
        self._move_to(min(self._scale.steps, max(0, position)))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_groove(painter)
        self._paint_default(painter)
        self._paint_handles(painter)
        painter.end()

    def _part(self, part: Part) -> float:
        return self._spread.parts[PARTS.index(part)]

    def _nearest(self, x: float) -> Part:
        """Return the part whose handle is nearest; of two on one place, the outer one."""
        places = {part: self.x_of(self._part(part)) for part in PARTS}
        inner: tuple[Part, ...] = ("central", "low" if x < places["central"] else "high")
        return min(inner, key=lambda part: abs(places[part] - x))

    def _follow(self, x: float) -> None:
        width = max(1, self.width() - 2 * RADIUS)
        share = min(1.0, max(0.0, (x - RADIUS) / width))
        self._move_to(round(share * self._scale.steps))

    def _move_to(self, position: int) -> None:
        default = self._default.parts[PARTS.index(self._active)]
        value = self._scale.value_at(position, default)
        if value != self._part(self._active):
            self._is_open = True
            self.moved.emit(self._active, value)

    def _settle(self) -> None:
        if self._is_open and not self._is_down:
            self._is_open = False
            self.settled.emit()

    def _accent(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.LinkVisited)

    def _paint_groove(self, painter: QPainter) -> None:
        middle = self.height() / 2
        groove = QRectF(RADIUS, middle - _GROOVE / 2, self.width() - 2 * RADIUS, _GROOVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        band = self._accent()
        band.setAlphaF(0.55)
        painter.setBrush(band)
        low, high = self.x_of(self._spread.low), self.x_of(self._spread.high)
        painter.drawRect(QRectF(low, groove.top(), high - low, _GROOVE))

    def _paint_default(self, painter: QPainter) -> None:
        middle = self.height() / 2
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.5))
        x = self.x_of(self._default.central)
        painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 7))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1.0))
        for value in (self._default.low, self._default.high):
            x = self.x_of(value)
            painter.drawLine(QPointF(x, middle - 5), QPointF(x, middle + 5))

    def _paint_handles(self, painter: QPainter) -> None:
        middle = self.height() / 2
        accent = self._accent()
        if self.hasFocus():
            halo = QColor(accent)
            halo.setAlphaF(0.28)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawEllipse(QPointF(self.x_of(self._part(self._active)), middle), 10, 10)
        painter.setPen(QPen(accent, 1.4))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        for part in ("low", "high"):
            thin = QRectF(self.x_of(self._part(part)) - 2.5, middle - 6, 5, 12)
            painter.drawRoundedRect(thin, 2, 2)
        painter.setPen(QPen(accent, 1.8))
        center = QPointF(self.x_of(self._spread.central), middle)
        painter.drawEllipse(center, RADIUS - 1.5, RADIUS - 1.5)
