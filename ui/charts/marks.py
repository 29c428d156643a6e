"""What stands on a chart beside its curves: published figures, events and the names of curves."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from planner.facts.record import Point
from ui.charts.frame import Frame
from ui.charts.labels import flow, spread
from ui.charts.layout import (
    GAP,
    ROWS_ON_TOP,
    SWATCH,
    Drawing,
    entry_widths,
    flags_of,
    last_value,
    name_of,
    named_curves,
)
from ui.charts.look import Look
from ui.theme import mixed

RADIUS = 3.5
INDENT = 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_marks(painter: QPainter, drawing: Drawing) -> None:
    """Paint events and published figures."""
    painter.save()
    painter.setFont(drawing.look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_events(painter, drawing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for point in shown_points(drawing):
        _paint_point(painter, point, drawing.frame, drawing.look)
    painter.restore()


def paint_names(painter: QPainter, drawing: Drawing) -> None:
    """Paint the names of curves."""
    painter.save()
    painter.setFont(drawing.look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if drawing.margins.names_at_side:
        _paint_names_at_side(painter, drawing)
    else:
        _paint_names_on_top(painter, drawing)
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
            width = look.metrics.horizontalAdvance(mark.label) + 2
            painter.drawText(QRectF(left, top, width, look.line), LEFT, mark.label)


def _paint_names_at_side(painter: QPainter, drawing: Drawing) -> None:
    frame, look, curves = drawing.frame, drawing.look, named_curves(drawing.picture)
    heights = (frame.y_of(last_value(curve)) for curve in curves)
    ends = [min(max(height, frame.top), frame.bottom) for height in heights]
    half = look.line / 2
    centers = spread(ends, look.line, frame.top + half / 2, frame.bottom - half / 2)
    tick = GAP * look.scale
    room = drawing.size[0] - frame.right - 1.6 * tick
    for curve, end, center in zip(curves, ends, centers, strict=True):
        painter.setPen(look.pen(look.color(curve.color), 1.0))
        painter.drawLine(QLineF(frame.right + 1, end, frame.right + 1.2 * tick, center))
        painter.setPen(QColor(look.text_color(curve.color)))
        name = look.metrics.elidedText(name_of(curve), Qt.TextElideMode.ElideRight, room)
        box = QRectF(frame.right + 1.6 * tick, center - half, room + 1, look.line)
        painter.drawText(box, LEFT, name)


def _paint_names_on_top(painter: QPainter, drawing: Drawing) -> None:
    look, curves = drawing.look, named_curves(drawing.picture)
    widths = entry_widths(
        [look.metrics.horizontalAdvance(name_of(curve)) for curve in curves], look
    )
    room = drawing.size[0]
    for curve, (start, row) in zip(
        curves, flow(widths, room, 2 * GAP * look.scale, ROWS_ON_TOP), strict=False
    ):
        middle = (row + 0.5) * look.line
        x = start + INDENT * look.scale
        swatch = SWATCH * look.scale
        painter.setPen(look.pen(look.color(curve.color), 2.0, dashed=curve.dashed))
        painter.drawLine(QLineF(x, middle, x + swatch, middle))
        painter.setPen(QColor(look.text_color(curve.color)))
        left = x + swatch + 4 * look.scale
        name = look.metrics.elidedText(name_of(curve), Qt.TextElideMode.ElideRight, room - left)
        painter.drawText(QRectF(left, row * look.line, room - left + 4, look.line), LEFT, name)
