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
        raise TargetError("sense", f"a target is {' or '.join(SENSES)}, not {target.sense}")
    if target.between not in get_args(Between):
        raise TargetError("between", f"between knots a path is {' or '.join(get_args(Between))}")
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
        message = f"a scenario has {TARGETS_AT_MOST} targets at most, not {len(targets)}"
        raise TargetError("too_many", message)
    for place, target in enumerate(targets):
        check_target(target)
        if target in targets[:place]:
            name = address(target.outcome, target.element)
            raise TargetError("twice", f"there is such a target for {name} already")


def _row(key: str, element: str) -> Outcome:
    row = model().outcomes.get(key)
    if row is None:
        near = get_close_matches(key, model().outcomes, n=_NAMED)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise TargetError("unknown", f"there is no outcome {key}{hint}")
    if row.is_counted:
        message = f"{key} is a state and no number, so nothing can be at least or at most that"
        raise TargetError("counted", message)
    if element not in row.elements:
        allowed = ", ".join(address(key, each) for each in row.elements)
        raise TargetError("element", f"there is no {address(key, element)}; allowed: {allowed}")
    return row


def _check_beside(name: str, row: Outcome, key: str, element: str) -> None:
    """Raise TargetError unless an outcome can be the level of another."""
    other = _row(key, element)
    if (other.unit, other.sense == "flow") != (row.unit, row.sense == "flow") or other == row:
        message = f"{name} cannot be held against {key}, which is no other outcome of its unit"
        raise TargetError("unit", message)


def _check_number(name: str, value: float) -> None:
    if not isfinite(value) or abs(value) > LEVEL_AT_MOST:
        message = f"the level of {name} is {value:.10g}; allowed is a number up to 10^15"
        raise TargetError("level", message)


def _check_year(name: str, target: Target) -> None:
    is_path = isinstance(target.level, LeverPath)
    if target.year is not None and is_path:
        message = f"the target of {name} has dated knots, so it takes no year as well"
        raise TargetError("knots_and_year", message)
    if target.year is not None and not FIRST_YEAR <= target.year <= LAST_YEAR:
        message = (
            f"the target of {name} is for {target.year}; {FIRST_YEAR} to {LAST_YEAR} is allowed"
        )
        raise TargetError("year", message)
    if target.between != "step" and not is_path:
        raise TargetError("between", f"the target of {name} has no knots to be {target.between}")
