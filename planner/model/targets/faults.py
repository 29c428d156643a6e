"""What is no target: each fault has one sentence; third floor of planner.

Outcomes, elements and units are those of the model. What files and the terminal say is theirs.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from math import isfinite
from typing import Final, Literal, get_args

from planner.model.graph import model
from planner.model.indices import address
from planner.model.outcome import Outcome
from planner.model.paths import LeverPath
from planner.model.targets.target import FIRST_YEAR, LAST_YEAR, SENSES, Between, Target
from planner.quantities.told.lists import in_a_row, one_of
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate

Fault = Literal[
    "unknown",
    "counted",
    "element",
    "sense",
    "level",
    "unit",
    "year",
    "knots_and_year",
    "between",
    "too_many",
    "twice",
]

TARGETS_AT_MOST: Final = 20
LEVEL_AT_MOST: Final = 1e15
_NAMED: Final = 3


class TargetError(ValueError):
    """What is no target; the message says what is wrong, `fault` in one word."""

    def __init__(self, fault: Fault, message: str) -> None:
        super().__init__(message)
        self.fault: Fault = fault


def check_target(target: Target) -> None:
    """Raise TargetError unless the model has the outcome, and the level and years are possible."""
    row = _row(target.outcome, target.element)
    name = address(target.outcome, target.element)
    if target.sense not in SENSES:
        said = translate("Planner", "a target is {allowed}, not {sense}")
        raise TargetError("sense", said.format(allowed=one_of(SENSES), sense=target.sense))
    if target.between not in get_args(Between):
        said = translate("Planner", "between knots a path is {allowed}")
        raise TargetError("between", said.format(allowed=one_of(get_args(Between))))
    _check_year(name, target)
    match target.level:
        case str() as key:
            _check_beside(name, row, key, target.element)
        case LeverPath(values=values):
            for value in values:
                _check_number(name, value)
        case number:
            _check_number(name, number)


def check_targets(targets: Sequence[Target]) -> None:
    """Raise TargetError unless each is one, none stands twice, and there are 20 at most."""
    if len(targets) > TARGETS_AT_MOST:
        said = translate("Planner", "a scenario has {most} targets at most, not {count}")
        raise TargetError("too_many", said.format(most=TARGETS_AT_MOST, count=len(targets)))
    for place, target in enumerate(targets):
        check_target(target)
        if target in targets[:place]:
            name = address(target.outcome, target.element)
            said = translate("Planner", "there is such a target for {name} already")
            raise TargetError("twice", said.format(name=name))


def _row(key: str, element: str) -> Outcome:
    row = model().outcomes.get(key)
    if row is None:
        raise TargetError("unknown", _unknown(key))
    if row.is_counted:
        said = translate(
            "Planner", "{key} is a state and no number, so nothing can be at least or at most that"
        )
        raise TargetError("counted", said.format(key=key))
    if element not in row.elements:
        said = translate("Planner", "there is no {name}; must be one of: {allowed}")
        allowed = in_a_row(address(key, each) for each in row.elements)
        raise TargetError("element", said.format(name=address(key, element), allowed=allowed))
    return row


def _unknown(key: str) -> str:
    near = get_close_matches(key, model().outcomes, n=_NAMED)
    if not near:
        return translate("Planner", "there is no outcome {key}").format(key=key)
    said = translate("Planner", "there is no outcome {key}; did you mean {near}?")
    return said.format(key=key, near=one_of(near))


def _check_beside(name: str, row: Outcome, key: str, element: str) -> None:
    """Raise TargetError unless an outcome can be the level of another."""
    other = _row(key, element)
    if (other.unit, other.sense == "flow") != (row.unit, row.sense == "flow") or other == row:
        said = translate(
            "Planner", "{name} cannot be held against {key}, which is no other outcome of its unit"
        )
        raise TargetError("unit", said.format(name=name, key=key))


def _check_number(name: str, value: float) -> None:
    if not isfinite(value) or abs(value) > LEVEL_AT_MOST:
        said = translate(
            "Planner", "the level of {name} is {value}; it must be a number up to 10^15"
        )
        raise TargetError("level", said.format(name=name, value=plain(value)))


def _check_year(name: str, target: Target) -> None:
    is_path = isinstance(target.level, LeverPath)
    if target.year is not None and is_path:
        said = translate(
            "Planner", "the target of {name} has dated knots, so it takes no year as well"
        )
        raise TargetError("knots_and_year", said.format(name=name))
    if target.year is not None and not FIRST_YEAR <= target.year <= LAST_YEAR:
        said = translate(
            "Planner", "the target of {name} is for {year}; it must be {first} to {last}"
        )
        years = {"year": target.year, "first": FIRST_YEAR, "last": LAST_YEAR}
        raise TargetError("year", said.format(name=name, **years))
    if target.between != "step" and not is_path:
        said = translate("Planner", "the target of {name} has no knots to be {between}")
        raise TargetError("between", said.format(name=name, between=target.between))
