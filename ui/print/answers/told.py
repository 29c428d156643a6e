"""What a report says of answers to questions that were kept; no layout. Floor: print."""

from collections.abc import Iterable, Sequence
from typing import Final

from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import fixed, numerals
from planner.quantities.told.titles import BASELINE_TITLE, shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerTable
from ui.engine.answered import Answered
from ui.print.report.parts import AnswerTold, Cell, Table
from ui.style.theme import LIGHT
from ui.wording.answers.table_text import readable_table
from ui.wording.draws import draws_text
from ui.wording.elements import element_name

_NAME: Final = "label"


def answers_told(
    found: Iterable[Answered], scenarios: Sequence[Scenario] = ()
) -> tuple[AnswerTold, ...]:
    """Return what is said of each answer, in order, beside these scenarios as they are now."""
    return tuple(_told(each, is_old=each.is_out_of_date(scenarios)) for each in found)


def _told(answered: Answered, *, is_old: bool) -> AnswerTold:
    answer = answered.answer
    old = translate("Report", "The scenario was changed after this was answered.")
    return AnswerTold(
        title=answer.title,
        about=about_text(answer),
        sentence=answer.sentence,
        table=_table(answer),
        notes=(*([old] if is_old else []), *answer.table.notes),
        stamp=stamp_text(answer.stamp),
        answered=answered,
    )


def about_text(answer: Answer) -> str:
    """Return what an answer is about: outcome, place, year, scenario, and what it is against."""
    about = answer.about
    name = model_text(model().outcomes[about.outcome].label)
    if about.element:
        name = in_turn((name, element_name(about.element)))
    text = translate("Report", "{outcome}, December {year}: {scenario} against {other}")
    is_baseline = answer.against in {"", BASELINE_TITLE}
    other = translate("Table", "the baseline") if is_baseline else shown_title(answer.against)
    scenario = shown_title(answer.scenario)
    return text.format(outcome=name, year=about.year, scenario=scenario, other=other)


def stamp_text(stamp: Stamp) -> str:
    """Return in a line how an answer was computed."""
    text = translate("Report", "{futures} futures, seed {seed}, model {model}, {draws}")
    return text.format(
        futures=fixed(stamp.futures, 0),
        seed=stamp.seed,
        model=stamp.model,
        draws=draws_text(stamp.draws),
    )


def _named(table: AnswerTable) -> AnswerTable:
    """Return a table without the keys of files before the names that readers know."""
    if _NAME not in [each.key for each in table.columns[1:2]]:
        return table
    rows = tuple(row[1:] for row in table.rows)
    return AnswerTable(table.title, table.columns[1:], rows, table.notes)


def _table(answer: Answer) -> Table:
    read = readable_table(_named(answer.table), numerals(), model_text)
    heads = tuple(Cell(each, LIGHT.muted) for each in read.headings)
    rows = tuple(tuple(map(Cell, row)) for row in read.rows)
    return Table((heads,), rows, read.are_numbers)
