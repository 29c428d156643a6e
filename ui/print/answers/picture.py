"""The picture of an answer: recorded in the thread of the window, played back in any. Floor: print.

What a card paints with may belong to the window; what is recorded belongs to nobody.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPicture

from planner.files.exports.xml_text import xml_bytes
from ui.engine.answered import Answered
from ui.print.sheet_files import ExportError, memory
from ui.print.svg_fonts import with_font_lists
from ui.style.theme import LIGHT

_LEAST: Final = 60.0


class AnswerPicture:
    """A picture in a width; its height follows from what it shows."""

    def __init__(self, answered: Answered, width: float) -> None:
        self.title = answered.answer.title
        self.width = width
        self.height = max(_LEAST, width * answered.aspect) if answered.paint else 0.0
        self._picture = QPicture()
        if answered.paint is not None:
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            try:
                answered.paint(painter, QRectF(0, 0, width, self.height), LIGHT)
            finally:
                painter.end()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint."""
        return not self.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it from a corner on."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x, y)
        self._picture.play(painter)
        painter.restore()

    def svg(self) -> bytes:
        """Return it as an SVG of its size."""
        from PySide6.QtSvg import QSvgGenerator

        data, buffer = memory()
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(round(self.width), round(self.height)))
        generator.setViewBox(QRectF(0, 0, self.width, self.height))
        generator.setTitle(self.title)
        painter = QPainter()
        try:
            if not painter.begin(generator):
                raise ExportError(f"the picture of {self.title} could not be made")
            self.paint(painter, 0.0, 0.0)
        finally:
            painter.end()
        return with_font_lists(xml_bytes(bytes(data.data())))
