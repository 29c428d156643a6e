"""Where the table of a command goes that prints one: a CSV, JSON, or standard output."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.files.exports.formats import TABLES
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import ENGLISH, speaking
from ui.process.output import say
from ui.terminal.reading.inputs import file_name
from ui.terminal.writing.targets import (
    Target,
    check_apart,
    check_file,
    check_not_read,
    check_one_is_printed,
    target_of,
    tell_what_is_replaced,
)
from ui.terminal.writing.written import say_written
from ui.wording.translate import command_text

if TYPE_CHECKING:
    from planner.studies.answers.answer import Answer

_LINES_OF_A_PIECE: Final = 2**12


def add_table_files(parser: argparse.ArgumentParser, what: str) -> None:
    """Add an option for each format of a table."""
    for row in TABLES:
        told = command_text(row.told).format(what=what)
        metavar = "F"
        parser.add_argument(f"--{row.key}", metavar=metavar, type=file_name, help=told)
    tell_what_is_replaced(parser)


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
    deliver_lines(targets, reading, {key: partial(_alone, made) for key, made in texts.items()})


def deliver_lines(
    targets: Sequence[Target], reading: str, texts: Mapping[str, Callable[[], Iterable[str]]]
) -> None:
    """Do the same with texts told line by line, which may be too long to be held."""
    is_printed = any(target.is_standard_output for target in targets)
    if not is_printed:
        say(reading)
    for target in targets:
        target.write(_pieces(texts[target.option.removeprefix("--")]()))
        if target.is_file and not is_printed:
            say_written(target.name)


def _alone(made: Callable[[], str]) -> Iterator[str]:
    yield made()


def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
    rest = iter(lines)
    while part := "".join(islice(rest, _LINES_OF_A_PIECE)):
        yield part.encode()


def add_answer_table(parser: argparse.ArgumentParser) -> None:
    """Add the option for the table of an answer."""
    parser.add_argument(
        "--table",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal",
            "write the table of the answer as CSV or JSON by the ending of F; - prints JSON",
        ),
    )
    tell_what_is_replaced(parser)


def answer_target(
    options: argparse.Namespace, read: Sequence[str], option: str = "table"
) -> Target | None:
    """Return where the table of an answer goes, looked at before the run; None for nowhere.

    Raises FileError or InputError for what could not be written, or must not be written over.
    """
    name = getattr(options, option)
    if name is None:
        return None
    target = target_of(f"--{option}", name)
    if target.is_file:
        check_file(target)
    check_not_read((target,), [*map(Path, read)])
    return target


def deliver_answer(target: Target | None, made: "Callable[[], Answer]", reading: str) -> None:
    """Print what is for reading unless the table is printed, and write the table.

    It is `made` anew for that: programs read it in English, whatever is spoken.
    """
    deliver_answers([(target, made)], reading)


def deliver_answers(
    answers: "Sequence[tuple[Target | None, Callable[[], Answer]]]", reading: str
) -> None:
    """Print what is for reading unless a table is printed, and write each table somewhere."""
    is_printed = any(target is not None and target.is_standard_output for target, _ in answers)
    if not is_printed:
        say(reading)
    for target, made in answers:
        if target is None:
            continue
        _write_answer(target, made)
        if target.is_file and not is_printed:
            say_written(target.name)


def _write_answer(target: Target, made: "Callable[[], Answer]") -> None:
    from planner.files.exports.answers.answer_table import answer_csv, answer_json

    is_csv = Path(target.name).suffix.casefold() == ".csv"
    with speaking(ENGLISH):
        data = (answer_csv if is_csv else answer_json)(made()).encode()
    target.write(data)
