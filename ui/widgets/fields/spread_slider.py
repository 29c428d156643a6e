"""A range on one groove: two thin handles for low and high, a round one for central.

The mouse moves the nearest handle, the arrow keys the one last touched; a run of keys is one
change. The three fields beside it do the same for keyboard and screen readers; `typed` hands on a
key that begins a number, which the field of the `active` one takes.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.quantities.spread import PARTS, Part, Spread
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import tell_value
from ui.widgets.fields import slider_look
from ui.widgets.fields.drag_keys import DragKeys
from ui.widgets.fields.number_field import begins_number
from ui.widgets.fields.step_run import StepRun
from ui.wording.scale import Scale

_KEYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -slider_look.PAGE,
    Qt.Key.Key_PageUp: slider_look.PAGE,
}


class SpreadSlider(QWidget):
    """Shows low, central and high; `moved` gives the part and its value.

    `canceled` tells that a key ended a drag: what it changed is to be given back.
    """

    moved = Signal(str, float)
    settled = Signal()
    canceled = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._spread = Spread(scale.low, scale.low, scale.low)
        self._default = self._spread
        self._active: Part = "central"
        self._is_down = False
        self._is_open = False
        self._keys = DragKeys(self)
        self._keys.given_back.connect(self._give_back)
        self._run = StepRun(self)
        self._run.ended.connect(self._settle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell: Callable[[], Accessible] | None = None

    def tell_as(self, tell: Callable[[], Accessible]) -> None:
        """Let a screen reader be told what this returns."""
        self._tell = tell

    def accessible(self) -> Accessible:
        """Return the value of the active handle as it is told."""
        return self._tell() if self._tell else Accessible(self.accessibleName(), Role.Slider)

    def take(self, position: int) -> None:
        """Move the active handle to a position, as a run of keys does."""
        self._run.step()
        self._move_to(min(self._scale.steps, max(0, position)))

    def show_spread(self, spread: Spread, default: Spread) -> None:
        """Show a spread without telling anybody."""
        self._spread, self._default = spread, default
        tell_value(self, spread.part(self._active))
        self.update()

    @property
    def active(self) -> Part:
        """The one of the three that was touched last."""
        return self._active

    def x_of(self, value: float) -> float:
        """Return the place of a value; one beyond an end is shown at the end."""
        span = (self._scale.high - self._scale.low) or 1.0
        share = min(1.0, max(0.0, (value - self._scale.low) / span))
        return slider_look.place_of(self, share)

    def sizeHint(self) -> QSize:
        return slider_look.usual_size()

    def minimumSizeHint(self) -> QSize:
        return slider_look.least_size()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._run.end()
        self._is_down = True
        self._keys.hold()
        self._active = self._nearest(event.position().x())
        self._follow(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_down:
            self._follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_down = False
        self._keys.let_go()
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _KEYS.get(Qt.Key(event.key()))
        if begins_number(event):
            self._run.end()
            self.typed.emit(event)
            return
        if steps is None:
            super().keyPressEvent(event)
            return
        position = self._scale.position(self._spread.part(self._active)) + steps
        self.take(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._run.end()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = slider_look.smooth_painter(self)
        self._paint_groove(painter)
        self._paint_default(painter)
        self._paint_handles(painter)
        painter.end()

    def _nearest(self, x: float) -> Part:
        """Return the part whose handle is nearest; of two on one place, the outer one."""
        places = {part: self.x_of(self._spread.part(part)) for part in PARTS}
        inner: tuple[Part, ...] = ("central", "low" if x < places["central"] else "high")
        return min(inner, key=lambda part: abs(places[part] - x))

    def _follow(self, x: float) -> None:
        self._move_to(round(slider_look.share_at(self, x) * self._scale.steps))

    def _move_to(self, position: int) -> None:
        default = self._default.part(self._active)
        value = self._scale.value_at(position, default)
        if value != self._spread.part(self._active):
            self._is_open = True
            self.moved.emit(self._active, value)

    def _give_back(self) -> None:
        """End the drag; who is told gives back what it changed."""
        self._keys.let_go()
        self._is_down = self._is_open = False
        self.canceled.emit()

    def _settle(self) -> None:
        if self._is_open and not self._is_down:
            self._is_open = False
            self.settled.emit()

    def _paint_groove(self, painter: QPainter) -> None:
        slider_look.paint_groove(painter, self)
        band = self.palette().color(QPalette.ColorRole.LinkVisited)
        band.setAlphaF(0.55)
        low, high = self.x_of(self._spread.low), self.x_of(self._spread.high)
        slider_look.paint_stretch(painter, self, low, high, band)

    def _paint_default(self, painter: QPainter) -> None:
        slider_look.paint_tick(
            painter, self, self.x_of(self._default.central), slider_look.baseline_pen(self), 7
        )
        pen = QPen(self.palette().color(QPalette.ColorRole.Dark), 1.0)
        for value in (self._default.low, self._default.high):
            slider_look.paint_tick(painter, self, self.x_of(value), pen, 5)

    def _paint_handles(self, painter: QPainter) -> None:
        middle = self.height() / 2
        accent = self.palette().color(QPalette.ColorRole.LinkVisited)
        base = self.palette().color(QPalette.ColorRole.Base)
        if self.hasFocus():
            slider_look.paint_halo(
                painter, QPointF(self.x_of(self._spread.part(self._active)), middle), accent
            )
        painter.setPen(QPen(accent, 1.4))
        painter.setBrush(base)
        for part in ("low", "high"):
            thin = QRectF(self.x_of(self._spread.part(part)) - 2.5, middle - 6, 5, 12)
            painter.drawRoundedRect(thin, 2, 2)
        slider_look.paint_handle(
            painter, QPointF(self.x_of(self._spread.central), middle), accent, base
        )
