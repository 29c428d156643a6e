"""Published figures on a chart: hollow marks over the curves, with what sources leave open.

A planner's own numbers, which rest on no published fact, are filled.

An item of our own: a ScatterPlotItem takes as long for two marks as all curves of a chart, and
paints them in pixels of the device, which are too small on a printed sheet.
"""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from planner.facts.record import Point
from ui.charts.layout.look import Look
from ui.charts.layout.scale import Scale
from ui.charts.plot.box import PlotBox

RADIUS, CAP = 3.5, 3.0
REACH = 8.0
"""Pixels from a mark within which the pointer is on it."""
Mark = tuple[QPointF, float, list[QLineF], bool]
"""Where a point is, how large, the lines of its bar, and whether it is a planner's own."""


class PublishedPoints(pg.GraphicsObject):
    """The published figures that have a place in a view box, in its data coordinates."""

    def __init__(self, box: PlotBox, look: Look) -> None:
        super().__init__()
        self._box, self._look = box, look
        self._scale = Scale()
        self._drawn_in: object = None
        self._marks: list[Mark] = []
        self.points: tuple[Point, ...] = ()
        self.setVisible(False)
        box.addItem(self, ignoreBounds=True)

    def show_points(self, points: tuple[Point, ...], scale: Scale, look: Look) -> None:
        """Show points on a scale."""
        if points != self.points or scale != self._scale:
            self.prepareGeometryChange()
            self._drawn_in = None
        self.points, self._scale, self._look = points, scale, look
        self.setVisible(bool(points))

    def boundingRect(self) -> QRectF:
        """Return the years and values between which the points and their bars lie."""
        area = QRectF()
        for point in self.points:
            low, high = (self._value(end) for end in (point.low, point.high))
            area |= QRectF(point.time, low, 1e-9, max(high - low, 1e-9))
        return area

    def at(self, pixel: QPointF) -> Point | None:
        """Return the point that is seen at a pixel of the box."""
        for point in self.points:
            place = self._box.pixel_of(point.time, point.value)
            reach = max(abs(place.x() - pixel.x()), abs(place.y() - pixel.y()))
            if self._box.rect().contains(place) and reach <= REACH * self._look.scale:
                return point
        return None

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look, pixels = self._look, self._box.pixels
        if (pixels, look) != self._drawn_in:
            self._drawn_in = pixels, look
            self._marks = [self._mark(point) for point in self.points]
        self._box.paint_in_pixels(painter)
        self.paint_marks(painter, self._marks)

    def paint_marks(self, painter: QPainter, marks: Sequence[Mark]) -> None:
        """Paint marks in pixels: hollow, or filled where they are a planner's own."""
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(look.pen(look.theme.text, 1.1))
        hollow, filled = (QBrush(QColor(each)) for each in (look.theme.panel, look.theme.text))
        for place, radius, bar, is_own in marks:
            painter.setBrush(filled if is_own else hollow)
            painter.drawLines(bar)
            painter.drawEllipse(place, radius, radius)

    def _value(self, value: float) -> float:
        return max(self._scale.placed(value), self._scale.low)

    def _mark(self, point: Point) -> Mark:
        """Return a mark, filled where it is a planner's own; its bar is what sources leave open."""
        look, place = self._look, self._box.pixel_of(point.time, point.value)
        low, high = (self._box.pixel_of(point.time, end).y() for end in (point.low, point.high))
        x, y, cap, radius = place.x(), place.y(), CAP * look.scale, RADIUS * look.scale
        if low - high <= 2 * radius:
            return place, radius, [], not point.fact_id
        caps = [QLineF(x - cap, end, x + cap, end) for end in (low, high)]
        bars = [QLineF(x, high, x, y - radius), QLineF(x, y + radius, x, low)]
        return place, radius, [*caps, *bars], not point.fact_id
