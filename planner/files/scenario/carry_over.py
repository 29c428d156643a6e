"""Carries a scenario that model 1 made over to model 2, whose levers follow paths; seventh floor.

What has the same meaning stays, what has another form is rewritten, and what is gone or means
something else is left out and told by name. The rows of model 1 stand in
`planner.files.scenario.model_1_rows`.
"""

from collections.abc import Mapping

from planner.facts.record import Figures
from planner.files.format.allowed import allowed_by
from planner.files.format.decode import Fields
from planner.files.scenario.model_1_rows import (
    ANOTHER_MEANING,
    GONE,
    LEFT_OUT,
    LEVERS,
    NARROWED,
    REWRITTEN,
    is_number,
)
from planner.files.scenario.rewrites import REWRITES
from planner.model.graph import model
from planner.model.paths import PathError
from planner.model.scenario import ScenarioError
from planner.storage.sentences.file_error import refusal, shown


def is_of_model_1(fields: Fields) -> bool:
    """Tell whether the fields name model 1 as the one that made them."""
    made_by = fields.get("model_version")
    return isinstance(made_by, str) and made_by.startswith("1.")


def carry_over(fields: Fields, name: str) -> tuple[Fields, tuple[str, ...]]:
    """Return the fields of a file of model 1 as model 2 has them, and what was left out, by name.

    Raises FileError for a value that model 1 did not allow either. What is not shaped like a
    scenario stays as it is, for the checks that come after.
    """
    levers, assumptions = fields.get("levers"), fields.get("assumptions")
    if not isinstance(levers, dict) or not isinstance(assumptions, dict):
        return fields, ()
    old = {key: _checked(key, levers[key], name) for key in LEVERS if key in levers}
    kept = {key: value for key, value in levers.items() if key not in LEVERS}
    figures: Figures = "as_stated" if fields.get("figures") == "as_stated" else "corroborated"
    made, lost = _levers(kept, old, figures)
    stay = {key: value for key, value in assumptions.items() if _stays(key, value)}
    gone = [key for key in assumptions if key not in stay and _was_there(key)]
    unknown = {key: value for key, value in assumptions.items() if not _was_there(key)}
    return {**fields, "levers": made, "assumptions": {**stay, **unknown}}, (*lost, *gone)


def _checked(key: str, value: object, name: str) -> float:
    """Return the number of a lever of model 1. Raises FileError where that had not taken it."""
    row = LEVERS[key]
    if is_number(value) and row.least <= value <= row.most:
        return float(value)
    schema = {"type": "number", "minimum": row.least, "maximum": row.most, "unit": row.unit}
    field, allowed = f"levers.{key}", allowed_by(schema)
    raise refusal("wrong", file=name, field=field, found=shown(value), allowed=allowed)


def _levers(kept: Fields, old: Mapping[str, float], figures: Figures) -> tuple[Fields, list[str]]:
    """Return the levers of model 2 and what is left out of those of model 1."""
    lost = [key for key in LEFT_OUT if key in old]
    made = dict(kept)
    for keys, rewrite in REWRITES.items():
        if any(key in old for key in keys):
            try:
                changed = rewrite(made, old, figures)
            except (ScenarioError, PathError):
                changed = made
            if changed is made or _touches(kept, changed):
                lost += [key for key in keys if key in old]
            else:
                made = changed
    return made, lost


def _touches(kept: Fields, changed: Fields) -> bool:
    """Tell whether a rewrite takes away what stands in the file for a lever of model 2 alone."""
    return any(changed.get(key) != kept[key] for key in kept if key not in REWRITTEN)


def _was_there(key: str) -> bool:
    """Tell whether a key is one of an assumption of either model."""
    return key in model().assumptions or key in GONE


def _stays(key: str, value: object) -> bool:
    """Tell whether a changed assumption means the same in model 2, and is allowed there.

    What neither model allows stays, to be refused.
    """
    if key in ANOTHER_MEANING or key in GONE or not _was_there(key):
        return False
    if key not in NARROWED:
        return True
    row, (least, most) = model().assumptions[key], NARROWED[key]
    numbers = _numbers(value)
    was_allowed = all(least <= number <= most for number in numbers)
    return not was_allowed or all(row.least <= number <= row.most for number in numbers)


def _numbers(value: object) -> list[float]:
    """Return every number in a value, however it is nested."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in _numbers(part)]
    return [float(value)] if is_number(value) else []
