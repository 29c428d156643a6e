"""The names of curves: at their right ends where there is room, else in a line on top.

Names on top stand still while curves move; those at the side follow their curves, each written
once and kept.
"""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText, QTransform

from ui.charts.labels import spread
from ui.charts.layout import GAP, SWATCH, Drawing, entries, last_value, name_of
from ui.charts.look import Look

INDENT = 2


def paint_names(painter: QPainter, drawing: Drawing) -> None:
    """Paint all names of curves."""
    paint_legend(painter, drawing)
    paint_names_at_side(painter, drawing)


def paint_names_at_side(painter: QPainter, drawing: Drawing) -> None:
    """Paint the names that follow their curves."""
    frame, look, curves = drawing.frame, drawing.look, drawing.named
    if not curves:
        return
    heights = (frame.y_of(last_value(curve)) for curve in curves)
    ends = [min(max(height, frame.top), frame.bottom) for height in heights]
    half = look.line / 2
    centers = spread(ends, look.line, frame.top + half / 2, frame.bottom - half / 2)
    tick = GAP * look.scale
    left = frame.right + 1.6 * tick
    room = int(drawing.size[0] - left)
    painter.save()
    painter.setFont(look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for curve, end, center in zip(curves, ends, centers, strict=True):
        painter.setPen(look.pen(look.color(curve.color), 1.0))
        painter.drawLine(QLineF(frame.right + 1, end, frame.right + 1.2 * tick, center))
        painter.setPen(QColor(look.text_color(curve.color)))
        painter.drawStaticText(QPointF(left, center - half), _written(name_of(curve), room, look))
    painter.restore()


def paint_legend(painter: QPainter, drawing: Drawing) -> None:
    """Paint the names that stand on top, each with a piece of its line."""
    look, swatch = drawing.look, SWATCH * drawing.look.scale
    painter.save()
    painter.setFont(look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for curve, start, row, room in entries(drawing.legend, drawing.size[0], look):
        middle = (row + 0.5) * look.line
        x = start + INDENT * look.scale
        painter.setPen(look.pen(look.color(curve.color), 2.0, dashed=curve.dashed))
        painter.drawLine(QLineF(x, middle, x + swatch, middle))
        painter.setPen(QColor(look.text_color(curve.color)))
        name = _written(name_of(curve), ceil(room), look)
        painter.drawStaticText(QPointF(x + swatch + 4 * look.scale, row * look.line), name)
    painter.restore()


@lru_cache(maxsize=256)
def _written(name: str, room: int, look: Look) -> QStaticText:
    """Return a name on one line no wider than the room, shaped once."""
    text = QStaticText(look.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(QTransform(), look.small)
    return text
