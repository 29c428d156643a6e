"""A target in one line: `AI enterprises, Chengdu: at least 9,000 in 2030`.

Third floor of planner, for terminal and exports; the window says it in its own words.
"""

from math import isnan
from typing import Final

from planner.model.graph import model
from planner.model.indices import in_place
from planner.model.path_words import KNOTS_NAMED, at_text, since_text
from planner.model.paths import LeverPath
from planner.model.targets.target import Target
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text, within_a_line
from planner.quantities.told.lists import comma
from planner.quantities.told.numerals import plain
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.catalog import translate

_SHORT_OF_ALL: Final = 99
_DIGITS: Final = 6


def target_text(target: Target, system: UnitSystem = BASE) -> str:
    """Return what a target asks for, in the unit the outcome is shown in by a system of units."""
    name, level = _name(target.outcome, target.element), _level(target, system)
    if target.sense == "at least":
        return translate("Planner", "{name}: at least {level}").format(name=name, level=level)
    return translate("Planner", "{name}: at most {level}").format(name=name, level=level)


def all_met_text() -> str:
    """Return what all targets together are called."""
    return translate("Planner", "All targets")


def share_text(share: float) -> str:
    """Return a share of futures in whole percents; all and none are said only of all and none."""
    if isnan(share):
        return translate("Planner", "unknown")
    if share in (0, 1):
        return translate("Shares", "all") if share else translate("Shares", "none")
    return f"{min(_SHORT_OF_ALL, max(1, round(100 * share)))}%"


def _name(outcome: str, element: str) -> str:
    return in_place(model_text(model().outcomes[outcome].label), element)


def _level(target: Target, system: UnitSystem) -> str:
    unit = model().outcomes[target.outcome].unit
    match target.level:
        case str() as key:
            return _when(within_a_line(_name(key, "")), target)
        case LeverPath() as path:
            say = since_text if target.between == "step" else at_text
            knots = [say(_number(value, unit, system), date) for date, value in path.knots]
            return listed(knots, comma(), most=KNOTS_NAMED)
        case number:
            return _when(_number(number, unit, system), target)


def _when(level: str, target: Target) -> str:
    if target.year is None:
        return translate("Planner", "{level} in every year").format(level=level)
    return translate("Planner", "{level} in {year}").format(level=level, year=target.year)


def _number(value: float, unit: str, system: UnitSystem) -> str:
    form = unit_form(unit, system).of_size(value)
    told = float(f"{value * form.factor:.{_DIGITS}g}")
    return with_unit(plain(told), form.shown)
