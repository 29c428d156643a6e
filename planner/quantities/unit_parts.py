"""Takes a unit of the model apart: magnitudes, rows of the table and powers; floor: quantities.

Reads the strict form in which tables and files name units, not what people type (`unit_text`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import prod
from typing import Final

from planner.quantities.unit_row import Magnitude, UnitRow
from planner.quantities.unit_table import MAGNITUDES, UNITS

_SIGNS: Final = re.compile(r"[*/()]|[^*/()]+")


@dataclass(frozen=True, slots=True)
class UnitPart:
    """One factor of a unit: `text` is `magnitude` and `name`; power -1 where the unit divides."""

    text: str
    magnitude: Magnitude | None
    name: str
    power: int

    @property
    def row(self) -> UnitRow | None:
        """Its row in the table, none for a unit that no table knows."""
        return UNITS.get(self.name)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a unit measures, as powers of measures, and what one of it is in units of size 1."""

    powers: frozenset[tuple[str, int]]
    size: Fraction


@cache
def unit_parts(unit: str) -> tuple[UnitPart, ...]:
    """Return the factors of a unit in the order they are written in."""
    return tuple(_parts(unit))


@cache
def measured(unit: str) -> Measured | None:
    """Return what a unit measures; None where a part of it is in no table."""
    row = UNITS.get(unit)
    if row is not None and row.measure is not None:
        return Measured(_powers(((row.measure, 1),)), row.size)
    parts = [(part, part.row) for part in unit_parts(unit)]
    known = [(part, row) for part, row in parts if row is not None and row.measure is not None]
    if len(known) < len(parts) or not known:
        return None
    size = prod((_size(part, row) for part, row in known), start=Fraction(1))
    return Measured(_powers((row.measure or "", part.power) for part, row in known), size)


def _parts(unit: str) -> Iterator[UnitPart]:
    outer, power = [1], 1
    for sign in _SIGNS.findall(unit):
        match sign:
            case "*" | "/":
                power = outer[-1] * (1 if sign == "*" else -1)
            case "(":
                outer.append(power)
            case ")":
                del outer[1:]
            case _:
                yield _part(sign.strip(), power)


def _part(text: str, power: int) -> UnitPart:
    first, _, rest = text.partition(" ")
    if rest and first in MAGNITUDES:
        return UnitPart(text, MAGNITUDES[first], rest, power)
    return UnitPart(text, None, text, power)


def _size(part: UnitPart, row: UnitRow) -> Fraction:
    factor = part.magnitude.factor if part.magnitude else 1
    return Fraction((factor * row.size) ** part.power)


def _powers(measures: Iterable[tuple[str, int]]) -> frozenset[tuple[str, int]]:
    powers = Counter[str]()
    for measure, power in measures:
        powers[measure] += power
    return frozenset((name, power) for name, power in powers.items() if name and power)
