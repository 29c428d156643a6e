"""The picture of the points of a sweep as a file: what it is above, what it rests on below.

Floor: print.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter

from planner.ensemble.progress import Steps
from planner.files.exports.xml_text import xml_bytes, xml_text
from ui.charts.sweeps.shown import Painted
from ui.charts.worlds.picture import paint_text
from ui.print.sheet_files import ExportError, memory
from ui.print.size import PictureSize
from ui.print.svg_fonts import with_font_lists
from ui.style.theme import LIGHT, SMALL_PIXELS, font

_WIDE: Final = 900.0
"""Units that a picture is wide; letters have the pixels of the window."""
_MARGIN: Final = 18.0
_TITLE: Final = 24.0
_FOOT: Final = 20.0
_WRAPS: Final = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True, eq=False)
class PointsSheet:
    """A picture with its title, the sentence that answers, and what it was made of."""

    picture: Painted
    title: str
    sentence: str
    made_of: str

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint all of it into a rectangle."""
        painter.fillRect(rect, QColor(LIGHT.panel))
        room = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        title = QRectF(room.left(), room.top(), room.width(), _TITLE)
        paint_text(painter, title, self.title, LIGHT.text, pixels=16, bold=True)
        said = QRectF(room.left(), title.bottom(), room.width(), room.height())
        metrics = QFontMetricsF(font())
        high = metrics.boundingRect(said, _WRAPS, self.sentence).height()
        painter.setFont(font())
        painter.setPen(QColor(LIGHT.text))
        painter.drawText(said, _WRAPS, self.sentence)
        top = said.top() + high + _MARGIN / 2
        plot = QRectF(room.left(), top, room.width(), room.bottom() - _FOOT - top)
        self.picture.paint(painter, plot, LIGHT)
        foot = QRectF(room.left(), plot.bottom(), room.width(), _FOOT)
        paint_text(painter, foot, self.made_of, LIGHT.muted, pixels=SMALL_PIXELS)


def picture_of_points(
    sheet: PointsSheet, path: Path, size: PictureSize
) -> Steps[dict[Path, bytes]]:
    """Return the picture as the ending of the name says: an SVG, else a PNG."""
    yield 0.0
    make = _svg if path.suffix.casefold() == ".svg" else _png
    return {path: make(sheet, size)}


def _png(sheet: PointsSheet, size: PictureSize) -> bytes:
    image = QImage(QSize(*size.pixels), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(f"there is no memory for a picture of {sheet.title}")
    image.setText("Title", sheet.title)
    image.setText("Description", sheet.sentence)
    _paint_on(image, sheet, size, image.width() / _WIDE)
    data, buffer = memory()
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(f"the picture of {sheet.title} could not be made")
    return bytes(data.data())


def _svg(sheet: PointsSheet, size: PictureSize) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    data, buffer = memory()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(size.width, size.height))
    generator.setViewBox(QRectF(0, 0, size.width, size.height))
    generator.setTitle(xml_text(sheet.title))
    generator.setDescription(xml_text(sheet.sentence))
    _paint_on(generator, sheet, size, size.width / _WIDE)
    return with_font_lists(xml_bytes(bytes(data.data())))


def _paint_on(device: QPaintDevice, sheet: PointsSheet, size: PictureSize, scale: float) -> None:
    painter = QPainter()
    try:
        if not painter.begin(device):
            raise ExportError(f"the picture of {sheet.title} could not be made")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        sheet.paint(painter, QRectF(0, 0, _WIDE, _WIDE * size.height / size.width))
    finally:
        painter.end()
