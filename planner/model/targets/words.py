"""A target in one line of English: `AI enterprises, Chengdu: at least 9,000 in 2030`.

Third floor of planner, for terminal and exports; the window says it in its own languages.
"""

from math import isnan
from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.path_words import ENGLISH, KNOTS_NAMED
from planner.model.paths import LeverPath
from planner.model.targets.target import Target
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem

ALL_MET: Final = "All targets"
_SHORT_OF_ALL: Final = 99
_DIGITS: Final = 6


def target_text(target: Target, system: UnitSystem = BASE) -> str:
    """Return what a target asks for, in the unit the outcome is shown in by a system of units."""
    return f"{_name(target.outcome, target.element)}: {target.sense} {_level(target, system)}"


def share_text(share: float) -> str:
    """Return a share of futures in whole percents; all and none are said only of all and none."""
    if isnan(share):
        return "unknown"
    if share in (0, 1):
        return "all" if share else "none"
    return f"{min(_SHORT_OF_ALL, max(1, round(100 * share)))}%"


def _name(outcome: str, element: str) -> str:
    label = model().outcomes[outcome].label
    return f"{label}, {LABELS[element]}" if element else label


def _level(target: Target, system: UnitSystem) -> str:
    unit = model().outcomes[target.outcome].unit
    when = f"in {target.year}" if target.year is not None else "in every year"
    match target.level:
        case str() as key:
            return f"{within_a_line(_name(key, ''))} {when}"
        case LeverPath() as path:
            form = ENGLISH.since if target.between == "step" else ENGLISH.at
            knots = [
                form.format(value=_number(value, unit, system), date=ENGLISH.date(date))
                for date, value in path.knots
            ]
            return listed(knots, most=KNOTS_NAMED)
        case number:
            return f"{_number(number, unit, system)} {when}"


def within_a_line(label: str) -> str:
    """Return a label as it stands within a sentence: no capital but that of a name.

    A name is an abbreviation, or begins with whose it is: AI, H100, Alibaba's.
    """
    first = label.partition(" ")[0]
    is_name = not first[1:].islower() or first.endswith("'s")
    return label if is_name and len(first) > 1 else f"{label[:1].lower()}{label[1:]}"


def _number(value: float, unit: str, system: UnitSystem) -> str:
    form = unit_form(unit, system).of_size(value)
    told = float(f"{value * form.factor:.{_DIGITS}g}")
    return with_unit(f"{told:,.10g}", form.shown)
