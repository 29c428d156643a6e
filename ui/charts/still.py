"""A part of a chart that stands still while curves move: painted once, then kept as a pixmap."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

Painting = Callable[[QPainter], None]


class Still:
    """A layer that is painted anew only when what it shows, its size or its pixels change."""

    def __init__(self) -> None:
        self._painting: Painting | None = None
        self._ground = QColor(Qt.GlobalColor.transparent)
        self._pixmap: QPixmap | None = None

    def set_painting(self, painting: Painting, ground: QColor | None = None) -> None:
        """Show what the function paints, on a ground of one color or on none."""
        self._painting = painting
        self._ground = ground or QColor(Qt.GlobalColor.transparent)
        self._pixmap = None

    def paint(self, painter: QPainter, size: QSize, pixels_per_point: float) -> None:
        """Paint the layer at the origin of a painter."""
        if self._painting is None:
            return
        kept = self._pixmap
        if kept is None or kept.size() != size * pixels_per_point:
            kept = self._pixmap = self._painted(self._painting, size, pixels_per_point)
        painter.drawPixmap(0, 0, kept)

    def _painted(self, painting: Painting, size: QSize, pixels_per_point: float) -> QPixmap:
        made = QPixmap(size * pixels_per_point)
        made.setDevicePixelRatio(pixels_per_point)
        made.fill(self._ground)
        painter = QPainter(made)
        painting(painter)
        painter.end()
        return made
