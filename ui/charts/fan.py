"""Bands and lines of one chart as shapes ready to paint, on screen and on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.charts.curves import FANS_AT_MOST
from ui.charts.frame import Frame
from ui.charts.look import Look
from ui.charts.picture import BASELINE, LIMIT, ChartPicture, Curve
from ui.charts.polygons import Values, bands, lines, ribbons
from ui.theme import mixed

HAIRLINE, LIGHT_WIDTH, OWN_WIDTH = 1.0, 1.4, 2.0
OUTER, INNER = 0.16, 0.22
CROWDED = 0.7
LIGHTER = 0.45


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A line as the painter is fastest with: thin ones by a pen, thick ones as filled ribbons."""

    polygon: QPolygonF
    pen: QPen | None = None
    color: QColor | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Fan:
    """Filled polygons and strokes, in painting order, cut to a rectangle."""

    area: QRectF
    fills: tuple[tuple[QPolygonF, QColor], ...] = ()
    strokes: tuple[Stroke, ...] = ()


def fan_of(picture: ChartPicture, frame: Frame, look: Look) -> Fan:
    """Return the shapes of every curve of a picture."""
    crowd = sum(curve.bands is not None and not curve.light for curve in picture.curves)
    strength = CROWDED if crowd > 1 else 1.0
    crowded = sum(curve.color == BASELINE for curve in picture.curves) > FANS_AT_MOST
    months = {id(curve.times): frame.x(curve.times) for curve in picture.curves}
    fills, strokes = [], []
    for curve in picture.curves:
        x = months[id(curve.times)]
        if curve.bands is not None:
            fills += _fills(curve, x, frame, look, strength)
        strokes += _strokes(curve, x, frame, look, crowded=crowded)
    area = QRectF(frame.left, frame.top - 1, frame.width + 1, frame.height + 2)
    return Fan(area, tuple(fills), tuple(strokes))


def paint_fan(painter: QPainter, fan: Fan) -> None:
    """Paint bands without antialiasing, which costs more than it shows, and lines with it."""
    painter.save()
    painter.setClipRect(fan.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for polygon, color in fan.fills:
        painter.setBrush(color)
        painter.drawPolygon(polygon)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for stroke in fan.strokes:
        if stroke.pen is not None:
            painter.setPen(stroke.pen)
            painter.drawPolyline(stroke.polygon)
        elif stroke.color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(stroke.color)
            painter.drawPath(_outline(stroke.polygon))
    painter.restore()


def _outline(ribbon: QPolygonF) -> QPainterPath:
    """Return a ribbon as a path: filled by winding, a path takes a fifth of a polygon's time."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(ribbon)
    return path


def _fills(
    curve: Curve, x: Values, frame: Frame, look: Look, strength: float
) -> list[tuple[QPolygonF, QColor]]:
    if curve.bands is None:
        return []
    edges = frame.y(curve.bands)
    share = strength * (LIGHTER if curve.light else 1.0)
    color = look.color(curve.color)
    outer = [(band, _shade(color, share * OUTER)) for band in bands(x, edges[0], edges[4])]
    inner = [(band, _shade(color, share * INNER)) for band in bands(x, edges[1], edges[3])]
    return outer + inner


def _strokes(curve: Curve, x: Values, frame: Frame, look: Look, *, crowded: bool) -> list[Stroke]:
    color = look.color(curve.color)
    if crowded and curve.color == BASELINE:
        color = mixed(color, look.theme.panel, 0.4)
    width, y = _width(curve), frame.y(curve.center)
    if width > HAIRLINE and look.scale == 1.0:
        shade = QColor(color)
        return [Stroke(ribbon, color=shade) for ribbon in ribbons(x, y, width)]
    pen = look.pen(color, width, dashed=curve.dashed)
    return [Stroke(line, pen=pen) for line in lines(x, y)]


def _width(curve: Curve) -> float:
    if curve.color in (BASELINE, LIMIT) or curve.dashed:
        return HAIRLINE
    return LIGHT_WIDTH if curve.light else OWN_WIDTH


def _shade(color: str, alpha: float) -> QColor:
    shade = QColor(color)
    shade.setAlphaF(alpha)
    return shade
