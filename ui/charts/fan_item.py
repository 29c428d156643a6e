"""The items of a chart's scene: the fan that moves, and still layers around it.

Everything is in pixels of the view, so nothing is transformed while painting and no axis is
rebuilt while a slider moves.
"""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.fan import Fan, paint_fan

Painting = Callable[[QPainter], None]


class FanItem(pg.GraphicsObject):
    """All bands and lines of one chart in one item; new data replaces shapes, nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._fan = Fan(QRectF())

    def set_fan(self, fan: Fan) -> None:
        """Show other shapes."""
        if fan.area != self._fan.area:
            self.prepareGeometryChange()
        self._fan = fan
        self.update()

    def boundingRect(self) -> QRectF:
        return self._fan.area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_fan(painter, self._fan)


class Layer(pg.GraphicsObject):
    """A layer that is painted by a function; a still one is kept as a pixmap."""

    def __init__(self, *, still: bool = False) -> None:
        super().__init__()
        self._area = QRectF()
        self._painting: Painting | None = None
        if still:
            self.setCacheMode(self.CacheMode.DeviceCoordinateCache)

    def set_painting(self, area: QRectF, painting: Painting | None) -> None:
        """Show what the function paints in an area, or nothing."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self._painting = painting
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._painting is not None:
            self._painting(painter)
