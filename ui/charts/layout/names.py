"""The names of curves: at their right ends where there is room, else in a line on top.

Names on top stand still while curves move; those at the side follow their curves, each written
once and kept.
"""

from functools import lru_cache
from math import ceil, isfinite, isnan

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.charts.contents.picture import BASELINE, Curve
from ui.charts.layout.frame import Frame
from ui.charts.layout.labels import spread
from ui.charts.layout.look import Look
from ui.charts.layout.margins import (
    GAP,
    SWATCH,
    Drawing,
    entries,
    legend_reach,
    name_of,
    written_name,
)
from ui.style.lettering import Shaped, reach_of

INDENT = 2
SQUARE = 9.0


def paint_names(painter: QPainter, drawing: Drawing) -> None:
    """Paint all names of curves."""
    paint_legend(painter, drawing)
    paint_names_at_side(painter, drawing)


def paint_names_at_side(painter: QPainter, drawing: Drawing) -> None:
    """Paint the names that follow their curves."""
    frame, look, curves = drawing.frame, drawing.look, drawing.named
    if not curves:
        return
    ends = [_end_of(curve, frame) for curve in curves]
    reach = reach_of((name_of(curve) for curve in curves), look.small)
    half = reach.height / 2
    centers = spread(ends, reach.height, frame.top + half / 2, frame.bottom - half / 2)
    tick = GAP * look.scale
    left = frame.right + 1.6 * tick
    room = int(drawing.size[0] - left)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for curve, end, center in zip(curves, ends, centers, strict=True):
        if isfinite(curve.end):
            painter.setPen(look.pen(look.color(curve.color), 1.0))
            painter.drawLine(QLineF(frame.right + 1, end, frame.right + 1.2 * tick, center))
        painter.setPen(QColor(look.text_color(curve.color)))
        baseline = center - half + reach.above
        _written(written_name(curve), room, look).paint(painter, left, baseline)
    painter.restore()


def _end_of(curve: Curve, frame: Frame) -> float:
    """Return the height at which a name stands: that of its line's end, the top where it has none.

    What is unbounded or undefined stands at no value; a line that leaves below does so at the foot.
    """
    if isnan(curve.end):
        return frame.top
    return min(max(frame.y_of(curve.end), frame.top), frame.bottom)


def paint_legend(painter: QPainter, drawing: Drawing) -> None:
    """Paint the names that stand on top, each with a piece of its line."""
    look, swatch = drawing.look, SWATCH * drawing.look.scale
    reach = legend_reach(drawing.legend, look)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for curve, start, row, room in entries(drawing.legend, drawing.size, look):
        middle = (row + 0.5) * reach.height
        x = start + INDENT * look.scale
        _paint_swatch(painter, curve, QPointF(x + swatch, middle), look)
        painter.setPen(QColor(look.text_color(curve.color)))
        name = _written(written_name(curve), ceil(room), look)
        name.paint(painter, x + swatch + 4 * look.scale, row * reach.height + reach.above)
    painter.restore()


def _paint_swatch(painter: QPainter, curve: Curve, end: QPointF, look: Look) -> None:
    """Paint a piece of a curve's line, or of its area, up to a point."""
    if curve.area is not None and curve.color != BASELINE:
        side = SQUARE * look.scale
        box = QRectF(end.x() - side, end.y() - side / 2, side, side)
        painter.fillRect(box, look.fill(curve.color))
        return
    painter.setPen(look.pen(look.color(curve.color), 2.0, dashed=curve.dashed))
    painter.drawLine(QLineF(end.x() - SWATCH * look.scale, end.y(), end.x(), end.y()))


@lru_cache(maxsize=256)
def _written(name: str, room: int, look: Look) -> Shaped:
    """Return a name on one line no wider than the room, shaped once."""
    return Shaped(look.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room), look.small)
