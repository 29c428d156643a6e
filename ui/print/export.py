"""Charts as files: pictures, documents, tables, as bytes first, then written whole or not at all.

Works without a window and without a screen: where no application runs yet, one is made that
needs none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from planner.ensemble.projection import Projection
from planner.files.exports import chart_table
from planner.files.exports.export_file import make_folder, write_export
from planner.files.scenario.titles import file_name_of
from planner.model.scenario import Scenario
from planner.model.sums import is_sum
from planner.quantities.listed import listed
from planner.quantities.told.lists import sentence_mark, sentences
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.message import Message
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.scopes import areas_of, places_shown
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import (
    BESIDE,
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
from ui.print.figures import figures
from ui.print.headline import headline
from ui.print.printed_sheet import printed_sheet
from ui.print.report.care import disputes
from ui.print.sheet import (
    SCALE,
    SCALE_OF_SEVERAL,
    Sheet,
    answered,
    opening_again,
    sheet_of,
    sheet_of_several,
)
from ui.print.sheet_files import FILES, ExportError, LaidOut, image_of, png_of
from ui.print.size import PictureSize
from ui.print.values.told import chart_values
from ui.process.display.application import application_without_screen
from ui.process.qt_language import let_qt_speak
from ui.style.theme import LIGHT, Theme
from ui.wording.figures.units import units

BREACHES_TOLD: Final = 3
USUAL: Final = PictureSize()


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
    named = {"": "total", EVERY: "each"}.get(setting.element) or "-".join(
        "others" if is_sum(each) else each for each in setting.element.split(BESIDE)
    )
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
    """Return a chart as an image of exactly the pixels of a size, those of its PNG."""
    return image_of(_laid_out(setting, run, theme, size, opens=True))


def chart_png(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as a PNG that carries its scenarios, of 3200 by 2000 pixels unless given.

    Raises FileError for a scenario that no file can hold.
    """
    return FILES["png"](_laid_out(setting, run, theme, size, opens=True))


