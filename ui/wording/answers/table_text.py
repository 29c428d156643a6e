"""The table of an answer as it is read: numbers in the units shown, with digits that tell.

No Qt: the numerals of a language and its words for the model's are given. Floor: wording.
"""

from collections.abc import Callable
from dataclasses import dataclass

from planner.quantities.unit_forms import UnitForm
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.numbers import ENGLISH_NUMERALS, Numerals, signed


@dataclass(frozen=True, slots=True)
class ReadableTable:
    """Headings and rows of text; columns of numbers are set to the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    are_numbers: tuple[bool, ...]


def _same(text: str) -> str:
    return text


def readable_table(
    table: AnswerTable,
    numerals: Numerals = ENGLISH_NUMERALS,
    translated: Callable[[str], str] = _same,
) -> ReadableTable:
    """Return a table for reading; `translated` gives the words of a language for the model's."""
    columns = [_column(table, number, numerals, translated) for number in range(len(table.columns))]
    rows = tuple(zip(*columns, strict=True)) if table.rows else ()
    return ReadableTable(
        tuple(_heading(each, translated) for each in table.columns),
        rows,
        tuple(_is_of_numbers(table, number) for number in range(len(table.columns))),
    )


def _heading(column: AnswerColumn, translated: Callable[[str], str]) -> str:
    unit = _unit_of(column, form_of(column.unit)) if column.unit else ""
    label = translated(column.label)
    return f"{label} ({translated(unit)})" if unit else label


def _unit_of(column: AnswerColumn, form: UnitForm) -> str:
    return form.difference if column.is_difference else form.shown


def _column(
    table: AnswerTable, number: int, numerals: Numerals, translated: Callable[[str], str]
) -> tuple[str, ...]:
    column, cells = table.columns[number], [row[number] for row in table.rows]
    form = form_of(column.unit)
    sizes = [abs(each * form.factor) for each in cells if isinstance(each, float | int)]
    reference = max(sizes, default=0.0)
    return tuple(_text(each, column, form, reference, numerals, translated) for each in cells)


def _text(
    cell: Cell,
    column: AnswerColumn,
    form: UnitForm,
    reference: float,
    numerals: Numerals,
    translated: Callable[[str], str],
) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return translated(cell)
    value = cell * form.factor
    if column.is_difference:
        return signed(value, numerals, reference)
    return value_text(value, form, numerals, reference)


def _is_of_numbers(table: AnswerTable, number: int) -> bool:
    return any(isinstance(row[number], float | int) for row in table.rows)
