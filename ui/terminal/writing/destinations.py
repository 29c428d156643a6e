"""Where the numbers of a run go: CSV, JSON, a workbook, a report, charts.

A file is written whole or not at all, what is open already is written through. What cannot be
written is found before the run, and nothing is written until it is over.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from planner.ensemble.progress import to_the_end
from planner.files.exports.formats import Beside, Format, NumbersFormat
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST, Scenario
from planner.quantities.told.lists import clauses, one_of
from planner.storage.leftovers import sweep
from planner.storage.sentences.catalog import translate
from planner.studies.cards import GENERAL
from planner.studies.key_figures import YEAR
from ui.print.formats import NUMBERS, sheet_format_of, variants_of
from ui.process.memory import LARGE, PICTURES, shortage
from ui.process.output import complain, say
from ui.terminal.reading.cards import add_cards
from ui.terminal.reading.inputs import InputError, file_name, source_of, whole_number
from ui.terminal.writing.drawing import (
    Runs,
    Subject,
    boxes_in,
    chart_paths,
    draw_charts,
    report_of,
    sheet_of_runs,
)
from ui.terminal.writing.targets import (
    STANDARD_OUTPUT,
    Target,
    check_apart,
    check_file,
    check_not_read,
    check_one_is_printed,
    check_picture,
    folders_made,
    target_of,
    tell_what_is_replaced,
)
from ui.terminal.writing.written import written_lines
from ui.wording.commands.rows.export_formats import CHARTS, REPORT, SHEET
from ui.wording.figures.units import units
from ui.wording.translate import command_text

if TYPE_CHECKING:
    from ui.print.size import PictureSize


_FUTURES_THAT_FIT: Final = 20_000
_FEW: Final = 2
_OWN_NUMBERS: Final = tuple(row for row in NUMBERS if not row.variant_of)
_FILES: Final[tuple[Format, ...]] = (*_OWN_NUMBERS, REPORT, SHEET)

_DRAWN: Final[tuple[Format, ...]] = (*CHARTS, REPORT, SHEET)

Row = TypeVar("Row", bound=Format)


@dataclass(frozen=True, slots=True)
class Output:
    """One file of numbers or one page, and what makes its bytes of runs and their baselines.

    It `draws_charts` where it shows the baseline too, and `is_picture` where it carries a scenario;
    it `compares` where it tells what runs differ by.
    """

    target: Target
    data: Callable[[Runs], bytes]
    draws_charts: bool = False
    is_picture: bool = False
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Destinations:
    """Everything that is to be written, every file of it looked at."""

    outputs: tuple[Output, ...]
    folders: tuple[tuple[Path, Format], ...]
    size: "PictureSize | None"
    about: Subject = field(default_factory=Subject)

    @property
    def prints_numbers(self) -> bool:
        """Whether standard output belongs to the numbers, and not to a person."""
        return any(each.target.is_standard_output for each in self.outputs)

    @property
    def draws_charts(self) -> bool:
        """Whether pictures are asked for, which show the baseline too."""
        return bool(self.folders) or any(each.draws_charts for each in self.outputs)

    @property
    def compares(self) -> bool:
        """Whether a table is asked for of what runs differ by from the baseline."""
        return any(each.compares for each in self.outputs)

    @property
    def shows_baseline(self) -> bool:
        """Whether the runs of baselines are needed."""
        return self.draws_charts or self.compares

    def deliver(self, runs: Runs) -> None:
        """Write all that was asked for, and say where unless the numbers are printed.

        What is open already comes last: somebody else may close it.
        """
        files = [each for each in self.outputs if each.target.is_file]
        others = [each for each in self.outputs if not each.target.is_file]
        beside = [Path(file.target.name).parent for file in files]
        sweep([*beside, *(folder for folder, _ in self.folders)])
        written = [_written(file, runs) for file in files]
        for folder, row in self.folders:
            suffix, size = row.suffix, self.size
            written += draw_charts(folder, suffix, runs, size, self.about)
        written += [_written(other, runs) for other in others]
        if written and not self.prints_numbers:
            say(f"\n{written_lines(written)}")


def add_destinations(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where the numbers go."""
    for row in (*_FILES, *CHARTS):
        shown = "F"
        if row in CHARTS:
            shown = translate("Terminal", "FOLDER")
        told = command_text(row.told)
        parser.add_argument(f"--{row.key}", metavar=shown, type=file_name, help=told)
    for row in _FILES:
        variants = {each.key: command_text(each.told) for each in variants_of(row)}
        if variants:
            parser.add_argument(
                f"--{row.key}-for",
                choices=tuple(variants),
                metavar=translate("Terminal", "|").join(variants),
                help=clauses(variants.values()),
            )
    parser.add_argument(
        "--size",
        metavar="WxH[@S]",
        type=_size,
        help=translate(
            "Terminal", "points of the charts, and pixels per point; 1600x1000@2 unless given"
        ),
    )
    parser.add_argument(
        "--year",
        metavar=translate("Terminal", "YEAR"),
        type=whole_number(FIRST_YEAR, LAST_YEAR_AT_MOST),
        help=translate("Terminal", "the year of charts and the report; 2030 unless given"),
    )
    add_cards(parser)
    tell_what_is_replaced(parser, in_folders=True)


