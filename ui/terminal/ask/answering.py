"""What every command that answers a question prints: its sentence, its table, and its stamp."""

import argparse
from collections.abc import Callable

from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate_many
from planner.studies.answers.answer import Answer
from planner.studies.answers.stamp import Stamp
from ui.terminal.ask.asking import read_files
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.wrapping import filled
from ui.terminal.writing.answer_page import AnswerPage, answer_page
from ui.terminal.writing.table_files import answer_target, deliver_answer
from ui.terminal.writing.targets import Target
from ui.wording.answers.table_text import readable_table
from ui.wording.draws import draws_text
from ui.wording.numbers import fixed


def destination(options: argparse.Namespace) -> Target | None:
    """Return where the table goes beside the screen, looked at before the run; None for nowhere."""
    return answer_target(options, read_files(options))


def page_of(options: argparse.Namespace, *others: Target | None) -> AnswerPage | None:
    """Return where the page of the answer goes, apart from others; None for nowhere."""
    return answer_page(options, read_files(options), others)


def say_answer(target: Target | None, made: Callable[[], Answer], more: str = "") -> None:
    """Print the answer that is `made`, `more` behind its table, and write that somewhere."""
    deliver_answer(target, made, answer_text(made(), more))


def answer_text(answer: Answer, more: str = "") -> str:
    """Return an answer for reading: sentence, table, notes, how its futures were drawn."""
    table = readable_table(answer.table, numerals(), model_text)
    lines = [table.headings, *table.rows]
    notes = map(filled, answer.table.notes)
    texts = [filled(answer.sentence), answer.table.title]
    texts += [aligned(lines) if table.rows else "", *notes, more, stamp_text(answer.stamp)]
    return "\n\n".join(filter(None, texts))


def stamp_lines(stamp: Stamp) -> str:
    """Return how an answer was computed, and where that was with fewer futures than there are."""
    return "\n\n".join(filter(None, (filled(stamp.fewer), stamp_text(stamp))))


def stamp_text(stamp: Stamp) -> str:
    """Return in a line how an answer was computed."""
    text = translate_many(
        "Terminal",
        "{count} future, {draws}, seed {seed}, model {model}",
        "{count} futures, {draws}, seed {seed}, model {model}",
        stamp.futures,
    )
    count = fixed(stamp.futures, 0, numerals())
    draws = draws_text(stamp.draws)
    return text.format(count=count, draws=draws, seed=stamp.seed, model=stamp.model)
