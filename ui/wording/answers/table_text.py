"""The table of an answer as it is read: numbers in the units shown, with digits that tell.

No Qt: the numerals of a language and its words for the model's are given. Floor: wording.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from planner.quantities.unit_forms import UnitForm
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.numbers import ENGLISH_NUMERALS, Numerals, signed
from ui.wording.rows.accessible_names import named_with_unit

UNIT: Final = "unit"
"""The key of a column with the base unit of each row, in which cells without a unit are.

A column with a key of its own before `_unit` names that of the column with this key.
"""


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
    form = form_of(column.unit)
    unit = "" if form.is_count or not column.unit else _unit_of(column, form)
    label = translated(column.label)
    return named_with_unit(label, translated(unit) if unit else "")


def _unit_of(column: AnswerColumn, form: UnitForm) -> str:
    return form.difference if column.is_difference else form.shown


def _column(
    table: AnswerTable, number: int, numerals: Numerals, translated: Callable[[str], str]
) -> tuple[str, ...]:
    column, cells = table.columns[number], [row[number] for row in table.rows]
    units = _units_of_rows(table, column.key)
    if units and not column.unit:
        return tuple(map(partial(_in_unit, numerals=numerals, translated=translated), cells, units))
    form = form_of(column.unit)
    sizes = [abs(each * form.factor) for each in cells if isinstance(each, float | int)]
    reference = max(sizes, default=0.0)
    return tuple(_text(each, column, form, reference, numerals, translated) for each in cells)


def _units_of_rows(table: AnswerTable, key: str) -> tuple[str, ...]:
    """Return the units that the cells of a column have row by row; none where no column has any."""
    keys = [each.key for each in table.columns]
    whole = key.removesuffix(f"_{UNIT}")
    place = next((keys.index(each) for each in (f"{whole}_{UNIT}", UNIT) if each in keys), None)
    return () if place is None else tuple(str(row[place]) for row in table.rows)


def _in_unit(cell: Cell, unit: str, *, numerals: Numerals, translated: Callable[[str], str]) -> str:
    """Return a number in the unit of its row, as exact as it is by itself; the unit as shown."""
    form = form_of(unit)
    if isinstance(cell, str):
        return translated(form.shown if cell == unit else cell)
    return "" if cell is None else value_text(cell * form.factor, form, numerals)


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
