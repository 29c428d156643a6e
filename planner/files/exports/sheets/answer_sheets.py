"""Answers to questions: a sheet that lists them, and one for the table of each; seventh floor.

A table keeps its numbers as exact as they were computed, in a system of units, and has its notes
and how its futures were drawn in the list. There is no sheet where nothing was asked.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.ensemble.conditioning.description import Conditioning
from planner.files.exports.sheets.cells import Cell, Figure, Percent, Row, Sheet, Told
from planner.model.graph import model
from planner.model.sums import label_of
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import sentences
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from planner.studies.answers.table import AnswerColumn, AnswerTable

_WIDTHS: Final = (11, 28, 80, 28, 24, 30, 20, 8, 60, 10, 12, 10, 8)
_WORDS: Final = 30
_NUMBERS: Final = 15


def answer_sheets(answers: Sequence[Answer], system: UnitSystem) -> Iterator[Sheet]:
    """Yield the list of answers and the table of each; nothing where there are none."""
    if not answers:
        return
    text = translate("Workbook", "Answer {number}")
    names = [text.format(number=number) for number in range(1, len(answers) + 1)]
    rows = (_listed(name, each) for name, each in zip(names, answers, strict=True))
    yield Sheet(translate("Workbook", "Answers"), _head(), rows, _WIDTHS, frozen=2)
    for name, each in zip(names, answers, strict=True):
        yield _sheet(name, each.table, system)


def _head() -> tuple[str, ...]:
    return (
        translate("Workbook", "sheet"),
        translate("Workbook", "question"),
        translate("Workbook", "answer"),
        translate("Workbook", "scenario"),
        translate("Workbook", "against"),
        translate("Workbook", "outcome"),
        translate("Workbook", "place"),
        translate("Workbook", "year"),
        translate("Workbook", "notes"),
        translate("Workbook", "futures"),
        translate("Workbook", "draws"),
        translate("Workbook", "seed"),
        translate("Workbook", "model"),
    )


def _listed(name: str, answer: Answer) -> Row:
    about, stamp = answer.about, answer.stamp
    return (
        name,
        answer.title,
        answer.sentence,
        shown_title(answer.scenario),
        shown_title(answer.against) or translate("Planner", "Baseline"),
        model_text(model().outcomes[about.outcome].label),
        label_of(about.element) if about.element else "",
        float(about.year),
        sentences(answer.table.notes),
        float(stamp.futures),
        Conditioning(stamp.draws).label,
        float(stamp.seed),
        stamp.model,
    )


def _sheet(name: str, table: AnswerTable, system: UnitSystem) -> Sheet:
    columns = [_cells(table, number, system) for number in range(len(table.columns))]
    rows = zip(*columns, strict=True) if table.rows else ()
    head = tuple(_heading(each, system) for each in table.columns)
    widths = tuple(
        _WORDS if any(isinstance(row[number], str) for row in table.rows) else _NUMBERS
        for number in range(len(table.columns))
    )
    return Sheet(name, head, rows, widths, frozen=1)


def _heading(column: AnswerColumn, system: UnitSystem) -> str:
    if not column.unit:
        return column.label
    form = unit_form(column.unit, system)
    unit = form.difference if column.is_difference else form.shown
    return f"{column.label} ({unit})" if unit else column.label


def _cells(table: AnswerTable, number: int, system: UnitSystem) -> list[Cell]:
    """Return a column's cells, its numbers with the decimals of the largest of them."""
    unit, cells = table.columns[number].unit, [row[number] for row in table.rows]
    numbers = [float(each) for each in cells if isinstance(each, float | int)]
    told = Told.of(unit, numbers, system) if numbers else None
    return [each if told is None or isinstance(each, str) else _told(each, told) for each in cells]


def _told(cell: float | None, told: Told) -> Figure | Percent | None:
    (found,) = told.cells((None if cell is None else float(cell),))
    return found if isinstance(found, Figure | Percent) else None
