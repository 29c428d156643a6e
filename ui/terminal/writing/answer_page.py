"""The page that a command writes of its answer, where `--report` asks for one.

On it stand what is said, the picture, the table, the inputs that differ, and how it is made again.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.inputs import InputError, file_name
from ui.terminal.writing.drawing import drawing
from ui.terminal.writing.targets import Target, check_apart, check_file, check_not_read, target_of
from ui.terminal.writing.written import say_written

if TYPE_CHECKING:
    from ui.engine.answered import Answered

KINDS: Final = ("pdf", "html", "png")


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Where the page goes, as what kind of file, and the command that makes it again.

    It `is_quiet` where standard output belongs to a table.
    """

    target: Target
    kind: str
    command: str
    is_quiet: bool = False

    def write(self, answered: Callable[[], "Answered"], scenarios: Sequence[Scenario]) -> None:
        """Write the page of an answer on scenarios, and say where. Raises FileError."""
        with drawing():
            from ui.print.answers.page import answer_contents
            from ui.print.export import application_for_pictures
            from ui.print.report.make import answer_page_bytes

            application_for_pictures()
            today = date.today()  # noqa: DTZ011 - the day where the reader is
            said = answer_contents(answered(), scenarios, self.command, today)
            data = answer_page_bytes(said, self.kind)
        self.target.write(data)
        if self.target.is_file and not self.is_quiet:
            say_written(self.target.name)


def add_answer_page(parser: argparse.ArgumentParser) -> None:
    """Add the option for the page of an answer."""
    parser.add_argument(
        "--report",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal",
            "write the answer on one page, with its picture, its table and what it rests on, as "
            "PDF, HTML or PNG by the ending of F",
        ),
    )


def answer_page(
    options: argparse.Namespace, read: Sequence[str], others: Iterable[Target | None]
) -> AnswerPage | None:
    """Return where the page goes, looked at before the run, apart from `others`; None for nowhere.

    Raises FileError or InputError for what could not be written, or must not be written over.
    """
    if options.report is None:
        return None
    kind = Path(options.report).suffix.lower().lstrip(".")
    if kind not in KINDS:
        text = translate("Terminal", "--report takes a file .pdf, .html or .png, not {given}")
        raise InputError(text.format(given=shown(options.report)))
    target = target_of("--report", options.report)
    if target.is_file:
        check_file(target)
    check_not_read((target,), [*map(Path, read)])
    beside = list(filter(None, others))
    check_apart([*beside, target], ())
    is_quiet = any(each.is_standard_output for each in beside)
    return AnswerPage(target, kind, options.typed, is_quiet)


def write_page(
    page: AnswerPage | None, answered: Callable[[], "Answered"], scenarios: Sequence[Scenario]
) -> None:
    """Write the page of an answer on scenarios where it is asked for; else draw nothing."""
    if page is not None:
        page.write(answered, scenarios)
