"""What stands still in a chart while its curves move: painted once, then kept as a pixmap.

On a screen alone: a printer and a vector file are given the strokes themselves.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

Draw = Callable[[QPainter], None]


class Kept:
    """A picture of a part of a view on a ground of one color, drawn anew only when it is stale."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None

    def forget(self) -> None:
        """Draw anew when next painted."""
        self._pixmap = None

    def paint(
        self, painter: QPainter, area: QRect, ground: QColor, ratio: float, draw: Draw
    ) -> None:
        """Paint what is kept; `ratio` is the pixels of a point."""
        if self._pixmap is None or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = _drawn(area, ground, ratio, draw)
        painter.drawPixmap(area.topLeft(), self._pixmap)


def _drawn(area: QRect, ground: QColor, ratio: float, draw: Draw) -> QPixmap:
    made = QPixmap(area.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    painter = QPainter(made)
    try:
        painter.translate(-area.topLeft())
        draw(painter)
    finally:
        painter.end()
    return made
