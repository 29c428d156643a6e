"""`suanli sweep FOLDER --summary`: quantiles of each point, shares that meet a level, and more."""

import argparse
from itertools import takewhile
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.model.graph import model
from planner.quantities.told.numerals import fixed, numerals, readable, trimmed
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.process.output import complain
from ui.terminal.reading.inputs import InputError, whole_number
from ui.terminal.sweeps.columns import level_of
from ui.terminal.tables.columns import aligned
from ui.terminal.writing.table_files import add_table_files, deliver_lines, table_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.ensemble.progress import Steps
    from planner.sweep.plan.columns import Column
    from planner.sweep.summary.level import Level
    from planner.sweep.summary.reader import Folder
    from planner.sweep.summary.summed import Row, Summary
    from ui.terminal.sweeps.questions import Told
    from ui.terminal.writing.targets import Target

ALL_POINTS: Final = 0
"""What --misses is about where no point is named."""
_POINTS_PRINTED: Final = 40
_NUMBER_AT_MOST: Final = 999_999_999


def add_summary(parser: argparse.ArgumentParser) -> None:
    """Add the options that read a folder back."""
    parser.add_argument(
        "--summary",
        action="store_true",
        help=translate(
            "Terminal",
            "print the quantiles of each point of a sweep that is there, and run nothing",
        ),
    )
    parser.add_argument(
        "--level",
        dest="levels",
        action="append",
        default=[],
        metavar=translate("Terminal", "LEVEL"),
        help=translate(
            "Terminal",
            "with --summary: a column and what it is to be, as "
            '"enterprises_2030_12>=9000"; the share of futures that meet it is told; may be '
            "repeated",
        ),
    )
    _add_questions(parser)
    add_table_files(parser, translate("Terminal", "the summary of each point"))


def _add_questions(parser: argparse.ArgumentParser) -> None:
    """Add what else a folder can be asked."""
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument(
        "--worlds",
        action="store_true",
        help=translate(
            "Terminal",
            "with --summary: what each setting gives in each world of the plan, which world is "
            "worst, and which settings meet a --level in all of them",
        ),
    )
    asked.add_argument(
        "--misses",
        metavar=translate("Terminal", "POINT"),
        nargs="?",
        const=ALL_POINTS,
        type=whole_number(1, _NUMBER_AT_MOST),
        help=translate(
            "Terminal",
            "with --summary and a --level: in which futures it is missed, told by few inputs; at "
            "one point by its number, or at all",
        ),
    )
    asked.add_argument(
        "--tradeoff",
        metavar=translate("Terminal", "COLUMN"),
        nargs=2,
        help=translate(
            "Terminal", "with --summary: two columns; the points that no other one beats in both"
        ),
    )
    asked.add_argument(
        "--best",
        metavar=(translate("Terminal", "COLUMN"), translate("Terminal", "POINT")),
        nargs="+",
        help=translate(
            "Terminal",
            "with --summary: a column and points that differ in levers alone; in which share of "
            "futures each of them is best",
        ),
    )


def check_summary(options: argparse.Namespace) -> None:
    """Raise InputError for options of a summary without it, or of a run with it."""
    of_summary = {"--level": options.levels, "--csv": options.csv, "--json": options.json}
    of_summary |= {"--worlds": options.worlds, "--misses": options.misses is not None}
    of_summary |= {"--tradeoff": options.tradeoff, "--best": options.best}
    of_run = {"--out": options.out, "--processes": options.processes, "--dry-run": options.dry_run}
    of_run |= {"--scheduler": options.scheduler, "--tls-ca": options.tls_ca}
    of_run |= {"--tls-cert": options.tls_cert, "--tls-key": options.tls_key}
    given = [name for name, value in (of_run if options.summary else of_summary).items() if value]
    if not given:
        return
    text = translate("Terminal", "{option} goes with --summary alone")
    if options.summary:
        text = translate("Terminal", "{option} does not go with --summary, which runs nothing")
    raise InputError(text.format(option=given[0]))


