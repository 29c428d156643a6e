"""The picture of an answer in a size, painted on a page or as an SVG, in any thread. Floor: print.

What paints it holds frozen values and touches no widget.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from planner.files.exports.xml_text import xml_bytes
from ui.engine.answered import Answered
from ui.print.sheet_files import ExportError, memory
from ui.print.svg_fonts import with_font_lists
from ui.style.theme import LIGHT

_LEAST: Final = 60.0


class AnswerPicture:
    """A picture in a width; its height follows from what it shows, `shrunk` by a factor."""

    def __init__(self, answered: Answered, width: float, shrunk: float = 1.0) -> None:
        self.title = answered.answer.title
        self.width = width
        self._paint = answered.paint
        high = max(_LEAST, width * answered.aspect * shrunk)
        self.height = 0.0 if answered.paint is None else high

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint."""
        return self._paint is None

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it from a corner on."""
        if self._paint is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x, y)
        self._paint(painter, QRectF(0, 0, self.width, self.height), LIGHT)
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
        generator.setDescription(self.title)
        painter = QPainter()
        try:
            if not painter.begin(generator):
                raise ExportError(f"the picture of {self.title} could not be made")
            self.paint(painter, 0.0, 0.0)
        finally:
            painter.end()
        return with_font_lists(xml_bytes(bytes(data.data())))
