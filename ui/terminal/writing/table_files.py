"""Where the table of a command goes that prints one: a CSV, JSON, or standard output."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from planner.storage.sentences.file_error import shown_path
from ui.process.output import say
from ui.terminal.reading.inputs import InputError, Once, file_name
from ui.terminal.writing.targets import (
    STANDARD_OUTPUT,
    Target,
    check_apart,
    check_file,
    check_not_read,
    target_of,
)


def add_table_files(parser: argparse.ArgumentParser, what: str) -> None:
    """Add `--csv` and `--json`."""
    for key, told in {
        "csv": f"write {what} as CSV; - prints it",
        "json": f"write {what} as JSON, with what is said of it; - prints it",
    }.items():
        parser.add_argument(f"--{key}", metavar="F", type=file_name, action=Once, help=told)


def table_files(options: argparse.Namespace, read: Sequence[Path]) -> tuple[Target, ...]:
    """Return where the table goes, each file looked at before the run.

    Raises FileError or InputError for what could not be written, or must not be written over.
    """
    if options.csv == STANDARD_OUTPUT == options.json:
        raise InputError("--csv and --json cannot both go to standard output")
    asked = {"--csv": options.csv, "--json": options.json}
    targets = tuple(target_of(option, name) for option, name in asked.items() if name is not None)
    check_apart(targets, ())
    for target in targets:
        if target.is_file:
            check_file(target)
    check_not_read(targets, read)
    return targets


def deliver_table(
    targets: Sequence[Target], reading: str, texts: Mapping[str, Callable[[], str]]
) -> None:
    """Print what is for reading unless a table is printed, and write the files, by option."""
    is_printed = any(target.is_standard_output for target in targets)
    if not is_printed:
        say(reading)
    for target in targets:
        target.write(texts[target.option]().encode())
        if target.is_file and not is_printed:
            say(f"wrote {shown_path(target.name)}")
