"""Multiplies, divides and compares units of the model as they are written; floor: quantities.

Nothing is converted: M CNY over years is M CNY/yr, and M CNY does not agree with bn CNY.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Final

from planner.quantities.unit_parts import unit_parts
from planner.quantities.unit_row import NUMBER

NO_UNIT: Final = "1"
DATE: Final = "year"
YEARS: Final = "yr"
_BARE: Final = frozenset({NO_UNIT, "share"})
_ENERGY_IN_POWER_YEARS: Final = Fraction(1000, 8760)
"""Gigawatts for a year in a terawatt-hour."""
_COUNTED: Final = frozenset({NUMBER, "accelerators"})
"""Measures of what is a bare number in equations."""


@cache
def product(left: str, right: str) -> str:
    """Return the unit of a product."""
    return _written(_added(_powers(left), _powers(right), 1)) or _bare(left, right)


@cache
def quotient(left: str, right: str) -> str:
    """Return the unit of a quotient."""
    return _written(_added(_powers(left), _powers(right), -1)) or NO_UNIT


@cache
def agrees(one: str, other: str) -> bool:
    """Tell whether two units measure the same and are of one size."""
    return one == other or _dimension(one) == _dimension(other)


def _bare(left: str, right: str) -> str:
    """Return the unit of a product of bare numbers: a share of a share is a share."""
    return left if left == right and left in _BARE else NO_UNIT


def _powers(unit: str) -> dict[str, int]:
    powers: dict[str, int] = {}
    for part in unit_parts(unit):
        if part.text not in _BARE:
            powers[part.text] = powers.get(part.text, 0) + part.power
    return powers


def _added(left: Mapping[str, int], right: Mapping[str, int], sign: int) -> dict[str, int]:
    both = dict.fromkeys((*left, *right))
    return {name: left.get(name, 0) + sign * right.get(name, 0) for name in both}


def _written(powers: Mapping[str, int]) -> str:
    """Return powers of units as the text of one unit; empty where nothing is left."""
    above = [name for name, power in powers.items() for _ in range(power)]
    below = [name for name, power in powers.items() for _ in range(-power)]
    if not above and not below:
        return ""
    return "/".join(("*".join(above) or NO_UNIT, *below))


def _dimension(unit: str) -> tuple[frozenset[tuple[str, int]], Fraction]:
    """Return the powers of measures in a unit, and its size; energy is power times time."""
    powers: dict[str, int] = {}
    size = Fraction(1)
    for part in unit_parts(unit):
        row = part.row
        measure = part.name if row is None or row.measure is None else row.measure
        magnitude = part.magnitude.factor if part.magnitude else 1
        one = (row.size if row else Fraction(1)) * magnitude
        if measure == "energy":
            one *= _ENERGY_IN_POWER_YEARS
        size *= one**part.power
        for each in _base(measure):
            powers[each] = powers.get(each, 0) + part.power
    return frozenset((name, power) for name, power in powers.items() if power), size


def _base(measure: str) -> tuple[str, ...]:
    """Return the measures that one is a product of."""
    if measure in _COUNTED:
        return ()
    return {"energy": ("power", "time"), "calendar": ("time",)}.get(measure, (measure,))
