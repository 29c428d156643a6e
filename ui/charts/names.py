"""The names of curves: at their right ends where there is room, else in a line on top.

Names on top stand still while curves move; those at the side follow their curves, each written
once and kept.
"""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText, QTransform

from ui.charts.labels import flow, spread
from ui.charts.layout import GAP, ROWS_ON_TOP, SWATCH, Drawing, entry_widths, last_value, name_of
from ui.charts.look import Look

INDENT = 2


def paint_names(painter: QPainter, drawing: Drawing) -> None:
    """Paint the names of curves where the drawing has them."""
    painter.save()
    painter.setFont(drawing.look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if drawing.margins.names_at_side:
        _paint_at_side(painter, drawing)
    else:
        _paint_on_top(painter, drawing)
    painter.restore()


def _paint_at_side(painter: QPainter, drawing: Drawing) -> None:
    frame, look, curves = drawing.frame, drawing.look, drawing.named
    heights = (frame.y_of(last_value(curve)) for curve in curves)
    ends = [min(max(height, frame.top), frame.bottom) for height in heights]
    half = look.line / 2
    centers = spread(ends, look.line, frame.top + half / 2, frame.bottom - half / 2)
    tick = GAP * look.scale
    left = frame.right + 1.6 * tick
    room = int(drawing.size[0] - left)
    for curve, end, center in zip(curves, ends, centers, strict=True):
        painter.setPen(look.pen(look.color(curve.color), 1.0))
        painter.drawLine(QLineF(frame.right + 1, end, frame.right + 1.2 * tick, center))
        painter.setPen(QColor(look.text_color(curve.color)))
        painter.drawStaticText(QPointF(left, center - half), _written(name_of(curve), room, look))


def _paint_on_top(painter: QPainter, drawing: Drawing) -> None:
    look, curves = drawing.look, drawing.named
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
        name = _written(name_of(curve), int(room - left), look)
        painter.drawStaticText(QPointF(left, row * look.line), name)


@lru_cache(maxsize=256)
def _written(name: str, room: int, look: Look) -> QStaticText:
    """Return a name on one line no wider than the room, shaped once."""
    text = QStaticText(look.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(QTransform(), look.small)
    return text
