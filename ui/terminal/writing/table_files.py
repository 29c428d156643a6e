"""Where the table of a command goes that prints one: a CSV, JSON, or standard output."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from planner.files.exports.formats import TABLES
from planner.storage.sentences.file_error import shown_path
from ui.process.output import say
from ui.terminal.reading.inputs import Once, file_name
from ui.terminal.writing.targets import (
    Target,
    check_apart,
    check_file,
    check_not_read,
    check_one_is_printed,
    target_of,
)


def add_table_files(parser: argparse.ArgumentParser, what: str) -> None:
    """Add an option for each format of a table."""
    for row in TABLES:
        told = row.told.format(what=what)
        parser.add_argument(f"--{row.key}", metavar="F", type=file_name, action=Once, help=told)


def table_files(options: argparse.Namespace, read: Sequence[Path]) -> tuple[Target, ...]:
    """Return where the table goes, each file looked at before the run.

    Raises FileError or InputError for what could not be written, or must not be written over.
    """
    asked = {row.key: getattr(options, row.key) for row in TABLES}
    check_one_is_printed(asked)
    targets = tuple(target_of(f"--{key}", name) for key, name in asked.items() if name is not None)
    check_apart(targets, ())
    for target in targets:
        if target.is_file:
            check_file(target)
    check_not_read(targets, read)
    return targets


def deliver_table(
    targets: Sequence[Target], reading: str, texts: Mapping[str, Callable[[], str]]
) -> None:
    """Print what is for reading unless a table is printed, and write the files, by format."""
    is_printed = any(target.is_standard_output for target in targets)
    if not is_printed:
        say(reading)
    for target in targets:
        target.write(texts[target.option.removeprefix("--")]().encode())
        if target.is_file and not is_printed:
            say(f"wrote {shown_path(target.name)}")
