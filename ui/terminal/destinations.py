"""Where the numbers of a run go: CSV, JSON and charts, all written whole or not at all."""

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from planner.ensemble.projection import Projection
from planner.files.export import csv_text, json_text
from planner.files.export_file import write_export
from planner.files.file_error import shown_path
from planner.files.leftovers import sweep
from planner.files.workbook import workbook
from planner.studies.events import events
from ui.display import load_qt
from ui.terminal.inputs import InputError
from ui.terminal.output import say, say_bytes

if TYPE_CHECKING:
    from ui.charts.export import Suffix
    from ui.charts.series import Shown
    from ui.charts.size import PictureSize

STANDARD_OUTPUT = "-"


def add_destinations(parser: argparse.ArgumentParser, *, json: bool) -> None:
    """Add the options that say where the numbers go."""
    parser.add_argument(
        "--csv", metavar="F", help="write every outcome, month by month; - prints it"
    )
    if json:
        parser.add_argument("--json", metavar="F", help="write the same as JSON; - prints it")
    parser.add_argument("--xlsx", metavar="F", help="write the same as a workbook")
    parser.add_argument("--png", metavar="DIR", help="draw the charts into this folder")
    parser.add_argument("--svg", metavar="DIR", help="draw them as SVG")
    parser.add_argument("--pdf", metavar="DIR", help="draw them as PDF")
    if json:
        parser.add_argument("--report", metavar="F", help="write it on one page, as HTML")
    parser.add_argument(
        "--size",
        metavar="WxH[@S]",
        type=_size,
        help="points of the charts, and pixels per point; 1600x1000@2 unless given",
    )


def check_destinations(options: argparse.Namespace) -> None:
    """Raise InputError when one thing would be written over another, DisplayError without Qt."""
    if options.csv == STANDARD_OUTPUT == getattr(options, "json", None):
        raise InputError("--csv and --json cannot both go to standard output")
    for option in ("xlsx", "report"):
        if getattr(options, option, None) == STANDARD_OUTPUT:
            raise InputError(f"--{option} takes the name of a file")
    if draws_charts(options):
        load_qt()
    if options.size and not _pictures(options):
        raise InputError("--size is that of the charts, which --png, --svg and --pdf draw")
    taken: dict[str, str] = {}
    for option, file in _files(options).items():
        other = taken.setdefault(os.path.realpath(file), option)
        if other != option:
            raise InputError(f"--{other} and --{option} name the same file, {shown_path(file)}")


def _files(options: argparse.Namespace) -> dict[str, str]:
    """Return the files that are written, by option; not standard output, not folders."""
    asked = {key: getattr(options, key, None) for key in ("csv", "json", "xlsx", "report")}
    return {key: file for key, file in asked.items() if file and file != STANDARD_OUTPUT}


def prints_numbers(options: argparse.Namespace) -> bool:
    """Tell whether standard output belongs to the numbers, and not to a person."""
    return STANDARD_OUTPUT in (options.csv, getattr(options, "json", None))


def draws_charts(options: argparse.Namespace) -> bool:
    """Tell whether pictures are asked for, which show the baseline too."""
    return bool(_pictures(options) or getattr(options, "report", None))


def _pictures(options: argparse.Namespace) -> list[tuple[Path, "Suffix"]]:
    """Return the folders that charts are drawn into, and as what."""
    suffixes: tuple[Suffix, ...] = ("png", "svg", "pdf")
    asked = ((getattr(options, suffix), suffix) for suffix in suffixes)
    return [(Path(folder), suffix) for folder, suffix in asked if folder]


def _size(text: str) -> "PictureSize":
    from ui.charts.size import SizeError, size_in

    try:
        return size_in(text)
    except SizeError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def deliver(
    options: argparse.Namespace, projections: Sequence[Projection], baselines: Sequence[Projection]
) -> None:
    """Write all that was asked for, and say where unless the numbers are printed."""
    sweep(_folders(options))
    written: list[Path] = []
    if options.csv:
        written += _write(options.csv, csv_text(projections))
    if getattr(options, "json", None):
        written += _write(options.json, json_text(projections))
    if options.xlsx:
        write_export(options.xlsx, workbook(projections))
        written.append(Path(options.xlsx))
    if getattr(options, "report", None):
        written.append(_report(Path(options.report), projections[0], baselines[0]))
    for folder, suffix in _pictures(options):
        written += _draw(folder, suffix, projections, baselines, options.size)
    if written and not prints_numbers(options):
        say("\n" + "\n".join(f"wrote {shown_path(path)}" for path in written))


def _folders(options: argparse.Namespace) -> list[Path]:
    """Return the folders that are written to, where killed runs may have left something."""
    beside = [Path(file).parent for file in _files(options).values()]
    return [*beside, *(folder for folder, _ in _pictures(options))]


def _write(destination: str, text: str) -> list[Path]:
    if destination == STANDARD_OUTPUT:
        say_bytes(text.encode())
        return []
    write_export(destination, text.encode())
    return [Path(destination)]


def _draw(
    folder: Path,
    suffix: "Suffix",
    projections: Sequence[Projection],
    baselines: Sequence[Projection],
    size: "PictureSize | None",
) -> list[Path]:
    with _drawing():
        from ui.charts.export import USUAL, save_charts

        return [
            path
            for projection, baseline in zip(projections, baselines, strict=True)
            for path in save_charts(
                _shown(projection, baseline), folder, size=size or USUAL, suffix=suffix
            )
        ]


def _report(path: Path, projection: Projection, baseline: Projection) -> Path:
    with _drawing():
        from ui.charts.report import report_html

        write_export(path, report_html(_shown(projection, baseline)))
    return path


def _shown(projection: Projection, baseline: Projection) -> "Shown":
    from ui.charts.series import Shown

    return Shown(projection, baseline, events=events(projection))


@contextmanager
def _drawing() -> Iterator[None]:
    """Draw without a screen. Raises InputError or DisplayError where no charts can be drawn."""
    load_qt()
    try:
        from ui.charts.export import ExportError
    except ImportError as error:
        raise InputError(f"the charts cannot be drawn here: {error}") from error
    try:
        yield
    except ExportError as error:
        raise InputError(str(error)) from error