def check_destinations(options: argparse.Namespace) -> None:
    """Raise InputError where the options do not go together."""
    asked = _asked(options, _FILES)
    printed = {row.key: name for row, name in asked if row.can_be_printed}
    check_one_is_printed({**printed, "table": getattr(options, "table", None)})
    for row, name in asked:
        if name == STANDARD_OUTPUT and not row.can_be_printed:
            text = translate("Terminal", "{option} takes the name of a file")
            raise InputError(text.format(option=f"--{row.key}"))
    for folder, row in _folders(options):
        if str(folder) == STANDARD_OUTPUT:
            text = translate("Terminal", "{option} takes the name of a folder")
            raise InputError(text.format(option=f"--{row.key}"))
    for row in _FILES:
        if _variant(options, row) is not row and getattr(options, row.key) is None:
            text = translate(
                "Terminal", "{option}-for says how {option} is written, and there is none"
            )
            raise InputError(text.format(option=f"--{row.key}"))
    drawing_rows = [row for row in (*CHARTS, SHEET) if hasattr(options, row.key)]
    drawn = _asked(options, drawing_rows)
    _check_of_report(options, is_drawn=bool(drawn))
    if options.size and not drawn:
        text = translate("Terminal", "--size is that of the charts, drawn by {options}")
        drawing = one_of([f"--{row.key}" for row in drawing_rows])
        raise InputError(text.format(options=drawing))


def _check_of_report(options: argparse.Namespace, *, is_drawn: bool) -> None:
    """Raise InputError where something is asked of a report that is not asked for."""
    is_told = is_drawn or options.report is not None or getattr(options, "table", None) is not None
    if options.year and not is_told:
        raise InputError(
            translate(
                "Terminal", "--year is the year of charts and the report; neither is written here"
            )
        )
    if options.cards and options.report is None:
        raise InputError(
            translate("Terminal", "--cards is what the report tells of, which --report writes")
        )


def prepared(
    options: argparse.Namespace,
    read: Sequence[str],
    scenarios: Sequence[Scenario],
    more: Sequence[Output] = (),
) -> Destinations:
    """Return where the numbers of these scenarios go, and `more`; missing folders are made.

    Raises FileError, or InputError, for what could not be written after the run, and for what
    would be written over something else, the files that are `read` among it.
    """
    about = subject_of(options, scenarios)
    _check_memory(options, scenarios)
    _check_letters(options, scenarios)
    outputs = (*_outputs(options, about), *more)
    targets = [each.target for each in outputs]
    folders = _folders(options)
    charts = {
        Target(f"--{row.key}", str(path)): row.carries_scenario
        for folder, row in folders
        for path in chart_paths(folder, row.suffix, scenarios, about.areas)
    }
    asked = [Target(f"--{row.key}", str(folder)) for folder, row in folders]
    check_apart([*targets, *charts], asked)
    with folders_made(folder for folder, _ in folders):
        for output in outputs:
            if output.target.is_file:
                check_file(output.target, by_picture=output.is_picture)
        for chart, is_picture in charts.items():
            check_picture(chart, by_picture=is_picture)
        check_not_read([*targets, *charts], map(source_of, read))
    return Destinations(outputs, tuple(folders), options.size, about)


