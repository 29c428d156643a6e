"""Bands and lines of one chart: strokes ready to paint, and the item of its view box that has them.

The strokes of a curve are kept: a curve that has not changed costs nothing but its paint, one that
moves is written into the polygons it had before. One item paints all curves, in pixels of the box:
an item a curve, with a pen that Qt widens, takes many times as long.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.contents.curves import FANS_AT_MOST
from ui.charts.contents.picture import BASELINE, EXTRAPOLATED_FROM, Curve
from ui.charts.layout.extremes import extremes
from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels
from ui.charts.plot.box import PlotBox
from ui.charts.plot.hatch import hatch_brush, hatch_lines, paint_hatch
from ui.charts.plot.polygons import Polygon, bands, lines, runs_of
from ui.charts.plot.rows import Rows
from ui.charts.plot.strokes import APART, Stroke, draw_by_pen, lighter, stroke_of

CROWDED = 0.7
LEAST = 1e-9
"""Height of what is flat: Qt unites no empty rectangles."""
BEYOND = 1e5
"""Pixels further than any picture is large."""


class CurveShapes:
    """The two bands and the two lines of one curve, in pixels."""

    def __init__(self, *, has_inner: bool) -> None:
        self._has_inner = has_inner
        self._curve: Curve | None = None
        self._pixels: Pixels | None = None
        self._stroke: Stroke | None = None
        self._outer: list[Polygon] = []
        self._inner: list[Polygon] = []
        self._line: list[Polygon] = []
        self._central: list[Polygon] = []
        self._outlines: list[QPainterPath] = []
        self.extent = QRectF()

    @property
    def is_baseline(self) -> bool:
        """Whether the curve is one of the baseline."""
        return self._curve is not None and self._curve.color == BASELINE

    @property
    def is_hatched(self) -> bool:
        """Whether the band is one to hatch."""
        curve = self._curve
        return curve is not None and curve.has_fan and not curve.light

    def show(self, curve: Curve, pixels: Pixels, stroke: Stroke) -> None:
        """Take the shape of a curve, unless it is the one already shown."""
        if curve is self._curve and pixels == self._pixels and stroke is self._stroke:
            return
        if curve is not self._curve or self._pixels is None or pixels.is_log != self._pixels.is_log:
            self.extent = _extent_of(curve, is_log=pixels.is_log)
        self._curve, self._pixels, self._stroke = curve, pixels, stroke
        if curve.area is not None:
            self._show_area(curve, curve.area, pixels)
            return
        rows = Rows(curve, pixels, has_inner=self._has_inner)
        if stroke.pen is None:
            self._line = rows.ribbon(stroke.width, self._line)
            self._outlines = [_outline(ribbon) for ribbon in self._line]
        else:
            self._line = rows.line(self._line)
        self._central = rows.central(self._central)
        self._outer, self._inner = rows.outer(self._outer), rows.inner(self._inner)

    def _show_area(self, curve: Curve, area: NDArray[np.float64], pixels: Pixels) -> None:
        """Take the shape of an area, or of the baseline's line above it."""
        x, edges = pixels.x(curve.times), pixels.y(area)
        is_line = curve.color == BASELINE
        self._line = lines(x, edges[1], runs_of(edges[1:]), self._line) if is_line else []
        self._outer = [] if is_line else bands(x, edges[0], edges[1], runs_of(edges), self._outer)
        self._inner, self._central, self._outlines = [], [], []

    def paint_bands(self, painter: QPainter) -> None:
        """Paint the light band, and the dark one over it."""
        if self._stroke is None or not self._outer:
            return
        painter.setBrush(self._stroke.outer)
        self.fill_outer(painter)
        painter.setBrush(self._stroke.inner)
        for polygon in self._inner:
            painter.drawPolygon(polygon.shape)

    def fill_outer(self, painter: QPainter) -> None:
        """Fill the light band with the painter's brush."""
        for polygon in self._outer:
            painter.drawPolygon(polygon.shape)

    def hatch_lines(self, look: Look) -> list[QLineF]:
        """Return the lines of the hatch over the band."""
        curve, pixels = self._curve, self._pixels
        if curve is None or pixels is None or curve.bands is None:
            return []
        return hatch_lines(curve.times, pixels.y(curve.bands)[[0, 4]], pixels, look.scale)

    def paint_line(self, painter: QPainter) -> None:
        """Paint the run at central values, and the median over it."""
        stroke = self._stroke
        if stroke is None:
            return
        draw_by_pen(painter, stroke.thin, self._central)
        if stroke.pen is None:
            for outline in self._outlines:
                painter.fillPath(outline, stroke.color)
            return
        if not stroke.is_doubled:
            draw_by_pen(painter, stroke.pen, self._line)
            return
        for shift in (-APART / 2, APART):
            painter.translate(0.0, shift)
            draw_by_pen(painter, stroke.pen, self._line)
        painter.translate(0.0, -APART / 2)


