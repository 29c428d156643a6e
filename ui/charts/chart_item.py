"""The item of a chart's scene that paints the whole chart when something in it changed."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.still import Painting


class ChartItem(pg.GraphicsObject):
    """Fills its area with what a function paints."""

    def __init__(self, painting: Painting) -> None:
        super().__init__()
        self._painting = painting
        self._area = QRectF()

    def set_area(self, area: QRectF) -> None:
        """Cover this part of the scene."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._painting(painter)
