"""How each unit is shown, worked out from the table of units; first floor of planner.

A unit that has no row is shown as it is written, and said in words made of its parts: no unit is
ever missing. Knows no unit by name.
"""

from dataclasses import dataclass
from functools import cache

from planner.quantities.unit_parts import UnitPart, unit_parts
from planner.quantities.unit_row import UnitRow
from planner.quantities.unit_table import UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """How numbers in a unit are shown; what each field says is told in `UnitRow`.

    `shown` is empty for a bare number, `short` is as long as `shown` or shorter.
    """

    shown: str
    short: str
    words: str
    factor: float
    difference: str
    difference_words: str
    beside: str
    ceiling: float | None
    is_count: bool
    is_grouped: bool
    moves_by_sum: bool
    is_mean: bool


@cache
def unit_form(unit: str) -> UnitForm:
    """Return how numbers in a unit are shown."""
    row = UNITS.get(unit, UnitRow(key=unit))
    shown = _or(row.shown, unit)
    words = _or(row.words, _words(unit))
    return UnitForm(
        shown=shown,
        short=_or(row.short, shown),
        words=words,
        factor=row.factor,
        difference=_or(row.difference, shown),
        difference_words=_or(row.difference_words, words),
        beside=row.beside,
        ceiling=row.ceiling,
        is_count=row.is_count,
        is_grouped=row.is_grouped,
        moves_by_sum=row.moves_by_sum,
        is_mean=row.is_mean,
    )


def _or(text: str | None, other: str) -> str:
    return other if text is None else text


def _words(unit: str) -> str:
    """Return a unit in words: million CNY per enterprise; one with brackets as it is written."""
    if "(" in unit or "*" in unit:
        return unit
    above, *below = unit_parts(unit) or (UnitPart(unit, None, unit, 1),)
    said = _many(above)
    return f"{said} per {' and '.join(map(_one, below))}" if below else said


def _many(part: UnitPart) -> str:
    """Return a part in words above a line, where the row's own factor does not change numbers."""
    row = part.row
    words = part.name if row is None or row.words is None or row.factor != 1 else row.words
    return f"{part.magnitude.words} {words}" if part.magnitude else words


def _one(part: UnitPart) -> str:
    row = part.row
    if part.magnitude or row is None or row.one is None:
        return _many(part)
    return row.one
