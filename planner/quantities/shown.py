"""How a value of the model is said: in which unit, and in words where it is no number.

First floor of planner. One owner for window, pictures and terminal, of levels and of differences.
Knows no language, no separators and no decimals.
"""

from math import inf, isfinite, isnan
from typing import Final

from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.spoken import ENGLISH

UNBOUNDED: Final = "unbounded"
UNBOUNDED_BELOW: Final = "unbounded below"
UNDEFINED: Final = "undefined"
MINUS: Final = "\N{MINUS SIGN}"


def shown_unit(unit: str, system: UnitSystem = BASE) -> tuple[str, float]:
    """Return the unit to show, empty for a bare number, and the factor from the model's to it."""
    form = unit_form(unit, system)
    return form.shown, form.factor


def range_text(low: float, high: float, unit: str) -> str:
    """Return a range in the model's unit, which is typed, and as it is shown where that differs.

    A share is 0.01 to 1 (1% to 100%), a budget 0 to 100000 M CNY/yr, a bare number 0 to 1. Units
    are those of files, which are in English.
    """
    form, ends = unit_form(unit, language=ENGLISH), f"{low:.10g} to {high:.10g}"
    if form.factor == 1.0:
        return f"{ends} {form.shown}".rstrip()
    least, most = (with_unit(f"{end * form.factor:.10g}", form.shown) for end in (low, high))
    return f"{ends} ({least} to {most})"


def unit_of_difference(unit: str) -> str:
    """Return the shown unit of a difference of two values of a unit: percents differ by points."""
    return unit_form(unit).difference


def with_unit(number: str, unit: str) -> str:
    """Return a written number and its unit; words that stand for a number take none.

    A percent sign touches the number.
    """
    takes_one = unit and any(mark.isdigit() for mark in number)
    joint = "" if unit.startswith(PERCENT) else " "
    return f"{number}{joint}{unit}" if takes_one else number


def in_range(form: str, low: str, high: str) -> str:
    """Return two written ends in a form; words that are the same at both ends stand once."""
    if low == high and not any(mark.isdigit() for mark in low):
        return low
    return form.format(low=low, high=high)


def words_of(value: float) -> str:
    """Return what a value is called that is no number; empty for a number."""
    if isfinite(value):
        return ""
    if isnan(value):
        return UNDEFINED
    return UNBOUNDED if value == inf else UNBOUNDED_BELOW


def words_of_difference(value: float, reference: float, name: str) -> str:
    """Return why there is no difference from a reference of this name; empty where there is one."""
    if isfinite(value) and isfinite(reference):
        return ""
    if isfinite(reference):
        return words_of(value)
    same = value == reference or (isnan(value) and isnan(reference))
    return f"both {words_of(value)}" if same else f"{name} {words_of(reference)}"
