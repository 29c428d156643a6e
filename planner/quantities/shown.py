"""How a value of the model is said: in which unit, and in words where it is no number.

First floor of planner. One owner for window, pictures and terminal, of levels and of differences.
Knows no separators and no decimals.
"""

from math import inf, isfinite, isnan
from typing import Final

from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate

MINUS: Final = "\N{MINUS SIGN}"


def shown_unit(unit: str, system: UnitSystem = BASE) -> tuple[str, float]:
    """Return the unit to show, empty for a bare number, and the factor from the model's to it."""
    form = unit_form(unit, system)
    return form.shown, form.factor


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
        return translate("Numbers", "undefined")
    if value == inf:
        return translate("Numbers", "unbounded")
    return translate("Numbers", "unbounded below")


def words_of_difference(value: float, reference: float, name: str) -> str:
    """Return why there is no difference from a reference of this name; empty where there is one."""
    if isfinite(value) and isfinite(reference):
        return ""
    if isfinite(reference):
        return words_of(value)
    same = value == reference or (isnan(value) and isnan(reference))
    if same:
        return _both(value)
    text = translate("Numbers", "{name} {words}")
    return text.format(name=name, words=words_of(reference))


def _both(value: float) -> str:
    if isnan(value):
        return translate("Numbers", "both undefined")
    if value == inf:
        return translate("Numbers", "both unbounded")
    return translate("Numbers", "both unbounded below")