def summed_up(options: argparse.Namespace) -> int:
    """Print the summary of a folder, write its tables, and return the exit code."""
    from planner.files.exports.records import records_lines
    from planner.sweep.summary.reader import read_folder
    from planner.sweep.summary.summing import summing
    from planner.sweep.summary.table import summary_json, summary_records
    from ui.terminal.progress import driven

    folder = read_folder(Path(options.plan))
    levels = [level_of(folder, each) for each in options.levels]
    targets = table_files(options, [])
    if missing := said_of_missing(folder):
        complain(missing)
    if options.worlds or options.tradeoff or options.best or options.misses is not None:
        return _answered(folder, levels, targets, options)
    summary = driven(summing(folder, levels), translate("Terminal", "reading the sweep"))
    texts = {
        "csv": lambda: records_lines(summary_records(summary)),
        "json": lambda: summary_json(summary),
    }
    deliver_lines(targets, _told(summary), texts)
    return 0


def _answered(
    folder: "Folder",
    levels: "Sequence[Level]",
    targets: "Sequence[Target]",
    options: argparse.Namespace,
) -> int:
    """Print what else is asked of a folder, write its tables, and return the exit code."""
    from planner.files.exports.records import records_lines
    from planner.sweep.summary.table import stamp_of, told_json
    from ui.terminal.progress import driven

    told = driven(_asked(folder, levels, options), translate("Terminal", "reading the sweep"))
    said = {**stamp_of(folder), "sentences": [*told.sentences]}
    texts = {
        "csv": lambda: records_lines(told.records()),
        "json": lambda: told_json(said, "rows", told.records()),
    }
    deliver_lines(targets, told.text(), texts)
    return 0


def _asked(
    folder: "Folder", levels: "Sequence[Level]", options: argparse.Namespace
) -> "Steps[Told]":
    from ui.terminal.sweeps.questions import (
        asking_best,
        asking_misses,
        asking_tradeoff,
        asking_worlds,
    )

    if options.worlds:
        return asking_worlds(folder, levels)
    if options.best:
        return asking_best(folder, options.best)
    if options.tradeoff:
        return asking_tradeoff(folder, options.tradeoff)
    return asking_misses(folder, levels, options.misses or None)


def said_of_missing(folder: "Folder") -> str:
    """Return how many batches of a folder are there; empty where all are."""
    if folder.is_whole:
        return ""
    text = translate(
        "Terminal", "{folder}: {done} of {count} batches are there; the others are missing"
    )
    done, count = len(folder.done), folder.layout.count
    return text.format(folder=shown_path(folder.path), done=done, count=count)


def _told(summary: "Summary") -> str:
    """Return a table for each column: the first points with what they set."""
    rows = [*takewhile(_is_printed, summary.rows())]
    tables = [_table(summary.folder, column, rows) for column in summary.columns]
    count = summary.folder.plan.points.count
    if count > _POINTS_PRINTED:
        text = translate("Terminal", "The first {shown} of {count} points; --csv writes all.")
        style = numerals()
        tables.append(text.format(shown=_POINTS_PRINTED, count=fixed(count, 0, style)))
    return "\n\n".join(tables)


def _is_printed(row: "Row") -> bool:
    return row.point <= _POINTS_PRINTED


def _table(folder: "Folder", column: "Column", rows: "Sequence[Row]") -> str:
    from planner.sweep.summary.table import settings_of

    own = [row for row in rows if row.column == column]
    names = list(settings_of(folder, 1))
    is_asked = any(row.asked for row in own)
    head = [translate("Terminal", "point"), *names, "P10", "P50", "P90"]
    if is_asked:
        head += [translate("Terminal", "level"), translate("Terminal", "share")]
    lines = [head]
    for row in own:
        quantiles = (row.quantiles[place] for place in (0, 2, 4))
        cells = [*map(_cell, settings_of(folder, row.point).values()), *map(_number, quantiles)]
        asked = (
            [row.asked, "" if row.met is None else f"{fixed(100 * row.met, 1, numerals())}%"]
            if is_asked
            else []
        )
        lines.append([str(row.point), *cells, *asked])
    unit = model().outcomes[column.outcome].unit
    text = translate("Terminal", "{column} ({unit})")
    return f"{text.format(column=column.name, unit=unit)}\n{aligned(lines)}"


def _cell(value: object) -> str:
    return trimmed(value, numerals()) if isinstance(value, float) else str(value)


def _number(value: float) -> str:
    return readable(value, numerals()) if isfinite(value) else "–"
