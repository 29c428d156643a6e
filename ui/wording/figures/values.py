"""How exactly a value of an outcome and a change of it are written: on cards and in read-outs.

The rule is that of `planner.quantities.telling`: what is counted has no decimals, anything else
three telling digits, a change as many as the values it lies between. Floor: wording.
"""

from math import isfinite
from typing import Final

from planner.quantities.telling import level_decimals, telling_decimals
from planner.quantities.unit_forms import UnitForm
from ui.wording.numbers import Numerals, fixed, readable, signed_change

_OF_PERCENT: Final = 1
"""Decimals of a change in percent of the baseline: one of a level is seldom surer."""


def value_text(
    value: float, form: UnitForm, numerals: Numerals, reference: float | None = None
) -> str:
    """Return a value in the unit that is shown; `reference` sets the decimals of a group."""
    if isfinite(value) and form.is_count:
        return fixed(value, 0, numerals)
    return readable(value, numerals, reference)


def change_text(change: float, size: float, form: UnitForm, numerals: Numerals) -> str:
    """Return a change between values of this size, with its sign.

    Empty where it is less than a value of that size can tell.
    """
    return signed_change(change, numerals, level_decimals(size, form))


def percent_change_text(change: float, size: float, numerals: Numerals) -> str:
    """Return a change in percent of the baseline, with its sign; empty where that hides it.

    Those of one group are as exact as one of this size.
    """
    return signed_change(change, numerals, min(_OF_PERCENT, telling_decimals(size)))
