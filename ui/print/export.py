"""Charts as files: PNG, SVG, PDF and CSV, as bytes first, then written whole or not at all.

Works without a window and without a screen: where no application runs yet, one is made that
needs none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QMimeData,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import QApplication

from planner.engine.clock import month_labels
from planner.ensemble.projection import Projection, Request
from planner.files.exports.export_file import make_folder, write_export
from planner.files.exports.tidy_table import BANDS, COLUMNS, csv_cell, number_texts
from planner.files.exports.xml_text import xml_bytes, xml_text
from planner.files.scenario.titles import distinct_names, file_name_of
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.quantities.listed import listed
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.message import Message
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import (
    EVERY,
    ChartSetting,
    default_setting,
    default_settings,
    requests_for,
    spec_of,
)
from ui.charts.contents.words import wording
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.print.sheet import SCALE, PrintedSheet, Sheet, sheet_of, titles_in_words
from ui.print.size import PictureSize
from ui.print.svg_fonts import with_font_lists
from ui.process.display import application_without_screen
from ui.style.theme import LIGHT, Theme
from ui.wording.translate import numerals, speak

BREACHES_TOLD: Final = 3
UNITS_PER_INCH: Final = 100
"""Units of a sheet to an inch of paper: the usual sheet is 16 inches wide."""
UNITS_PER_METER: Final = UNITS_PER_INCH / 0.0254
USUAL: Final = PictureSize()


class ExportError(Exception):
    """A picture that could not be made; the message says which."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A chart for the clipboard."""

    png: bytes
    image: QImage


def save_charts(
    run: ShownRun,
    folder: Path,
    settings: Sequence[ChartSetting] | None = None,
    size: PictureSize = USUAL,
    suffix: str = "png",
    remark: Callable[[Message], object] | None = None,
) -> list[Path]:
    """Write a file per chart, `<chart>.<scenario>.<suffix>`, and return their paths.

    Without settings the four charts of a first start. `remark` is told what a user should know of
    a file that is written. Raises FileError when one cannot be, ExportError when a picture cannot
    be made.
    """
    files = charts_as_files(run, folder, settings or default_settings(), size, suffix)
    make_folder(folder)
    for path, data in files.items():
        for each in write_export(path, data):
            if remark is not None:
                remark(each)
    return list(files)


def charts_as_files(
    run: ShownRun,
    folder: Path,
    settings: Sequence[ChartSetting],
    size: PictureSize = USUAL,
    suffix: str = "png",
) -> dict[Path, bytes]:
    """Return the bytes of a file per chart by its path in a folder; nothing is written."""
    return {
        chart_path(folder, each, run.scenario, suffix): chart_bytes(each, run, suffix, size)
        for each in settings
    }


def chart_path(folder: Path, setting: ChartSetting, scenario: Scenario, suffix: str) -> Path:
    """Return where in a folder a chart of a scenario is written."""
    return folder / file_name(setting, scenario, suffix)


def file_name(setting: ChartSetting, scenario: Scenario, suffix: str) -> str:
    """Return `<chart>.<scenario>.<suffix>`, fit for every file system."""
    usual = setting.element == default_setting(setting.chart).element
    named = {"": "total", EVERY: "each"}.get(setting.element, setting.element)
    element = "" if usual else f"-{named}"
    view = "" if setting.view == "absolute" else f"-{setting.view}"
    beginning = f"{setting.chart}{element}{view}."
    return file_name_of(scenario.title, f".{suffix}", beginning)