def chart_svg(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as an SVG of 1600 by 1000 points, unless given."""
    return FILES["svg"](_laid_out(setting, run, theme, size))


def chart_pdf(
    setting: ChartSetting, run: ShownRun, theme: Theme = LIGHT, size: PictureSize = USUAL
) -> bytes:
    """Return a chart as a PDF of one page, a hundred units of its sheet to an inch."""
    return FILES["pdf"](_laid_out(setting, run, theme, size))


def chart_csv(setting: ChartSetting, run: ShownRun) -> str:
    """Return what a chart shows as a tidy table: the numbers of the run, unrounded by the screen.

    They are told in the chosen units. Columns are those of the CSV of a run, with the view after
    the index.
    """
    return chart_table.chart_csv(_runs_of(run), requests_for(setting), run.against, units())


def _runs_of(run: ShownRun) -> list[Projection]:
    """Return the runs whose numbers a chart shows: its own, the baseline's, the others'."""
    below = [run.baseline] if run.has_other_levers else []
    return [run.projection, *below, *(other for other, _ in run.others)]


def chart_to_copy(setting: ChartSetting, run: ShownRun, size: PictureSize = USUAL) -> Copied:
    """Return a chart as a PNG that carries its scenarios, and as an image.

    Raises FileError for a scenario that no file can hold.
    """
    return copy_work(setting, run, size)()


def copy_work(
    setting: ChartSetting, run: ShownRun, size: PictureSize = USUAL
) -> Callable[[], Copied]:
    """Lay a chart out, and return what makes it ready for the clipboard, in any thread, once."""
    return partial(_copied, _laid_out(setting, run, LIGHT, size, opens=True))


def _copied(chart: LaidOut) -> Copied:
    image = image_of(chart)
    return Copied(png_of(image, chart), image)


def put_on_clipboard(chart: Copied) -> None:
    """Put a chart on the clipboard: whoever asks for a PNG gets its bytes as they are."""
    copied = QMimeData()
    copied.setData("image/png", chart.png)
    copied.setImageData(chart.image)
    QGuiApplication.clipboard().setMimeData(copied)


def _colors_shown(setting: ChartSetting, run: ShownRun) -> tuple[int, ...]:
    """Return the numbers of the colors of these scenarios."""
    others = () if spec_of(setting).is_counted else run.others
    return (run.own, *(color for _, color in others))


def _scenarios_shown(setting: ChartSetting, run: ShownRun) -> tuple[Scenario, ...]:
    """Return the scenarios that a chart shows; areas are those of one."""
    others = () if spec_of(setting).is_counted else run.others
    return (run.scenario, *(other.scenario for other, _ in others))


def _sheet(
    setting: ChartSetting, run: ShownRun, theme: Theme, size: PictureSize, *, opens: bool = False
) -> tuple[Sheet, Look]:
    """Return the sheet and its hand; all that can fail has failed before a painter begins."""
    look = _look(theme, SCALE)
    picture = picture_of(setting, run, look)
    others = _scenarios_shown(setting, run)[1:]
    sheet = sheet_of(picture, run.projection, look, _today(), size, others)
    answer = None if others else headline(setting, run)
    if answer is not None:
        sheet = answered(sheet, answer.title, answer.difference)
    if opens:
        sheet = opening_again(sheet)
    scenarios = run.below.scenario, *_scenarios_shown(setting, run)
    disputed = sentences(disputes(scenarios, areas_of(setting)))
    values = (chart_values(setting, run, look, differing=True),)
    sheet = replace(sheet, disputes=disputed, figures=figures(setting, run, look), values=values)
    return _with_breaches(sheet, run), look


def _look(theme: Theme, scale: float) -> Look:
    application_for_pictures()
    return Look(theme, wording(), numerals(), scale)


def picture_of(setting: ChartSetting, run: ShownRun, look: Look) -> ChartPicture:
    """Return what a chart on paper shows. Raises ExportError where there is nothing to draw."""
    picture = chart_picture(setting, run, look.words)
    if picture.is_empty:
        raise ExportError(f"the run holds nothing to draw for {setting.chart}")
    return picture if picture.has_effect else replace(picture, effect=(), effect_name="")


def _with_breaches(sheet: Sheet, run: ShownRun) -> Sheet:
    return replace(sheet, breaches=listed(run.breaches, sentence_mark(), BREACHES_TOLD))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the reader is


def _laid_out(
    setting: ChartSetting, run: ShownRun, theme: Theme, size: PictureSize, *, opens: bool = False
) -> LaidOut:
    sheet, look = _sheet(setting, run, theme, size, opens=opens)
    shown, colors = _scenarios_shown(setting, run), _colors_shown(setting, run)
    printed, places = printed_sheet(sheet, look), places_shown((setting,))
    return LaidOut(setting.chart, shown, size, printed, colors, places)


def sheet_work(
    run: ShownRun,
    settings: Sequence[ChartSetting] | None = None,
    suffix: str = "png",
    size: PictureSize = USUAL,
    theme: Theme = LIGHT,
) -> Callable[[], bytes]:
    """Lay several charts out on one sheet, and return what makes the bytes of it, once.

    Without settings the four charts of a first start. Raises ExportError where one of them has
    nothing to draw.
    """
    return partial(FILES[suffix], sheet_laid_out(run, settings, size, theme))


def sheet_laid_out(
    run: ShownRun,
    settings: Sequence[ChartSetting] | None = None,
    size: PictureSize = USUAL,
    theme: Theme = LIGHT,
    change: Callable[[Sheet], Sheet] | None = None,
) -> LaidOut:
    """Lay several charts out on one sheet; `change` may say something else on it."""
    look = _look(theme, SCALE_OF_SEVERAL)
    pictures = [picture_of(each, run, look) for each in settings or default_settings()]
    others = tuple(other.scenario for other, _ in run.others)
    sheet = sheet_of_several(pictures, run.projection, look, _today(), size, others)
    alone = len(pictures) == 1
    values = tuple(chart_values(each.setting, run, look, differing=alone) for each in pictures)
    sheet = _with_breaches(replace(sheet, values=values), run)
    printed = printed_sheet(change(sheet) if change else sheet, look)
    colors = (run.own, *(color for _, color in run.others))
    shown, places = (run.scenario, *others), places_shown([each.setting for each in pictures])
    return LaidOut("sheet", shown, size, printed, colors, places)


@cache
def application_for_pictures() -> QApplication:
    """Return the application; where none runs, make one that needs no screen and keep it."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = application_without_screen()
    let_qt_speak(made)
    return made


def _drawn_as(
    paint: Callable[[LaidOut], bytes], setting: ChartSetting, run: ShownRun, size: PictureSize
) -> Callable[[], bytes]:
    opens = paint is FILES["png"]
    return partial(paint, _laid_out(setting, run, LIGHT, size, opens=opens))


def _table(setting: ChartSetting, run: ShownRun, _size: PictureSize) -> Callable[[], bytes]:
    return chart_csv(setting, run).encode


def _book(setting: ChartSetting, run: ShownRun, _size: PictureSize) -> Callable[[], bytes]:
    from planner.files.exports.workbook import chart_workbook

    return partial(chart_workbook, _runs_of(run), requests_for(setting), run.against, units())


WRITERS: Final[
    Mapping[str, Callable[[ChartSetting, ShownRun, PictureSize], Callable[[], bytes]]]
] = {
    **{suffix: partial(_drawn_as, paint) for suffix, paint in FILES.items()},
    "csv": _table,
    "xlsx": _book,
}
"""What lays out a chart in each format, by its suffix, and returns what writes it."""