def subject_of(options: argparse.Namespace, scenarios: Sequence[Scenario]) -> Subject:
    """Return what charts and report tell of; of a command without such a choice, the usual.

    Held against the baseline as it is each scenario has its own, as in the window.
    """
    first, against = scenarios[0], getattr(options, "against", None) is not None
    differs = first.levers or first.assumptions or first.figures != Scenario().figures
    return Subject(
        getattr(options, "places", None) or (),
        getattr(options, "cards", None) or GENERAL,
        getattr(options, "year", None) or YEAR,
        is_against=against and bool(differs),
    )


def _check_letters(options: argparse.Namespace, scenarios: Sequence[Scenario]) -> None:
    """Say which letters pictures would show as boxes; a page or an SVG leaves them to its reader.

    Raises DisplayError where no text can be drawn at all.
    """
    rows = [row for row, _ in _asked(options, _DRAWN)]
    if rows:
        said = boxes_in(scenarios)
        if said and not all(row.keeps_letters for row in rows):
            complain(said)


def _check_memory(options: argparse.Namespace, scenarios: Sequence[Scenario]) -> None:
    is_large = sum(each.futures for each in scenarios) > _FUTURES_THAT_FIT or len(scenarios) > _FEW
    is_drawn = bool(_asked(options, _DRAWN))
    too_little = shortage(LARGE if is_large else PICTURES if is_drawn else 0)
    if too_little:
        raise InputError(too_little)


def _asked(options: argparse.Namespace, rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """Return the formats that are asked for, each with the name that it is to be written to."""
    named = ((row, getattr(options, row.key, None)) for row in rows)
    return [(row, name) for row, name in named if name is not None]


def _outputs(options: argparse.Namespace, about: Subject) -> Iterator[Output]:
    """Yield what is written to, but for the folders of charts."""
    for row, name in _asked(options, _OWN_NUMBERS):
        chosen = _variant(options, row)
        data = partial(_numbers, chosen, about)
        yield Output(target_of(f"--{row.key}", name), data, compares=chosen.compares)
    for report, name in _asked(options, (REPORT,)):
        page = partial(_page, about, Path(name))
        yield Output(target_of(f"--{report.key}", name), page, draws_charts=True)
    for sheet, name in _asked(options, (SHEET,)):
        drawn = sheet_format_of(Path(name))
        draw = partial(_sheet, drawn.suffix, options.size, about)
        target = target_of(f"--{sheet.key}", name)
        yield Output(target, draw, draws_charts=True, is_picture=drawn.carries_scenario)


def _variant(options: argparse.Namespace, row: Row) -> "Row | NumbersFormat":
    """Return the form of a format that is asked for: itself unless an option says otherwise."""
    chosen = getattr(options, f"{row.key}_for", None)
    return next((each for each in variants_of(row) if each.key == chosen), row)


def _folders(options: argparse.Namespace) -> list[tuple[Path, Format]]:
    """Return the folders that charts are drawn into, and as what."""
    return [(Path(folder), row) for row, folder in _asked(options, CHARTS)]


def _numbers(
    row: NumbersFormat,
    about: Subject,
    runs: Runs,
) -> bytes:
    if row.write_beside is None:
        return to_the_end(row.write(runs.projections, units()))
    from planner.files.exports.sheets.comparison_sheet import beside_baseline
    from planner.studies.combination import renumbered

    first = runs.projections[0]
    told = beside_baseline(runs.projections, runs.baselines[0])
    reference = told.index(first) if about.is_against else None
    numbers = [told.index(each) if each in told else 0 for each in runs.projections]
    beside = Beside(reference, renumbered(runs.combinations, numbers))
    return to_the_end(row.write_beside(told, beside, units()))


def _page(
    about: Subject,
    path: Path,
    runs: Runs,
) -> bytes:
    return report_of(runs, about, path)


def _sheet(
    suffix: str,
    size: "PictureSize | None",
    about: Subject,
    runs: Runs,
) -> bytes:
    return sheet_of_runs(runs, suffix, size, about)


def _written(output: Output, runs: Runs) -> Path:
    output.target.write(output.data(runs))
    return Path(output.target.name)


def _size(text: str) -> "PictureSize":
    from ui.print.size import SizeError, size_in

    try:
        return size_in(text)
    except SizeError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
