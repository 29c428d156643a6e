"""How each unit is shown, worked out from the table of units; first floor of planner.

A unit that has no row is shown as it is written, and said in words made of its parts: no unit is
ever missing. Knows no unit by name.
"""

from dataclasses import dataclass
from functools import cache

from planner.quantities.unit_parts import UnitPart, measured, unit_parts
from planner.quantities.unit_row import UnitRow
from planner.quantities.unit_system import BASE, UnitSystem, factor_to, written_in
from planner.quantities.unit_table import UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """How numbers in a unit are shown; what each field says is told in `UnitRow`.

    `shown` is empty for a bare number, `short` is as long as `shown` or shorter. A number that is
    typed without a unit is in `typed`.
    """

    shown: str
    short: str
    typed: str
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
def unit_form(unit: str, system: UnitSystem = BASE) -> UnitForm:
    """Return how numbers in a unit of the model are shown in a system of units."""
    row = UNITS.get(unit, UnitRow(key=unit))
    told = row.told_as or unit
    shown = _or(row.shown, unit)
    words = _or(row.words, _words(unit))
    texts = {
        "shown": shown,
        "short": _or(row.short, shown),
        "words": words,
        "difference": _or(row.difference, shown),
        "difference_words": _or(row.difference_words, words),
        "typed": row.told_as or shown or unit,
    }
    return UnitForm(
        **{name: written_in(text, system) for name, text in texts.items()},
        factor=row.factor * _conversion(unit, told) * factor_to(told, system),
        beside=row.beside,
        ceiling=row.ceiling,
        is_count=row.is_count,
        is_grouped=row.is_grouped,
        moves_by_sum=row.moves_by_sum,
        is_mean=row.is_mean,
    )


def _conversion(unit: str, told: str) -> float:
    """Return the factor from a unit to the one it is told as, which measures the same."""
    before, after = measured(unit), measured(told)
    if told == unit or before is None or after is None:
        return 1.0
    return float(before.size / after.size)


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
