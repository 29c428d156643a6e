"""A slider that shows the baseline: a tick where it stands, and the way from there to the value.

Plain QSlider underneath, so that keys and screen readers work. A drag is one change, and so is a
run of keys or notches; with Shift or Alt held a drag goes in fine steps. `moved` and `settled` come
from a hand, never from a program that sets the value; `canceled` tells that a key gave back the
value before a drag.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSlider

from ui.accessibility.accessible import Accessible, Quantity, Role
from ui.widgets.fields import slider_look
from ui.widgets.fields.drag_keys import DragKeys
from ui.widgets.fields.number_field import begins_number
from ui.widgets.fields.step_run import StepRun
from ui.widgets.fields.wheel import WheelGuard

FINE: Final = 0.1
"""Part of the way of a pointer that a fine drag goes."""
_FINE_KEYS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class ValueSlider(QSlider):
    """A horizontal slider in integer steps with a tick at the baseline."""

    moved = Signal(int)
    settled = Signal()
    canceled = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, steps: int, *, has_baseline: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, steps)
        self.setPageStep(max(1, steps // slider_look.PAGE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.valueChanged.connect(self._on_value_changed)
        self._has_baseline = has_baseline
        self._baseline = 0
        self._grip = 0.0
        self._taken_at = 0
        self._fine_from: tuple[float, float] | None = None
        self._keys = DragKeys(self)
        self._keys.given_back.connect(self._give_back)
        self._is_open = False
        self._run = StepRun(self)
        self._run.ended.connect(self._settle)
        self._guard = WheelGuard(self)
        self._tell: Callable[[], Accessible] | None = None

    def tell_as(self, tell: Callable[[], Accessible]) -> None:
        """Let a screen reader be told what this returns: what the steps mean, in their unit."""
        self._tell = tell

    def accessible(self) -> Accessible:
        """Return the value as it is told, in steps where nobody has said what these mean."""
        if self._tell is not None:
            return self._tell()
        ends = float(self.minimum()), float(self.maximum())
        quantity = Quantity(float(self.value()), *ends, float(self.singleStep()), self.take)
        return Accessible(self.accessibleName(), Role.Slider, str(self.value()), quantity=quantity)

    def take(self, position: float) -> None:
        """Go to a position, as a run of keys does."""
        self.setValue(round(position))

    def show_value(self, position: int, baseline: int) -> None:
        """Show a value without telling anybody."""
        if baseline != self._baseline:
            self._baseline = baseline
            self.update()
        if position != self.value():
            blocked = self.blockSignals(True)
            self.setValue(position)
            self.blockSignals(blocked)
            self.update()

    def come_to_rest(self) -> None:
        """End a run of keys or notches now, where one goes on."""
        self._run.end()

    def center_of(self, position: int) -> QPointF:
        """Return the place of a position on the groove."""
        return QPointF(
            slider_look.place_of(self, position / max(1, self.maximum())), self.height() / 2
        )

    def sizeHint(self) -> QSize:
        return slider_look.usual_size()

    def minimumSizeHint(self) -> QSize:
        return slider_look.least_size()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._run.end()
        x = event.position().x()
        offset = x - self.center_of(self.value()).x()
        self._grip = offset if abs(offset) <= slider_look.RADIUS else 0.0
        self._taken_at = self.value()
        self._fine_from = None
        self._keys.hold()
        self.setSliderDown(True)
        if not event.modifiers() & _FINE_KEYS:
            self._follow(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown() and event.modifiers() & _FINE_KEYS:
            self._follow_finely(event.position().x())
        elif self.isSliderDown():
            self._follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._keys.let_go()
            self.setSliderDown(False)
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if begins_number(event) and not self.isSliderDown():
            self._run.end()
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._run.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = slider_look.smooth_painter(self)
        self._paint_groove(painter)
        self._paint_handle(painter)
        painter.end()

    def _follow(self, x: float) -> None:
        if self._fine_from is not None:  # go on from here: nothing jumps
            self._grip = x - self.center_of(self.value()).x()
            self._fine_from = None
        self.setValue(round(slider_look.share_at(self, x - self._grip) * self.maximum()))

    def _follow_finely(self, x: float) -> None:
        """Go a part of the way that the pointer went since a key was held."""
        if self._fine_from is None:
            self._fine_from = x, float(self.value())
        begin, value = self._fine_from
        way = slider_look.share_at(self, x) - slider_look.share_at(self, begin)
        self.setValue(round(value + FINE * way * self.maximum()))

    def _give_back(self) -> None:
        """Go back to where the drag began, and end it."""
        self._keys.let_go()
        self.setValue(self._taken_at)
        self.setSliderDown(False)
        self._is_open = False
        self.canceled.emit()

    def _settle(self) -> None:
        if self._is_open and not self.isSliderDown():
            self._is_open = False
            self.settled.emit()

    def _on_value_changed(self, position: int) -> None:
        self._is_open = True
        if not self.isSliderDown():
            self._run.step()
        self.moved.emit(position)

    def _accent(self) -> QColor:
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        return self.palette().color(group, QPalette.ColorRole.Highlight)

    def _paint_groove(self, painter: QPainter) -> None:
        slider_look.paint_groove(painter, self)
        if not self._has_baseline:
            return
        start, end = self.center_of(self._baseline).x(), self.center_of(self.value()).x()
        slider_look.paint_stretch(painter, self, start, end, self._accent())
        slider_look.paint_tick(
            painter, self, start, slider_look.baseline_pen(self, is_met=start == end), 7
        )

    def _paint_handle(self, painter: QPainter) -> None:
        center = self.center_of(self.value())
        accent = self._accent()
        if self.hasFocus():
            slider_look.paint_halo(painter, center, accent)
        is_filled = self.isSliderDown() or self.underMouse()
        fill = accent if is_filled else self.palette().color(QPalette.ColorRole.Base)
        slider_look.paint_handle(painter, center, accent, fill)
