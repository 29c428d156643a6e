"""A number with its unit, and a range of what may be set, in the language spoken.

Numbers are told as they were set, with all their digits. Floor: quantities.
"""

from planner.quantities.shown import with_unit
from planner.quantities.told.lists import between
from planner.quantities.told.numerals import plain
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.spoken import ENGLISH


def value_text(value: float, unit: str, digits: int = 10) -> str:
    """Return a number in a unit of the model as it is shown, with its unit: `500 M CNY/yr`."""
    form = unit_form(unit).of_size(value)
    text = plain(value * form.factor, digits, is_grouped=form.is_grouped)
    return with_unit(text, form.shown)


def range_text(low: float, high: float, unit: str) -> str:
    """Return a range in the model's unit, which is typed, and as it is shown where that differs.

    A share is 0.01 to 1 (1% to 100%), a budget 0 to 100000 M CNY/yr, a bare number 0 to 1. Units
    are those of files, which are in English.
    """
    form = unit_form(unit, language=ENGLISH)
    ends = between(*(plain(end, is_grouped=False) for end in (low, high)))
    if form.factor == 1.0:
        return f"{ends} {form.shown}".rstrip()
    shown = (with_unit(plain(end * form.factor), form.shown) for end in (low, high))
    return f"{ends} ({between(*shown)})"
