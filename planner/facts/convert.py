"""Conversion between the units that evidence and levers are written in.

What a unit measures and its size stand in the table of units.  Currencies are not converted into
each other.  Floor: facts.
"""

from __future__ import annotations

from functools import cache

from planner.facts.record import EvidenceError
from planner.quantities.unit_parts import Measured, measured
from planner.quantities.unit_table import UNITS


def is_known(unit: str) -> bool:
    """Return whether the table of units knows every part of the unit."""
    return measured(unit) is not None


def can_convert(unit: str, into: str) -> bool:
    """Return whether both units are known and measure the same thing."""
    one, other = measured(unit), measured(into)
    return one is not None and other is not None and one.powers == other.powers


@cache
def factor(unit: str, into: str) -> float:
    """Return the factor that converts `unit` to `into`.

    Raises EvidenceError for an unknown unit or two units of different things.
    """
    one, other = _known(unit), _known(into)
    if one.powers != other.powers:
        message = f'cannot convert "{unit}" ({_said(one)}) to "{into}" ({_said(other)})'
        raise EvidenceError(message)
    return float(one.size / other.size)


def convert(value: float, unit: str, into: str) -> float:
    """Return `value`, given in `unit`, in `into`; EvidenceError as in `factor`."""
    return value * factor(unit, into)


def _known(unit: str) -> Measured:
    found = measured(unit)
    if found is None:
        message = f'unknown unit "{unit}"; its parts must be among: {", ".join(sorted(UNITS))}'
        raise EvidenceError(message)
    return found


def _said(unit: Measured) -> str:
    """Return what a unit measures: money per time."""
    above = [name for name, power in sorted(unit.powers) if power > 0]
    below = [name for name, power in sorted(unit.powers) if power < 0]
    return " per ".join((" and ".join(above) or "number", *below))
