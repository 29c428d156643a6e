"""Thin lines of curves, drawn by a pen; also where a point of the screen has several pixels.

There a pen of one point is wider than a pixel, and Qt widens it: seven times as long as lines of
one pixel side by side.
"""

from collections.abc import Sequence

from PySide6.QtGui import QPaintEngine, QPainter, QPen

from ui.charts.plot.polygons import Polygon

HAIRLINE = 1.0


def draw_by_pen(painter: QPainter, pen: QPen, polygons: Sequence[Polygon]) -> None:
    """Draw open polygons; the painter's pen is changed."""
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