class Strokes:
    """The shapes of every curve of a picture, in painting order."""

    def __init__(self, *, has_inner: bool = True) -> None:
        self._has_inner = has_inner
        self._curves: list[CurveShapes] = []
        self._look: Look | None = None
        self._pixels: Pixels | None = None

    def show(self, curves: tuple[Curve, ...], pixels: Pixels, look: Look) -> None:
        """Take the shape of curves."""
        self._look, self._pixels = look, pixels
        crowd = sum(curve.has_fan and not curve.light for curve in curves)
        own = CROWDED if crowd > 1 else 1.0
        behind = own * lighter(len({c.color for c in curves if c.light}))
        crowded = sum(curve.color == BASELINE for curve in curves) > FANS_AT_MOST
        del self._curves[len(curves) :]
        while len(self._curves) < len(curves):
            self._curves.append(CurveShapes(has_inner=self._has_inner))
        for shapes, curve in zip(self._curves, curves, strict=True):
            strength = behind if curve.light else own
            stroke = stroke_of(curve, look, strength, crowded=crowded)
            shapes.show(curve, pixels, stroke)

    @property
    def extent(self) -> QRectF:
        """The years and values between which the curves lie, as far as these are numbers."""
        whole = QRectF()
        for shapes in self._curves:
            whole |= shapes.extent
        return whole

    def paint(self, painter: QPainter) -> None:
        """Paint bands without antialiasing, which costs more than it shows, and lines with it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for shapes in self._curves:
            shapes.paint_bands(painter)
        hatched = [shapes for shapes in self._curves if shapes.is_hatched]
        if self._look is not None and self._pixels is not None and hatched:
            _hatch(painter, hatched, self._look, self._pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for is_baseline in (True, False):  # under the scenarios, whose colors stay what they are
            for shapes in self._curves:
                if shapes.is_baseline == is_baseline:
                    shapes.paint_line(painter)


def _hatch(painter: QPainter, hatched: list[CurveShapes], look: Look, pixels: Pixels) -> None:
    """Hatch bands of extrapolated years: with a brush where pixels are painted, else with lines."""
    if painter.paintEngine().type() != QPaintEngine.Type.Raster:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for shapes in hatched:
            paint_hatch(painter, shapes.hatch_lines(look), look)
        return
    begin = pixels.left + EXTRAPOLATED_FROM * pixels.per_year
    painter.save()
    painter.setClipRect(QRectF(begin, -BEYOND, BEYOND, 2 * BEYOND), Qt.ClipOperation.IntersectClip)
    painter.setBrush(hatch_brush(look, painter.device().devicePixelRatioF()))
    for shapes in hatched:
        shapes.fill_outer(painter)
    painter.restore()


class Fan(pg.GraphicsObject):
    """All curves of a view box, in its data coordinates; whoever has a view repaints it.

    Where there is little room a band `has_inner` none: P10-P90 alone.
    """

    def __init__(self, box: PlotBox, look: Look, *, has_inner: bool = True) -> None:
        super().__init__()
        self._box, self._look = box, look
        self._curves: tuple[Curve, ...] = ()
        self._strokes = Strokes(has_inner=has_inner)
        self._extent = QRectF()
        box.addItem(self, ignoreBounds=True)
        box.sigRangeChanged.connect(self._on_moved)
        box.sigResized.connect(self._on_moved)

    def show(self, curves: tuple[Curve, ...], look: Look) -> None:
        """Draw these curves."""
        self._curves, self._look = curves, look
        self._on_moved()
        extent = self._strokes.extent
        if not self._extent.contains(extent):
            self.prepareGeometryChange()
            self._extent |= extent

    def shrink(self) -> None:
        """Cover no more than the curves do; while a hand moves, what they left stays covered."""
        self.prepareGeometryChange()
        self._extent = self._strokes.extent

    def _on_moved(self) -> None:
        self._strokes.show(self._curves, self._box.pixels, self._look)

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._box.paint_in_pixels(painter)
        self._strokes.paint(painter)


def _extent_of(curve: Curve, *, is_log: bool) -> QRectF:
    """Return the years and values between which a curve lies; empty where it has no place."""
    edges = curve.area if curve.area is not None else curve.bands
    edges = curve.line[None] if edges is None else edges[[0, -1]]
    if is_log:
        with np.errstate(divide="ignore", invalid="ignore"):
            edges = np.log10(edges)
    found = extremes(edges[0], edges[-1])
    if found is None:
        return QRectF()
    first, last = float(curve.times[0]), float(curve.times[-1])
    return QRectF(first, found[0], last - first, max(found[1] - found[0], LEAST))


def _outline(ribbon: Polygon) -> QPainterPath:
    """Return a ribbon as a path: filled by winding, a path takes a fifth of a polygon's time."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(ribbon.shape)
    return path
