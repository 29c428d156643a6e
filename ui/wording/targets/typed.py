"""The level of a target as it is typed: a number in the shown unit, or dated numbers of a path.

It is read whole, or refused with one sentence. Floor: wording.
"""

from itertools import pairwise
from typing import Final

from planner.model.graph import model
from planner.model.path_edits import SAME_DATE
from planner.model.paths import FIRST_DATE, KNOTS_AT_MOST, LAST_DATE, LeverPath
from planner.model.targets.target import Target
from planner.quantities.dates import year_of_spoken_date
from planner.quantities.told.months import date_text, short_months
from planner.quantities.typed.digits import ReadingError, folded
from planner.quantities.typed.reading import read_quantity
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.figures.units import form_of
from ui.wording.paths.typed import Refused
from ui.wording.targets.told import number_to_edit

_APART: Final = ";"
_DATED: Final = ":"
_DIGITS: Final = 12


def level_typed(outcome: str, text: str) -> float:
    """Return the level of the model that a text means in the shown unit. Raises Refused."""
    form = form_of(model().outcomes[outcome].told_in)
    if not text.strip():
        raise Refused(translate("Targets", "Type a number for the target."))
    try:
        number = _number(text, form)
    except ReadingError as error:
        said = translate("Targets", "{text} is no level: {reason}.")
        raise Refused(said.format(text=shown(text), reason=str(error).rstrip("."))) from None
    return float(f"{number / form.factor:.{_DIGITS}g}")


def path_typed(outcome: str, text: str) -> LeverPath:
    """Return the path that dated levels mean, as `2026: 9,000; 2030: 12,500`. Raises Refused.

    They may stand in any order.
    """
    knots = sorted(_knot(outcome, part) for part in folded(text).split(_APART) if part.strip())
    for (before, _), (after, _) in pairwise(knots):
        if after - before <= SAME_DATE:
            said = translate("Targets", "There are two levels for {date}.")
            raise Refused(said.format(date=date_text(after)))
    if not knots:
        raise Refused(_dates_first())
    if len(knots) > KNOTS_AT_MOST:
        said = translate("Targets", "A path has {most} dates at most.")
        raise Refused(said.format(most=KNOTS_AT_MOST))
    return LeverPath(tuple(knots))


def is_path(text: str) -> bool:
    """Tell whether a text has dated levels, as a path is typed."""
    return _DATED in folded(text)


def _number(text: str, form: UnitForm) -> float:
    """Return the number that a text means in the shown unit, as that is written in full or short.

    EFLOPS alone are those of the outcome, be they realized or not.
    """
    try:
        return read_quantity(text, form.typed or "1")
    except ReadingError:
        if form.short == form.typed or not form.typed.startswith(form.short):
            raise
        return read_quantity(text, form.short or "1")


def _dates_first() -> str:
    return translate(
        "Targets", "Type a date before each level of a path, as 2026: 9,000; 2030: 12,500."
    )


def level_as_typed(target: Target) -> str:
    """Return the level of a target as somebody would type it; empty for an outcome."""
    match target.level:
        case str():
            return ""
        case LeverPath(knots=knots):
            said = (f"{date:.10g}{_DATED} {number_to_edit(target, value)}" for date, value in knots)
            return f"{_APART} ".join(said)
        case number:
            return number_to_edit(target, number)


def _knot(outcome: str, part: str) -> tuple[float, float]:
    date, found, level = part.partition(_DATED)
    if not found:
        raise Refused(_dates_first())
    try:
        when = year_of_spoken_date(date.strip(), short_months())
    except ReadingError:
        said = translate("Targets", "{text} is no date.")
        raise Refused(said.format(text=shown(date.strip()))) from None
    if not FIRST_DATE <= when <= LAST_DATE:
        said = translate("Targets", "{text} is outside {first} to {last}.")
        ends = {"first": f"{FIRST_DATE:g}", "last": f"{LAST_DATE:g}"}
        raise Refused(said.format(text=shown(date.strip()), **ends))
    return when, level_typed(outcome, level)
