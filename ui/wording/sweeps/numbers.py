"""What the numbers of a sweep are called, and how their values and levels are told.

In the words and units of the rest of the window. Floor: wording.
"""

from math import isfinite
from typing import Final

from planner.model.graph import model
from planner.model.targets.target import Target
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_turn
from planner.quantities.told.months import month_text
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from ui.wording.elements import name_within
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.targets.told import number_to_edit
from ui.wording.targets.typed import level_typed
from ui.wording.translate import unit_text

UNKNOWN: Final = "–"
_DIGITS: Final = 3


def column_text(column: Column) -> str:
    """Return what a number is: outcome, place and month."""
    outcome = model_text(model().outcomes[column.outcome].label)
    place = (name_within(column.element),) if column.element else ()
    return in_turn((outcome, *place, month_of(column)))


def month_of(column: Column) -> str:
    """Return the month of a number."""
    year, month = map(int, column.date.split("-"))
    return month_text(year, month)


def form_of_column(column: Column) -> UnitForm:
    """Return how the values of a number are shown."""
    return form_of(model().outcomes[column.outcome].told_in)


def unit_of_column(column: Column) -> str:
    """Return the unit that its values are shown in."""
    return unit_text(form_of_column(column).shown)


def number_text(column: Column, value: float, *, has_unit: bool = False) -> str:
    """Return a value of the model as it is shown; with its unit where that is not seen."""
    if value != value:  # noqa: PLR0124 - no number
        return UNKNOWN
    form = form_of_column(column)
    text = value_text(value * form.factor, form, numerals())
    return with_unit(text, unit_text(form.short)) if has_unit and isfinite(value) else text


def level_to_edit(column: Column, value: float) -> str:
    """Return a level as its field has it, in the shown unit."""
    return number_to_edit(Target(column.outcome, "at least", value), value)


def level_read(column: Column, sense: str, text: str) -> Level:
    """Return the level that is typed in the shown unit. Raises Refused."""
    value = level_typed(column.outcome, text)
    return Level(column.name, "at least" if sense == "at least" else "at most", value)


def usual_level(column: Column, median: float) -> Level | None:
    """Return a round level near a median, on the side that is better; None without a median."""
    if not isfinite(median):
        return None
    form = form_of_column(column)
    rounded = float(f"{median * form.factor:.{_DIGITS - 1}g}") / form.factor
    is_more = model().outcomes[column.outcome].better == "more"
    return Level(column.name, "at least" if is_more else "at most", rounded)
