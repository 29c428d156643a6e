"""A part of a chart that stands still while curves move: painted once, then kept as a pixmap."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

Painting = Callable[[QPainter], None]


class Still:
    """A layer that is painted anew only when what it shows or its pixels change."""

    def __init__(self) -> None:
        self._painting: Painting | None = None
        self._area = QRect()
        self._ground = QColor(Qt.GlobalColor.transparent)
        self._pixels = 0.0
        self._pixmap = QPixmap()

    def set_painting(self, painting: Painting, area: QRect, ground: QColor | None = None) -> None:
        """Show what the function paints in an area, on a ground of one color or on none."""
        self._painting = painting
        self._area = area
        self._ground = ground or QColor(Qt.GlobalColor.transparent)
        self._pixels = 0.0

    def paint(self, painter: QPainter, pixels_per_point: float) -> None:
        """Paint the layer where it is."""
        if self._painting is None or self._area.isEmpty():
            return
        if pixels_per_point != self._pixels:
            self._pixels = pixels_per_point
            self._pixmap = self._painted(self._painting)
        painter.drawPixmap(self._area.topLeft(), self._pixmap)

    def _painted(self, painting: Painting) -> QPixmap:
        made = QPixmap(self._area.size() * self._pixels)
        made.setDevicePixelRatio(self._pixels)
        made.fill(self._ground)
        painter = QPainter(made)
        painter.translate(-self._area.topLeft())
        painting(painter)
        painter.end()
        return made
