"""How every slider looks: its size, its groove, its ticks, its handle and the halo of the focus.

Functions that place and paint on any widget. They know no value, no scale and no baseline.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

RADIUS: Final = 7
PAGE: Final = 10
_HEIGHT: Final = 22
_GROOVE: Final = 4
_HALO: Final = RADIUS + 3
_RIM: Final = 1.5


def usual_size() -> QSize:
    """Return the size a slider asks for."""
    return QSize(120, _HEIGHT)


def least_size() -> QSize:
    """Return the size below which a slider cannot be used."""
    return QSize(60, _HEIGHT)


def place_of(slider: QWidget, share: float) -> float:
    """Return the x of a share of the groove, 0 at its left end and 1 at its right one."""
    return RADIUS + share * (slider.width() - 2 * RADIUS)


def share_at(slider: QWidget, x: float) -> float:
    """Return the share of the groove at an x, at least 0 and at most 1."""
    width = max(1, slider.width() - 2 * RADIUS)
    return min(1.0, max(0.0, (x - RADIUS) / width))


def smooth_painter(slider: QWidget) -> QPainter:
    """Return a painter with smooth edges; the caller ends it."""
    painter = QPainter(slider)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def paint_groove(painter: QPainter, slider: QWidget) -> None:
    """Paint the empty groove; leaves the painter without a pen."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(slider.palette().color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(_groove(slider), _GROOVE / 2, _GROOVE / 2)


def paint_stretch(
    painter: QPainter, slider: QWidget, start: float, end: float, color: QColor
) -> None:
    """Fill the groove from one x to another, whichever is left."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(QRectF(min(start, end), _groove(slider).top(), abs(end - start), _GROOVE))


def paint_tick(painter: QPainter, slider: QWidget, x: float, pen: QPen, reach: float) -> None:
    """Paint a tick across the groove that reaches so far above and below its middle."""
    middle = slider.height() / 2
    painter.setPen(pen)
    painter.drawLine(QPointF(x, middle - reach), QPointF(x, middle + reach))


def baseline_pen(slider: QWidget, *, is_met: bool = False) -> QPen:
    """Return the pen of the tick a value is compared with; a muted one where they are the same."""
    role = QPalette.ColorRole.Dark if is_met else QPalette.ColorRole.WindowText
    return QPen(slider.palette().color(role), _RIM)


def paint_halo(painter: QPainter, center: QPointF, accent: QColor) -> None:
    """Paint what shows that the handle at the center has the focus."""
    halo = QColor(accent)
    halo.setAlphaF(0.28)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawEllipse(center, _HALO, _HALO)


def paint_handle(painter: QPainter, center: QPointF, accent: QColor, fill: QColor) -> None:
    """Paint a round handle."""
    painter.setPen(QPen(accent, 1.8))
    painter.setBrush(fill)
    painter.drawEllipse(center, RADIUS - _RIM, RADIUS - _RIM)


def _groove(slider: QWidget) -> QRectF:
    middle = slider.height() / 2
    return QRectF(RADIUS, middle - _GROOVE / 2, slider.width() - 2 * RADIUS, _GROOVE)