def chart_bytes(
    setting: ChartSetting, run: ShownRun, suffix: str, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as the bytes of a file, in one of the formats of charts or as a table."""
    return chart_work(setting, run, suffix, size)()


def chart_work(
    setting: ChartSetting, run: ShownRun, suffix: str, size: PictureSize = USUAL
) -> Callable[[], bytes]:
    """Lay a chart out, and return what makes the bytes of a file of it, in any thread, once.

    Raises ExportError where there is nothing to draw.
    """
    return WRITERS[suffix](setting, run, size)


def chart_image(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> QImage:
    """Return a chart as an image of exactly the pixels of a size, as for the clipboard."""
    return _image(_laid_out(setting, run, theme, size))


def chart_png(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as a PNG that carries its scenarios, of 3200 by 2000 pixels unless given.

    Raises FileError for a scenario that no file can hold.
    """
    return _png(_laid_out(setting, run, theme, size))


def chart_svg(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as an SVG of 1600 by 1000 points, unless given."""
    return _svg(_laid_out(setting, run, theme, size))


def chart_pdf(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as a PDF of one page, a hundred units of its sheet to an inch."""
    return _pdf(_laid_out(setting, run, theme, size))


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A sheet ready to be painted once, and what it shows."""

    setting: ChartSetting
    run: ShownRun
    size: PictureSize
    printed: PrintedSheet

    @property
    def title(self) -> str:
        """What a file is called inside."""
        return f"{self.setting.chart}: {titles_in_words(_scenarios_shown(self.setting, self.run))}"


def _image(chart: _LaidOut) -> QImage:
    image = QImage(QSize(*chart.size.pixels), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(f"there is no memory for a picture of {chart.setting.chart}")
    dots_per_unit = image.width() / chart.printed.sheet.size[0]
    image.setDotsPerMeterX(round(dots_per_unit * UNITS_PER_METER))
    image.setDotsPerMeterY(round(dots_per_unit * UNITS_PER_METER))
    _paint_on(image, chart, chart.size.pixels)
    return image


def _png(chart: _LaidOut) -> bytes:
    return _png_of(_image(chart), chart.setting, chart.run)


def _svg(chart: _LaidOut) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    data, buffer = _memory()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # SVG Tiny knows no clipping
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(chart.size.width, chart.size.height))
    generator.setViewBox(QRectF(0, 0, *chart.printed.sheet.size))
    generator.setTitle(chart.title)
    _paint_on(generator, chart, chart.printed.sheet.size)
    return with_font_lists(xml_bytes(bytes(data.data())))


def _pdf(chart: _LaidOut) -> bytes:
    data, buffer = _memory()
    writer = QPdfWriter(buffer)
    writer.setTitle(xml_text(chart.title))
    writer.setCreator("Suanli")
    page = QSizeF(*(units / UNITS_PER_INCH for units in chart.printed.sheet.size))
    match_exactly = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Inch, "", match_exactly))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _paint_on(writer, chart, (writer.width(), writer.height()))
    return bytes(data.data())


def chart_csv(setting: ChartSetting, run: ShownRun) -> str:
    """Return what a chart shows as a tidy table: the numbers of the run, unrounded by the screen.

    Columns are those of the CSV of a run, with the view after the index.
    """
    at = COLUMNS.index("index") + 1
    lines = [",".join((*COLUMNS[:at], "view", *COLUMNS[at:]))]
    projections = [run.projection, *(other for other, _ in run.others)]
    if run.baseline.scenario.levers != run.scenario.levers:
        projections.insert(1, run.baseline)
    names = distinct_names(projection.scenario.title for projection in projections)
    for name, projection in zip(names, projections, strict=True):
        for request in requests_for(setting):
            lines.extend(_lines(name, projection, request))
    return "\n".join(lines) + "\n"


def chart_to_copy(setting: ChartSetting, run: ShownRun, size: PictureSize = USUAL) -> Copied:
    """Return a chart as a PNG that carries its scenarios, and as an image.

    Raises FileError for a scenario that no file can hold.
    """
    return copy_work(setting, run, size)()


def copy_work(
    setting: ChartSetting, run: ShownRun, size: PictureSize = USUAL
) -> Callable[[], Copied]:
    """Lay a chart out, and return what makes it ready for the clipboard, in any thread, once."""
    return partial(_copied, _laid_out(setting, run, LIGHT, size))


def _copied(chart: _LaidOut) -> Copied:
    image = _image(chart)
    return Copied(_png_of(image, chart.setting, chart.run), image)


def put_on_clipboard(chart: Copied) -> None:
    """Put a chart on the clipboard: whoever asks for a PNG gets its bytes as they are."""
    copied = QMimeData()
    copied.setData("image/png", chart.png)
    copied.setImageData(chart.image)
    QGuiApplication.clipboard().setMimeData(copied)


def _png_of(image: QImage, setting: ChartSetting, run: ShownRun) -> bytes:
    """Return an image as a PNG that carries the scenarios it shows."""
    from planner.files.scenario.picture import with_scenarios

    data, buffer = _memory()
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(f"the picture of {setting.chart} could not be made")
    return with_scenarios(bytes(data.data()), _scenarios_shown(setting, run))


def _scenarios_shown(setting: ChartSetting, run: ShownRun) -> tuple[Scenario, ...]:
    """Return the scenarios that a chart shows; areas are those of one."""
    others = () if spec_of(setting).is_counted else run.others
    return (run.scenario, *(other.scenario for other, _ in others))


def _sheet(
    setting: ChartSetting, run: ShownRun, theme: Theme, size: PictureSize
) -> tuple[Sheet, Look]:
    """Return the sheet and its hand; all that can fail has failed before a painter begins."""
    application_for_pictures()
    look = Look(theme, wording(), numerals(), SCALE)
    picture = chart_picture(setting, run, look.words)
    if picture.is_empty:
        raise ExportError(f"the run holds nothing to draw for {setting.chart}")
    today = date.today()  # noqa: DTZ011 - the day where the reader is
    others = _scenarios_shown(setting, run)[1:]
    sheet = sheet_of(picture, run.projection, look, today, size, others)
    return replace(sheet, breaches=listed(run.breaches, " ", BREACHES_TOLD)), look


def _memory() -> tuple[QByteArray, QBuffer]:
    """Return bytes that are still empty, and what writes to them."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


def _laid_out(setting: ChartSetting, run: ShownRun, theme: Theme, size: PictureSize) -> _LaidOut:
    return _LaidOut(setting, run, size, PrintedSheet(*_sheet(setting, run, theme, size)))


def _paint_on(device: QPaintDevice, chart: _LaidOut, extent: tuple[float, float]) -> None:
    """Paint the sheet over the whole extent of a device, and give it back."""
    painter = QPainter()
    try:
        if not painter.begin(device):
            raise ExportError(f"the picture of {chart.setting.chart} could not be made")
        (wide, high), (width, height) = extent, chart.printed.sheet.size
        painter.scale(wide / width, high / height)
        chart.printed.paint(painter)
    finally:
        painter.end()
        chart.printed.close()


def _lines(name: str, projection: Projection, request: Request) -> Iterator[str]:
    series = projection.series.get(request)
    if series is None:
        return
    unit = {"percent": PERCENT, "index": "first month = 100"}.get(
        request.view, model().outcomes[request.outcome].told_in
    )
    nothing = [""] * len(series.center)
    bands = [nothing] * len(BANDS) if series.bands is None else map(number_texts, series.bands)
    share = nothing if series.share is None else number_texts(series.share)
    states = [request.state] * len(series.center)
    texts = [number_texts(series.center), *bands, states, share]
    middle = f",{request.outcome},{request.element},{request.view},{csv_cell(unit)},"
    for month, *row in zip(month_labels(len(projection.times)), *texts, strict=True):
        yield f"{csv_cell(name)},{month}{middle}{','.join(row)}"


@cache
def application_for_pictures() -> QApplication:
    """Return the application; where none runs, make one that needs no screen and keep it."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = application_without_screen()
    speak(made)
    return made


def _drawn_as(
    paint: Callable[[_LaidOut], bytes], setting: ChartSetting, run: ShownRun, size: PictureSize
) -> Callable[[], bytes]:
    return partial(paint, _laid_out(setting, run, LIGHT, size))


def _table(setting: ChartSetting, run: ShownRun, _size: PictureSize) -> Callable[[], bytes]:
    return chart_csv(setting, run).encode


WRITERS: Final[
    Mapping[str, Callable[[ChartSetting, ShownRun, PictureSize], Callable[[], bytes]]]
] = {
    "png": partial(_drawn_as, _png),
    "svg": partial(_drawn_as, _svg),
    "pdf": partial(_drawn_as, _pdf),
    "csv": _table,
}
"""What lays out a chart in each format, by its suffix, and returns what writes it."""
