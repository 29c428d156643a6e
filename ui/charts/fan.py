"""Bands and lines of one chart as shapes ready to paint, on screen and on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.charts.frame import Frame
from ui.charts.look import Look
from ui.charts.polygons import bands, lines
from ui.charts.series import BASELINE, FANS_AT_MOST, LIMIT, ChartPicture, Curve
from ui.theme import mixed

WIDTHS = {"own": 2.0, "light": 1.4, "baseline": 1.0, "limit": 1.4}
OUTER, INNER = 0.16, 0.22
CROWDED = 0.7
LIGHTER = 0.45


@dataclass(frozen=True, slots=True, eq=False)
class Fan:
    """Filled polygons and strokes, in painting order, cut to a rectangle."""

    area: QRectF
    fills: tuple[tuple[QPolygonF, QBrush], ...] = ()
    strokes: tuple[tuple[QPolygonF, QPen], ...] = ()


def fan_of(picture: ChartPicture, frame: Frame, look: Look) -> Fan:
    """Return the shapes of every curve of a picture."""
    crowd = sum(curve.bands is not None and not curve.light for curve in picture.curves)
    strength = CROWDED if crowd > 1 else 1.0
    crowded = sum(curve.color == BASELINE for curve in picture.curves) > FANS_AT_MOST
    return Fan(
        area=QRectF(frame.left, frame.top - 1, frame.width + 1, frame.height + 2),
        fills=tuple(
            fill for curve in picture.curves for fill in _fills(curve, frame, look, strength)
        ),
        strokes=tuple(
            (line, _pen(curve, look, crowded=crowded))
            for curve in picture.curves
            for line in lines(frame.x(curve.times), frame.y(curve.center))
        ),
    )


def paint_fan(painter: QPainter, fan: Fan) -> None:
    """Paint bands without antialiasing, which costs more than it shows, and lines with it."""
    painter.save()
    painter.setClipRect(fan.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for polygon, brush in fan.fills:
        painter.setBrush(brush)
        painter.drawPolygon(polygon)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for polygon, pen in fan.strokes:
        painter.setPen(pen)
        painter.drawPolyline(polygon)
    painter.restore()


def _fills(
    curve: Curve, frame: Frame, look: Look, strength: float
) -> list[tuple[QPolygonF, QBrush]]:
    if curve.bands is None:
        return []
    x = frame.x(curve.times)
    edges = [frame.y(row) for row in curve.bands]
    share = strength * (LIGHTER if curve.light else 1.0)
    pairs = ((edges[0], edges[4], OUTER), (edges[1], edges[3], INNER))
    return [
        (polygon, _brush(look.color(curve.color), share * alpha))
        for low, high, alpha in pairs
        for polygon in bands(x, low, high)
    ]


def _brush(color: str, alpha: float) -> QBrush:
    shade = QColor(color)
    shade.setAlphaF(alpha)
    return QBrush(shade)


def _pen(curve: Curve, look: Look, *, crowded: bool) -> QPen:
    kind = "light" if curve.light else "own"
    if curve.color in (BASELINE, LIMIT):
        kind = str(curve.color)
    color = look.color(curve.color)
    if crowded and curve.color == BASELINE:
        color = mixed(color, look.theme.panel, 0.4)
    return look.pen(color, WIDTHS[kind], dashed=curve.dashed)
