"""A slider that shows the baseline: a tick where it stands, and the way from there to the value.

Plain QSlider underneath, so that keys and screen readers work. The wheel moves it only when it
has the focus. `moved` and `settled` come from a hand, never from a program that sets the value.
"""

from typing import Final

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
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider

RADIUS: Final = 7
_GROOVE: Final = 4
_HEIGHT: Final = 20
_PAGE: Final = 10


class ValueSlider(QSlider):
    """A horizontal slider in integer steps with a tick at the baseline."""

    moved = Signal(int)
    settled = Signal()

    def __init__(self, steps: int, *, has_baseline: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, steps)
        self.setPageStep(max(1, steps // _PAGE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.valueChanged.connect(self._on_value_changed)
        self._has_baseline = has_baseline
        self._baseline = 0
        self._grip = 0.0
        self._is_open = False

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

    def center_of(self, position: int) -> QPointF:
        """Return the place of a position on the groove."""
        width = self.width() - 2 * RADIUS
        share = position / max(1, self.maximum())
        return QPointF(RADIUS + share * width, self.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        offset = x - self.center_of(self.value()).x()
        self._grip = offset if abs(offset) <= RADIUS else 0.0
        self.setSliderDown(True)
        self._follow(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self._settle()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        super().wheelEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_groove(painter)
        self._paint_handle(painter)
        painter.end()

    def _follow(self, x: float) -> None:
        width = max(1, self.width() - 2 * RADIUS)
        share = (x - self._grip - RADIUS) / width
        self.setValue(round(share * self.maximum()))

    def _settle(self) -> None:
        if self._is_open and not self.isSliderDown():
            self._is_open = False
            self.settled.emit()

    def _on_value_changed(self, position: int) -> None:
        self._is_open = True
        self.moved.emit(position)

    def _accent(self) -> QColor:
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        return self.palette().color(group, QPalette.ColorRole.Highlight)

    def _paint_groove(self, painter: QPainter) -> None:
        palette = self.palette()
        middle = self.height() / 2
        groove = QRectF(RADIUS, middle - _GROOVE / 2, self.width() - 2 * RADIUS, _GROOVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        if not self._has_baseline:
            return
        start, end = self.center_of(self._baseline).x(), self.center_of(self.value()).x()
        painter.setBrush(self._accent())
        way = QRectF(min(start, end), groove.top(), abs(end - start), _GROOVE)
        painter.drawRect(way)
        tick = QPen(palette.color(QPalette.ColorRole.WindowText), 1.5)
        painter.setPen(tick)
        painter.drawLine(QPointF(start, middle - 7), QPointF(start, middle + 7))

    def _paint_handle(self, painter: QPainter) -> None:
        palette = self.palette()
        center = self.center_of(self.value())
        accent = self._accent()
        if self.hasFocus():
            halo = QColor(accent)
            halo.setAlphaF(0.28)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawEllipse(center, RADIUS + 3, RADIUS + 3)
        filled = self.isSliderDown() or self.underMouse()
        painter.setPen(QPen(accent, 1.8))
        painter.setBrush(accent if filled else palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(center, RADIUS - 1.5, RADIUS - 1.5)
