"""The level of a target as it is typed: a number in the shown unit, or dated numbers of a path.

It is read whole, or refused with one sentence. Floor: wording.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.model.graph import model
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath, PathError
from planner.model.targets.target import Level, Target
from planner.quantities.dates import year_of_spoken_date
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.file_error import shown
from ui.wording.figures.units import form_of
from ui.wording.path_words import path_words
from ui.wording.paths.typed import Refused
from ui.wording.targets.told import number_of

_APART: Final = ";"
_DATED: Final = ":"
_DIGITS: Final = 12


def level_typed(outcome: str, text: str) -> float:
    """Return the level of the model that a text means in the shown unit. Raises Refused."""
    form = form_of(model().outcomes[outcome].told_in)
    if not text.strip():
        raise Refused(QCoreApplication.translate("Targets", "Type a number for the target."))
    try:
        number = read_quantity(text, form.typed or "1")
    except ReadingError as error:
        said = QCoreApplication.translate("Targets", "{text} is no level: {reason}.")
        raise Refused(said.format(text=shown(text), reason=str(error).rstrip("."))) from None
    return float(f"{number / form.factor:.{_DIGITS}g}")


def path_typed(outcome: str, text: str) -> LeverPath:
    """Return the path that dated levels mean, as `2026: 9,000; 2030: 12,500`. Raises Refused."""
    knots = [_knot(outcome, part) for part in text.split(_APART) if part.strip()]
    try:
        return LeverPath(tuple(knots))
    except PathError as error:
        said = QCoreApplication.translate("Targets", "This is no path: {reason}.")
        raise Refused(said.format(reason=error)) from None


def level_as_typed(target: Target) -> str:
    """Return the level of a target as somebody would type it; empty for an outcome."""
    match target.level:
        case str():
            return ""
        case LeverPath(knots=knots):
            said = (f"{date:.10g}{_DATED} {number_of(target, value)}" for date, value in knots)
            return f"{_APART} ".join(said)
        case number:
            return number_of(target, number)


def levels_beside(outcome: str, element: str) -> tuple[Level, ...]:
    """Return the outcomes that another can be held against: those of its unit, at its place."""
    row = model().outcomes[outcome]
    return tuple(
        key
        for key, each in model().outcomes.items()
        if key != outcome
        and not each.is_counted
        and (each.unit, each.sense == "flow") == (row.unit, row.sense == "flow")
        and element in each.elements
    )


def _knot(outcome: str, part: str) -> tuple[float, float]:
    date, found, level = part.partition(_DATED)
    if not found:
        said = QCoreApplication.translate(
            "Targets", "Type a date before each level of a path, as 2026: 9,000; 2030: 12,500."
        )
        raise Refused(said)
    try:
        when = year_of_spoken_date(date.strip(), path_words().months)
    except ReadingError:
        said = QCoreApplication.translate("Targets", "{text} is no date.")
        raise Refused(said.format(text=shown(date.strip()))) from None
    if not FIRST_DATE <= when <= LAST_DATE:
        said = QCoreApplication.translate("Targets", "{text} is outside {first} to {last}.")
        ends = {"first": f"{FIRST_DATE:g}", "last": f"{LAST_DATE:g}"}
        raise Refused(said.format(text=shown(date.strip()), **ends))
    return when, level_typed(outcome, level)
