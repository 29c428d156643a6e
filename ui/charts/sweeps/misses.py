"""The boxes of a sweep in which a level is missed, world below world, for files. Floor: charts."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.charts.worlds.miss_boxes import MissBoxes
from ui.charts.worlds.picture import paint_text
from ui.style.theme import Theme

_HEAD: Final = 22.0


@dataclass(frozen=True, slots=True)
class MissesPicture:
    """Boxes, each under the words above them."""

    parts: tuple[tuple[str, MissBoxes], ...]

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle, each part as high as it wants in proportion."""
        wanted = sum(boxes.height + _HEAD for _, boxes in self.parts)
        top, shrunk = rect.top(), min(1.0, rect.height() / wanted)
        for head, boxes in self.parts:
            line = QRectF(rect.left(), top, rect.width(), _HEAD)
            paint_text(painter, line, head, theme.text, bold=True)
            high = (boxes.height + _HEAD) * shrunk - _HEAD
            boxes.paint(painter, QRectF(rect.left(), line.bottom(), rect.width(), high), theme)
            top += high + _HEAD
