"""A sheet as the bytes of a file: PNG, SVG or PDF, painted from one layout; floor: print."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPaintDevice, QPainter, QPdfWriter

from planner.files.exports.xml_text import xml_bytes, xml_text
from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_turn, led_by
from ui.print.printed_sheet import PrintedSheet
from ui.print.size import PictureSize
from ui.print.svg_fonts import with_font_lists

UNITS_PER_INCH: Final = 100
"""Units of a sheet to an inch of paper: the usual sheet is 16 inches wide."""
UNITS_PER_METER: Final = UNITS_PER_INCH / 0.0254


class ExportError(Exception):
    """A picture that could not be made; the message says which."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet ready to be painted once, the scenarios it shows, and a name for refusals.

    `colors` are the numbers of the scenarios' colors, in their order. `places` are the areas that
    it is about, none of them for all; None where what it shows knows no areas.
    """

    name: str
    scenarios: tuple[Scenario, ...]
    size: PictureSize
    printed: PrintedSheet
    colors: tuple[int, ...] = ()
    places: tuple[str, ...] | None = None

    @property
    def title(self) -> str:
        """What a file is called inside: the charts and the scenarios, as the sheet says."""
        sheet = self.printed.sheet
        return led_by(sheet.title, sheet.subtitle)

    @property
    def description(self) -> str:
        """What a file says inside: the values of each chart, and what they rest on."""
        sheet = self.printed.sheet
        told = zip(sheet.pictures, sheet.values, strict=bool(sheet.values))
        values = (in_turn((each.title, said.text)) for each, said in told if said is not None)
        return "\n".join((*values, sheet.provenance))


def image_of(chart: LaidOut) -> QImage:
    """Return an image of exactly the pixels of a size, which says what it shows."""
    image = QImage(QSize(*chart.size.pixels), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(f"there is no memory for a picture of {chart.name}")
    dots_per_unit = image.width() / chart.printed.sheet.size[0]
    image.setDotsPerMeterX(round(dots_per_unit * UNITS_PER_METER))
    image.setDotsPerMeterY(round(dots_per_unit * UNITS_PER_METER))
    image.setText("Title", chart.title)
    image.setText("Description", chart.description)
    _paint_on(image, (chart,), chart.size.pixels)
    return image


def png_of(image: QImage, chart: LaidOut) -> bytes:
    """Return an image as a PNG that carries the scenarios it shows."""
    from planner.files.scenario.picture import with_scenarios
    from planner.files.scenario.picture_view import with_colors, with_places

    data, buffer = memory()
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(f"the picture of {chart.name} could not be made")
    png = with_scenarios(bytes(data.data()), chart.scenarios)
    colors = dict(zip(reversed(chart.scenarios), reversed(chart.colors), strict=True))
    png = with_colors(png, [colors[each] for each in dict.fromkeys(chart.scenarios)])
    return png if chart.places is None else with_places(png, chart.places)


def _png(chart: LaidOut) -> bytes:
    return png_of(image_of(chart), chart)


def _svg(chart: LaidOut) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    data, buffer = memory()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # SVG Tiny knows no clipping
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(chart.size.width, chart.size.height))
    generator.setViewBox(QRectF(0, 0, *chart.printed.sheet.size))
    generator.setTitle(chart.title)
    generator.setDescription(xml_text(chart.description))
    _paint_on(generator, (chart,), chart.printed.sheet.size)
    return with_font_lists(xml_bytes(bytes(data.data())))


def _pdf(chart: LaidOut) -> bytes:
    return pdf_of((chart,), chart.title)


def pdf_of(charts: Sequence[LaidOut], title: str) -> bytes:
    """Return sheets of one size as a document, a page each."""
    data, buffer = memory()
    writer = QPdfWriter(buffer)
    writer.setTitle(xml_text(title))
    writer.setCreator("Suanli")
    page = QSizeF(*(units / UNITS_PER_INCH for units in charts[0].printed.sheet.size))
    match_exactly = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Inch, "", match_exactly))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _paint_on(writer, charts, (writer.width(), writer.height()))
    return bytes(data.data())


def memory() -> tuple[QByteArray, QBuffer]:
    """Return bytes that are still empty, and what writes to them."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


def _paint_on(device: QPaintDevice, charts: Sequence[LaidOut], extent: tuple[float, float]) -> None:
    """Paint each sheet over the whole extent of a device, page by page, and give it back."""
    painter = QPainter()
    try:
        if not painter.begin(device):
            raise ExportError(f"the picture of {charts[0].name} could not be made")
        (wide, high), (width, height) = extent, charts[0].printed.sheet.size
        painter.scale(wide / width, high / height)
        for number, chart in enumerate(charts):
            if number and isinstance(device, QPdfWriter):
                device.newPage()
            chart.printed.paint(painter)
    finally:
        painter.end()
        for chart in charts:
            chart.printed.close()


FILES: Final[Mapping[str, Callable[[LaidOut], bytes]]] = {"png": _png, "svg": _svg, "pdf": _pdf}
"""What paints a sheet in each format, by its suffix."""
