"""What stands still on a chart beside its curves: published figures and events."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter

from planner.facts.record import Point
from ui.charts.layout.frame import Frame
from ui.charts.layout.look import Look
from ui.charts.layout.margins import Drawing, flags_of
from ui.style.lettering import paint_line
from ui.style.theme import mixed

RADIUS = 3.5


def paint_points(painter: QPainter, drawing: Drawing) -> None:
    """Paint published figures, which stand over the curves."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for point in shown_points(drawing):
        _paint_point(painter, point, drawing.frame, drawing.look)
    painter.restore()


def area_of_points(drawing: Drawing) -> QRect:
    """Return the pixels that published figures cover, empty where there are none."""
    frame, reach = drawing.frame, RADIUS + 2.0
    points = shown_points(drawing)
    if not points:
        return QRect()
    x = [frame.x_of(point.time) for point in points]
    tops = [min(frame.y_of(point.high), frame.y_of(point.value) - reach) for point in points]
    feet = [max(frame.y_of(point.low), frame.y_of(point.value) + reach) for point in points]
    top, bottom = max(min(tops), frame.top - reach), min(max(feet), frame.bottom + reach)
    corner = QPointF(min(x) - reach, top - 2)
    return QRectF(corner, QPointF(max(x) + reach, bottom + 2)).toAlignedRect()


def paint_events(painter: QPainter, drawing: Drawing) -> None:
    """Paint the poles of events and their labels, which stand behind the curves."""
    painter.save()
    painter.setFont(drawing.look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_events(painter, drawing)
    painter.restore()


def shown_points(drawing: Drawing) -> tuple[Point, ...]:
    """Return the published figures that lie in the plot area."""
    picture, frame = drawing.picture, drawing.frame
    return tuple(
        point
        for point in picture.points
        if frame.holds(frame.x_of(point.time), frame.y_of(point.value))
    )


def _paint_point(painter: QPainter, point: Point, frame: Frame, look: Look) -> None:
    """Paint a hollow marker; its bar is what the sources leave open."""
    x, y = frame.x_of(point.time), frame.y_of(point.value)
    low = min(frame.y_of(point.low), frame.bottom)
    high = max(frame.y_of(point.high), frame.top)
    cap, radius = 3 * look.scale, RADIUS * look.scale
    painter.setPen(look.pen(look.theme.text, 1.1))
    if low - high > 2 * radius:
        for y_cap in (low, high):
            painter.drawLine(QLineF(x - cap, y_cap, x + cap, y_cap))
        painter.drawLine(QLineF(x, high, x, y - radius))
        painter.drawLine(QLineF(x, y + radius, x, low))
    painter.setBrush(QBrush(QColor(look.theme.panel)))
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _paint_events(painter: QPainter, drawing: Drawing) -> None:
    """Paint a thin dashed pole per event, its label above the plot where there is room."""
    frame, look, rows = drawing.frame, drawing.look, drawing.margins.event_rows
    quiet = look.pen(mixed(look.theme.axis, look.theme.panel, 0.35), dashed=True)
    for mark, x, row, left in flags_of(drawing, rows):
        top = frame.top - max(0, rows - row) * look.line
        painter.setPen(quiet)
        painter.drawLine(QLineF(round(x), top, round(x), frame.bottom))
        if left is not None:
            painter.setPen(QColor(look.theme.muted))
            paint_line(painter, look.small, left, top + look.metrics.ascent(), mark.label)
