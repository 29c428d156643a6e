"""Where the numbers of a run go: CSV, JSON, a workbook, a report, charts.

A file is written whole or not at all, what is open already is written through. What cannot be
written is found before the run, and nothing is written until it is over.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.ensemble.projection import Projection
from planner.files.exports.tidy_table import PLAIN, CsvForm, csv_text, json_text
from planner.files.exports.workbook import workbook
from planner.model.scenario import Scenario
from planner.storage.leftovers import sweep
from planner.storage.sentences.file_error import shown_path
from ui.process.memory import LARGE, PICTURES, shortage
from ui.process.output import complain, say
from ui.terminal.reading.inputs import InputError, Once, file_name, source_of
from ui.terminal.writing.drawing import boxes_in, chart_paths, draw_charts, report_of
from ui.terminal.writing.targets import (
    STANDARD_OUTPUT,
    Target,
    check_apart,
    check_file,
    check_not_read,
    folders_made,
    target_of,
)

if TYPE_CHECKING:
    from ui.print.export import Suffix
    from ui.print.size import PictureSize


_FUTURES_THAT_FIT: Final = 20_000
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class Destinations:
    """Everything that is to be written, every file of it looked at."""

    targets: tuple[Target, ...]
    folders: "tuple[tuple[Path, Suffix], ...]"
    size: "PictureSize | None"
    form: CsvForm

    @property
    def prints_numbers(self) -> bool:
        """Whether standard output belongs to the numbers, and not to a person."""
        return any(target.is_standard_output for target in self.targets)

    @property
    def draws_charts(self) -> bool:
        """Whether pictures are asked for, which show the baseline too."""
        return bool(self.folders) or any(each.option == "--report" for each in self.targets)

    def deliver(self, projections: Sequence[Projection], baselines: Sequence[Projection]) -> None:
        """Write all that was asked for, and say where unless the numbers are printed.

        What is open already comes last: somebody else may close it.
        """
        files = [target for target in self.targets if target.is_file]
        others = [target for target in self.targets if not target.is_file]
        sweep([*(Path(file.name).parent for file in files), *(each for each, _ in self.folders)])
        written = [_written(file, projections, baselines, self.form) for file in files]
        for folder, suffix in self.folders:
            written += draw_charts(folder, suffix, projections, baselines, self.size)
        written += [_written(other, projections, baselines, self.form) for other in others]
        if written and not self.prints_numbers:
            say("\n" + "\n".join(f"wrote {shown_path(path)}" for path in written))


def add_destinations(parser: argparse.ArgumentParser, *, json: bool) -> None:
    """Add the options that say where the numbers go."""
    files = {
        "csv": "write every outcome, month by month; - prints it",
        "json": "write the same as JSON; - prints it",
        "xlsx": "write the same as a workbook",
        "report": "write it on one page, as HTML",
    }
    folders = {
        "png": "draw the charts into this folder",
        "svg": "draw them as SVG",
        "pdf": "draw them as PDF",
    }
    for key, told in (files | folders).items():
        if json or key not in {"json", "report"}:
            shown = "DIR" if key in folders else "F"
            parser.add_argument(f"--{key}", metavar=shown, type=file_name, action=Once, help=told)
    parser.add_argument(
        "--csv-for",
        choices=("excel",),
        metavar="excel",
        help="write the CSV as Excel opens it: with a byte order mark, and with semicolons and "
        "decimal commas where LC_ALL, LC_NUMERIC or LANG wants commas",
    )
    parser.add_argument(
        "--size",
        metavar="WxH[@S]",
        type=_size,
        help="points of the charts, and pixels per point; 1600x1000@2 unless given",
    )


def check_destinations(options: argparse.Namespace) -> None:
    """Raise InputError where the options do not go together."""
    if options.csv == STANDARD_OUTPUT == getattr(options, "json", None):
        raise InputError("--csv and --json cannot both go to standard output")
    for option in ("xlsx", "report"):
        if getattr(options, option, None) == STANDARD_OUTPUT:
            raise InputError(f"--{option} takes the name of a file")
    for folder, suffix in _folders(options):
        if str(folder) == STANDARD_OUTPUT:
            raise InputError(f"--{suffix} takes the name of a folder")
    if options.csv_for and options.csv is None:
        raise InputError("--csv-for says how --csv is written, and there is none")
    if options.size and not _folders(options):
        raise InputError("--size is that of the charts, which --png, --svg and --pdf draw")


def prepared(
    options: argparse.Namespace, read: Sequence[str], scenarios: Sequence[Scenario]
) -> Destinations:
    """Return where the numbers of these scenarios go; folders that are missing are made.

    Raises FileError, or InputError, for what could not be written after the run, and for what
    would be written over something else, the files that are `read` among it.
    """
    _check_memory(options, scenarios)
    _check_letters(options, scenarios)
    targets = [target_of(f"--{key}", name) for key, name in _files(options).items()]
    folders = _folders(options)
    charts = {
        Target(f"--{suffix}", str(path)): suffix == "png"
        for folder, suffix in folders
        for path in chart_paths(folder, suffix, scenarios)
    }
    asked = [Target(f"--{suffix}", str(folder)) for folder, suffix in folders]
    check_apart([*targets, *charts], asked)
    with folders_made(folder for folder, _ in folders):
        for target in filter(lambda each: each.is_file, targets):
            check_file(target)
        for chart, is_picture in charts.items():
            check_file(chart, by_picture=is_picture)
        check_not_read([*targets, *charts], map(source_of, read))
    return Destinations(tuple(targets), tuple(folders), options.size, _form(options))


def _check_letters(options: argparse.Namespace, scenarios: Sequence[Scenario]) -> None:
    """Say which letters pictures would show as boxes; a page or an SVG leaves them to its reader.

    Raises DisplayError where no text can be drawn at all.
    """
    suffixes = {suffix for _, suffix in _folders(options)}
    if suffixes or getattr(options, "report", None):
        said = boxes_in(scenarios)
        if said and suffixes & {"png", "pdf"}:
            complain(said)


def _form(options: argparse.Namespace) -> CsvForm:
    """Return how the CSV is written."""
    if options.csv_for is None:
        return PLAIN
    from ui.print.spreadsheet import csv_form_for_excel

    return csv_form_for_excel()


def _check_memory(options: argparse.Namespace, scenarios: Sequence[Scenario]) -> None:
    is_large = sum(each.futures for each in scenarios) > _FUTURES_THAT_FIT or len(scenarios) > _FEW
    is_drawn = bool(_folders(options)) or getattr(options, "report", None) is not None
    too_little = shortage(LARGE if is_large else PICTURES if is_drawn else 0)
    if too_little:
        raise InputError(too_little)


def _files(options: argparse.Namespace) -> dict[str, str]:
    """Return what is written to, by option, but for the folders of charts."""
    asked = {key: getattr(options, key, None) for key in ("csv", "json", "xlsx", "report")}
    return {key: name for key, name in asked.items() if name is not None}


def _folders(options: argparse.Namespace) -> "list[tuple[Path, Suffix]]":
    """Return the folders that charts are drawn into, and as what."""
    suffixes: tuple[Suffix, ...] = ("png", "svg", "pdf")
    asked = ((getattr(options, suffix), suffix) for suffix in suffixes)
    return [(Path(folder), suffix) for folder, suffix in asked if folder is not None]


def _written(
    target: Target,
    projections: Sequence[Projection],
    baselines: Sequence[Projection],
    form: CsvForm,
) -> Path:
    match target.option:
        case "--csv":
            data = csv_text(projections, form).encode()
        case "--json":
            data = json_text(projections).encode()
        case "--xlsx":
            data = workbook(projections)
        case _:
            data = report_of(projections[0], baselines[0])
    target.write(data)
    return Path(target.name)


def _size(text: str) -> "PictureSize":
    from ui.print.size import SizeError, size_in

    try:
        return size_in(text)
    except SizeError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
