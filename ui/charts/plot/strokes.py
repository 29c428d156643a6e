"""How a curve is drawn: the colors of its bands, the width and the color of its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen

from ui.charts.contents.picture import BASELINE, LIMIT, Curve, Dash
from ui.charts.layout.look import Look
from ui.charts.plot.polygons import Polygon
from ui.style.theme import mixed

HAIRLINE, LIGHT_WIDTH, OWN_WIDTH = 1.0, 1.4, 2.0
APART = 0.8
OUTER, INNER = 0.16, 0.22
LIGHTER = 0.45
ALONE = 3
QUIET = 0.4
FAINT = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One way to draw a curve: thin lines by a pen, wide ones as a ribbon filled with a color.

    `thin` draws the run at central values. A line that `is_doubled` is drawn twice, `APART` from
    each other: with dashes, a wide pen takes ten times as long.

    The painter is fastest so on a screen; on paper a pen keeps the file small.
    """

    outer: QColor
    inner: QColor
    width: float
    color: QColor
    pen: QPen | None
    thin: QPen
    is_doubled: bool = False


def lighter(scenarios: int) -> float:
    """Return how strong the bands of further scenarios are, each fainter the more there are."""
    return LIGHTER * (ALONE + 1) / (ALONE + max(1, scenarios))


def stroke_of(curve: Curve, look: Look, strength: float, *, crowded: bool) -> Stroke:
    """Return how a curve is drawn; the same for the same role in the same hand."""
    quiet = crowded and curve.color == BASELINE and curve.area is None
    if curve.area is not None and curve.color != BASELINE:
        return _fill(look, curve.color)
    return _stroke(look, curve.color, curve.dash, curve.light, quiet, strength)


@lru_cache(maxsize=64)
def _fill(look: Look, role: str | int) -> Stroke:
    """Return how an area is drawn: filled, without a line."""
    plain, none = look.color(role), QPen(Qt.PenStyle.NoPen)
    color = look.fill(role)
    return Stroke(outer=color, inner=color, width=0.0, color=QColor(plain), pen=none, thin=none)


@lru_cache(maxsize=256)
def _stroke(
    look: Look, role: str | int, dash: Dash, light: bool, quiet: bool, strength: float
) -> Stroke:
    plain = look.color(role)
    line = mixed(plain, look.theme.panel, QUIET) if quiet else plain
    width = _width(role, light=light)
    is_screen = look.scale == 1.0
    by_pen = width <= HAIRLINE or dash is not None or not is_screen
    pen_width = HAIRLINE if dash is not None and is_screen else width
    return Stroke(
        outer=_shade(plain, strength * OUTER),
        inner=_shade(plain, strength * INNER),
        width=width,
        color=QColor(line),
        pen=look.pen(line, pen_width, dash) if by_pen else None,
        thin=look.pen(mixed(plain, look.theme.panel, FAINT), HAIRLINE),
        is_doubled=pen_width < width and not light,
    )


def _width(role: str | int, *, light: bool) -> float:
    if role in (BASELINE, LIMIT):
        return HAIRLINE
    return LIGHT_WIDTH if light else OWN_WIDTH


def _shade(color: str, alpha: float) -> QColor:
    shade = QColor(color)
    shade.setAlphaF(alpha)
    return shade


def draw_by_pen(painter: QPainter, pen: QPen, polygons: Sequence[Polygon]) -> None:
    """Draw open polygons with a pen of a stroke; the painter's pen is changed.

    Where a point of the screen has several pixels, Qt widens a thin pen, which takes seven times as
    long as lines of one pixel side by side.
    """
    pixels = round(_pixels_of_a_point(painter))
    if pixels == 1 or pen.widthF() > HAIRLINE or not polygons:
        painter.setPen(pen)
        _draw(painter, polygons)
        return
    painter.setPen(_of_one_pixel(pen, pixels))
    painter.save()
    half = (1.0 - 1.0 / pixels) / 2
    painter.translate(-half, -half)
    for _ in range(2 * pixels - 1):  # half a pixel apart: no ground is seen between them
        _draw(painter, polygons)
        painter.translate(0.5 / pixels, 0.5 / pixels)
    painter.restore()


def _draw(painter: QPainter, polygons: Sequence[Polygon]) -> None:
    for polygon in polygons:
        painter.drawPolyline(polygon.shape)


def _pixels_of_a_point(painter: QPainter) -> float:
    is_raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
    return painter.device().devicePixelRatioF() if is_raster else 1.0


def _of_one_pixel(pen: QPen, pixels: int) -> QPen:
    """Return a pen of one pixel of the device; it counts dashes in these."""
    fine = QPen(pen)
    if pen.dashPattern():
        fine.setDashPattern([length * pixels for length in pen.dashPattern()])
    fine.setWidthF(0.0)
    return fine
