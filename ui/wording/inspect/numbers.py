"""Numbers in equations: four telling digits in the units of the model, so that they can be redone.

Shares and yearly rates are told in percent, which is the same number; nothing else is converted.
A value that stands by itself is told in the chosen units. Floor: wording; no Qt.
"""

from math import floor, isfinite, log10
from typing import Final

from planner.quantities.shown import with_unit, words_of
from planner.quantities.told.lists import between, spanning
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_algebra import DATE, NO_UNIT
from planner.quantities.unit_forms import exact_form, unit_form
from planner.quantities.unit_table import PERCENT, WHOLE
from planner.storage.sentences.spoken import spoken
from ui.wording.figures.units import form_of
from ui.wording.numbers import Numerals, fixed, has_digits
from ui.wording.translate import unit_text

_DIGITS: Final = 4
_DECIMALS_AT_MOST: Final = 6
_WHOLE_FROM: Final = 100
"""A count from which an equation has it whole, and can still be redone."""
_DECIMALS_OF_DATES: Final = 2
_TENS: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def in_equation(value: float, unit: str) -> str:
    """Return a number of an equation with its unit."""
    form = unit_form(unit)
    if form.shown.startswith(PERCENT):
        return with_unit(_digits(value * WHOLE, numerals()), unit_text(form.shown))
    if unit == DATE:
        return fixed(value, _DECIMALS_OF_DATES, Numerals("", numerals().decimal))
    number = _digits(value, numerals())
    if form.is_count and abs(value) >= _WHOLE_FROM:
        number = fixed(value, 0, numerals())
    if unit == NO_UNIT:
        return number
    return with_unit(number, exact_form(unit, spoken()))


def unit_in_equation(unit: str) -> str:
    """Return a unit as equations have it; empty for a bare number."""
    form = unit_form(unit)
    if form.shown.startswith(PERCENT):
        return unit_text(form.shown)
    return exact_form(unit, spoken())


def by_itself(value: float, unit: str) -> str:
    """Return a value in the units that numbers are told in."""
    form = form_of(unit).of_size(value)
    style = numerals() if form.is_grouped else Numerals("", numerals().decimal)
    if form.is_count and isfinite(value):
        return with_unit(fixed(value, 0, style), unit_text(form.shown))
    return with_unit(_digits(value * form.factor, style), unit_text(form.shown))


def span_by_itself(low: float, high: float, unit: str) -> str:
    """Return a range of values in the units that numbers are told in, the unit standing once."""
    form = form_of(unit).of_size(low, high)
    if not (isfinite(low) and isfinite(high)):
        return between(by_itself(low, unit), by_itself(high, unit))
    shown = low * form.factor, high * form.factor
    decimals = 0 if form.is_count else _decimals_of_span(*shown)
    ends = [fixed(end, decimals, numerals()) for end in shown]
    join = between if min(shown) < 0 else spanning
    return with_unit(join(*ends), unit_text(form.shown))


def _decimals_of_span(low: float, high: float) -> int:
    """Return the decimals of both ends: as many as the larger tells, and a digit of the other."""
    sizes = sorted(abs(end) for end in (low, high) if end)
    if not sizes:
        return 0
    return max(_decimals(sizes[-1], _DIGITS - 1), _decimals(sizes[0], 1))


def _decimals(size: float, digits: int) -> int:
    """Return the decimals with which a number of this size has so many telling digits."""
    return min(max(0, digits - 1 - floor(log10(size))), _DECIMALS_AT_MOST)


def change_by_itself(value: float, other: float, unit: str) -> str:
    """Return how far a value is from another, with its sign; empty where it is no number.

    Of counts, which are told whole, it is what the two numbers as told give.
    """
    change = value - other
    if not isfinite(change):
        return ""
    form = form_of(unit).of_size(value, other)
    text = _digits(change * form.factor, numerals())
    whole = round(value * form.factor) - round(other * form.factor)
    if form.is_count and whole:
        text = fixed(whole, 0, numerals())
    signed = f"+{text}" if change > 0 and has_digits(text) else text
    return with_unit(signed, unit_text(form.difference))


def _digits(value: float, style: Numerals) -> str:
    """Return a number with four telling digits, a whole one with all it has."""
    if not isfinite(value):
        return words_of(value)
    if value == 0:
        return "0"
    size = floor(log10(abs(value)))
    if size < -_DIGITS:
        tens = str(size).translate(_TENS)
        return f"{_trimmed(fixed(value / 10.0**size, _DIGITS - 1, style), style)}×10{tens}"
    decimals = min(max(0, _DIGITS - 1 - size), _DECIMALS_AT_MOST)
    return _trimmed(fixed(value, decimals, style), style)


def _trimmed(text: str, style: Numerals) -> str:
    """Return a number without zeros at the end of its decimals."""
    return text.rstrip("0").rstrip(style.decimal) if style.decimal in text else text
