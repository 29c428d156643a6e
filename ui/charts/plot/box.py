"""The view box of a chart: what the wheel and a drag do in it. Its range is never found by itself.

The wheel, where the canvas lets it, zooms around the pointer, a drag zooms to a box, a drag with
Shift or the middle button moves what is seen.
"""

from typing import Final

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath

from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels

BORDER: Final = 2.0
"""Pixels beyond the box that are painted: a wide line at its edge is seen whole."""
SHADE: Final = 0.12
Span = tuple[float, float]
CLOSEST: Final = 0.5
"""Years that are seen at least."""


class PlotBox(pg.ViewBox):
    """A ViewBox on whole pixels whose range is set, or chosen by hand.

    `taken` and `let_go` tell that a drag in it begins and ends.
    """

    taken = Signal()
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()
        self.is_log = False
        self._pixels = Pixels(0.0, 1.0, 0.0, 1.0, 0.0)
        self._mapped: object = None
        self._look: Look | None = None
        self._taken_at: tuple[float, float, float, float] | None = None
        self._is_given_back = False
        self.setMouseMode(self.RectMode)
        for item in (self, self.childGroup):
            item.setFlag(self.GraphicsItemFlag.ItemHasNoContents)

    def set_look(self, look: Look) -> None:
        """Draw the box of a zoom in another hand."""
        self._look = look
        shade = QColor(look.theme.accent)
        shade.setAlphaF(SHADE)
        self.rbScaleBox.setPen(pg.mkPen(look.theme.accent))
        self.rbScaleBox.setBrush(pg.mkBrush(shade))

    def setRange(self, *args: object, **ranges: object) -> None:
        """Take ranges at once: in the next paint, as the library does, they would need two."""
        super().setRange(*args, **ranges)
        self.updateMatrix()

    def show_range(self, first: float, last: float, low: float, high: float) -> None:
        """Show these years and values, exactly."""
        self.setRange(xRange=(first, last), yRange=(low, high), padding=0.0)

    @property
    def years(self) -> tuple[float, float]:
        """The first and last year that are seen."""
        first, last = self.viewRange()[0]
        return first, last

    @property
    def values(self) -> tuple[float, float]:
        """The lowest and highest value that are seen."""
        low, high = self.viewRange()[1]
        return low, high

    def beside(self, later: float, higher: float) -> tuple[Span, Span]:
        """Return the years and values that lie so many parts of those seen later and higher."""
        (first, last), (low, high) = self.years, self.values
        years, values = later * (last - first), higher * (high - low)
        return (first + years, last + years), (low + values, high + values)

    @property
    def pixels(self) -> Pixels:
        """Where data lies in the box, from its upper left corner; the same until that changes."""
        (first, last), (low, high) = self.state["viewRange"]
        size = self.size()
        mapped = first, last, low, high, size.width(), size.height(), self.is_log
        if mapped != self._mapped:
            self._mapped = mapped
            per_year, per_value = size.width() / (last - first), -size.height() / (high - low)
            self._pixels = Pixels(
                -first * per_year,
                per_year,
                -high * per_value,
                per_value,
                size.height(),
                self.is_log,
            )
        return self._pixels

    def pixel_of(self, time: float, value: float) -> QPointF:
        """Return where a moment and a value lie, from the upper left corner of the box."""
        pixels = self.pixels
        return QPointF(pixels.left + time * pixels.per_year, pixels.y_of(value))

    def pixel_at(self, place: QPointF) -> QPointF:
        """Return the pixel of a place as its items have it, whose values may be logarithms."""
        pixels = self.pixels
        x = pixels.left + place.x() * pixels.per_year
        return QPointF(x, pixels.top + place.y() * pixels.per_value)

    def area_of(self, area: QRectF) -> QRectF:
        """Return a rectangle in pixels as its items have it."""
        pixels = self.pixels
        corners = (
            QPointF(
                (corner.x() - pixels.left) / pixels.per_year,
                (corner.y() - pixels.top) / pixels.per_value,
            )
            for corner in (area.topLeft(), area.bottomRight())
        )
        return QRectF(*corners).normalized()

    def paint_in_pixels(self, painter: QPainter) -> None:
        """Let a painter of one of its items go on in pixels of the box, as wide as its pens say."""
        painter.setTransform(self.childGroup.transform().inverted()[0], True)

    def shape(self) -> QPainterPath:
        """Return what the curves are cut to."""
        path = QPainterPath()
        path.addRect(QRectF(self.rect()).adjusted(0, -BORDER, BORDER, BORDER))
        return path

    def give_back(self) -> None:
        """See what was seen before the drag; what is left of it does nothing."""
        if self._taken_at is not None:
            before, self._taken_at, self._is_given_back = self._taken_at, None, True
            self.rbScaleBox.hide()
            if before != (*self.years, *self.values):
                self.show_range(*before)
                self.sigRangeChangedManually.emit(self.state["mouseEnabled"])

    def mouseDragEvent(self, event: MouseDragEvent, axis: int | None = None) -> None:
        """Zoom to a box, or move with Shift and with the middle button."""
        if event.isStart():
            self._taken_at, self._is_given_back = (*self.years, *self.values), False
            self.taken.emit()
            moves = event.button() == Qt.MouseButton.MiddleButton
            moves = moves or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.setMouseMode(self.PanMode if moves else self.RectMode)
            if not moves and self._look is not None:
                self.set_look(self._look)  # the library makes another box after it has moved
        if event.isFinish():
            self._taken_at = None
            self.let_go.emit()
        if self._is_given_back:
            event.accept()
        elif event.button() == Qt.MouseButton.RightButton:
            event.ignore()
        else:
            super().mouseDragEvent(event, axis)
