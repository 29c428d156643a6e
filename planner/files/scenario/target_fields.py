"""Targets as the fields of a scenario file, and back; seventh floor of planner.

What no single field can tell is checked here, and said of the target by its number in the file.
"""

from collections.abc import Sequence
from typing import Any

from planner.files.format.allowed import one_of
from planner.files.format.decode import Fields
from planner.files.format.knots import path_of
from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.targets.faults import TargetError, check_target
from planner.model.targets.target import Level, Target
from planner.storage.sentences.file_error import FileError, refusal, shown
from planner.storage.sentences.message import message


def fields_of_targets(targets: Sequence[Target]) -> list[Fields]:
    """Return targets as they stand in a file; what is as usual is left out."""
    return [_fields_of(target) for target in targets]


def targets_of(fields: Sequence[Fields], name: str, place: str = "targets") -> tuple[Target, ...]:
    """Return the targets that valid fields at a place of the file describe. Raises FileError."""
    found: list[Target] = []
    for number, each in enumerate(fields, start=1):
        target, where = _target(each), f"{place}.{number}"
        try:
            check_target(target)
        except TargetError as error:
            raise _refusal(error, target, where, name) from None
        if target in found:
            first = f"{place}.{found.index(target) + 1}"
            raise refusal("target_twice", file=name, field=where, first=first)
        found.append(target)
    return tuple(found)


def _fields_of(target: Target) -> Fields:
    usual = {"element": "", "year": None, "between": "step"}
    rest = {key: getattr(target, key) for key in usual}
    return {
        "outcome": target.outcome,
        **({"element": target.element} if target.element else {}),
        "sense": target.sense,
        "level": _level(target.level),
        **{key: rest[key] for key in ("year", "between") if rest[key] != usual[key]},
    }


def _target(fields: Fields) -> Target:
    level: Any = fields["level"]
    if isinstance(level, list):
        level = path_of(level)
    elif not isinstance(level, str):
        level = level + 0.0
    return Target(**{**fields, "level": level})


def _level(level: Level) -> Any:  # noqa: ANN401  (it is JSON)
    if isinstance(level, LeverPath):
        return [[_number(date), _number(value)] for date, value in level.knots]
    return level if isinstance(level, str) else _number(level)


def _number(value: float) -> float:
    """Return a whole number without its decimal point."""
    return int(value) if float(value).is_integer() else float(value)


def _refusal(error: TargetError, target: Target, where: str, name: str) -> FileError:
    """Say what is wrong with a target whose fields are right one by one."""
    row = model().outcomes[target.outcome]
    match error.fault:
        case "element" if target.element not in row.elements:
            field, parts = f"{where}.element", tuple(filter(None, row.elements))
            if not target.element:
                return refusal("missing", file=name, field=field, allowed=one_of(parts))
            if not parts:
                return refusal("whole_only", file=name, field=field)
            found = shown(target.element)
            return refusal("wrong", file=name, field=field, found=found, allowed=one_of(parts))
        case "knots_and_year":
            return refusal("knots_and_year", file=name, field=where)
        case "between":
            return refusal("no_knots_between", file=name, field=f"{where}.between")
    allowed = message("outcome_in_unit", unit=row.unit)
    found = shown(target.level)
    return refusal("wrong", file=name, field=f"{where}.level", found=found, allowed=allowed)
