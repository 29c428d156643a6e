"""Bands and lines of one chart as shapes ready to paint, on screen and on paper.

The shapes of a curve are kept: a curve that has not changed costs nothing but its paint, one that
moves is written into the polygons it had before.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from ui.charts.contents.curves import FANS_AT_MOST
from ui.charts.contents.picture import BASELINE, ChartPicture, Curve
from ui.charts.layout.frame import Frame
from ui.charts.layout.look import Look
from ui.charts.polygons import Polygon, bands, lines, ribbons
from ui.charts.strokes import Stroke, lighter, stroke_of

CROWDED = 0.7


class CurveShapes:
    """The two bands and the two lines of one curve, in pixels."""

    def __init__(self) -> None:
        self._curve: Curve | None = None
        self._frame: Frame | None = None
        self._stroke: Stroke | None = None
        self._outer: list[Polygon] = []
        self._inner: list[Polygon] = []
        self._line: list[Polygon] = []
        self._central: list[Polygon] = []
        self._outlines: list[QPainterPath] = []

    def show(self, curve: Curve, frame: Frame, stroke: Stroke) -> None:
        """Take the shape of a curve, unless it is the one already shown."""
        if curve is self._curve and frame == self._frame and stroke is self._stroke:
            return
        self._curve, self._frame, self._stroke = curve, frame, stroke
        if curve.area is not None:
            self._show_area(curve, curve.area, frame)
            return
        x, y = frame.x(curve.times), frame.y(curve.line)
        if stroke.pen is None:
            self._line = ribbons(x, y, stroke.width, self._line)
            self._outlines = [_outline(ribbon) for ribbon in self._line]
        else:
            self._line = lines(x, y, self._line)
        central = curve.central
        self._central = [] if central is None else lines(x, frame.y(central), self._central)
        if curve.bands is None:
            self._outer, self._inner = [], []
            return
        edges = frame.y(curve.bands)
        self._outer = bands(x, edges[0], edges[4], self._outer)
        self._inner = bands(x, edges[1], edges[3], self._inner)

    def _show_area(self, curve: Curve, area: NDArray[np.float64], frame: Frame) -> None:
        """Take the shape of an area, or of the baseline's line above it."""
        x, edges = frame.x(curve.times), frame.y(area)
        is_line = curve.color == BASELINE
        self._line = lines(x, edges[1], self._line) if is_line else []
        self._outer = [] if is_line else bands(x, edges[0], edges[1], self._outer)
        self._inner, self._central, self._outlines = [], [], []

    def paint_bands(self, painter: QPainter) -> None:
        """Paint the light band, and the dark one over it."""
        if self._stroke is None or not self._outer:
            return
        painter.setBrush(self._stroke.outer)
        for polygon in self._outer:
            painter.drawPolygon(polygon.shape)
        painter.setBrush(self._stroke.inner)
        for polygon in self._inner:
            painter.drawPolygon(polygon.shape)

    def paint_line(self, painter: QPainter) -> None:
        """Paint the run at central values, and the median over it."""
        stroke = self._stroke
        if stroke is None:
            return
        painter.setPen(stroke.thin)
        for polygon in self._central:
            painter.drawPolyline(polygon.shape)
        if stroke.pen is None:
            for outline in self._outlines:
                painter.fillPath(outline, stroke.color)
            return
        painter.setPen(stroke.pen)
        for polygon in self._line:
            painter.drawPolyline(polygon.shape)


class Fan:
    """The shapes of every curve of a picture, in painting order, cut to the plot area."""

    def __init__(self) -> None:
        self._area = QRectF()
        self._curves: list[CurveShapes] = []

    def show(self, picture: ChartPicture, frame: Frame, look: Look) -> None:
        """Take the shape of a picture."""
        crowd = sum(curve.bands is not None and not curve.light for curve in picture.curves)
        own = CROWDED if crowd > 1 else 1.0
        behind = own * lighter(len({c.color for c in picture.curves if c.light}))
        crowded = sum(curve.color == BASELINE for curve in picture.curves) > FANS_AT_MOST
        del self._curves[len(picture.curves) :]
        while len(self._curves) < len(picture.curves):
            self._curves.append(CurveShapes())
        for shapes, curve in zip(self._curves, picture.curves, strict=True):
            strength = behind if curve.light else own
            shapes.show(curve, frame, stroke_of(curve, look, strength, crowded=crowded))
        self._area = QRectF(frame.left, frame.top - 1, frame.width + 1, frame.height + 2)

    def paint(self, painter: QPainter) -> None:
        """Paint bands without antialiasing, which costs more than it shows, and lines with it."""
        painter.save()
        painter.setClipRect(self._area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for shapes in self._curves:
            shapes.paint_bands(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shapes in self._curves:
            shapes.paint_line(painter)
        painter.restore()


def fan_of(picture: ChartPicture, frame: Frame, look: Look) -> Fan:
    """Return the shapes of a picture that is painted once."""
    made = Fan()
    made.show(picture, frame, look)
    return made


def _outline(ribbon: Polygon) -> QPainterPath:
    """Return a ribbon as a path: filled by winding, a path takes a fifth of a polygon's time."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(ribbon.shape)
    return path
