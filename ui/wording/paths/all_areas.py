"""All areas of a lever on one path: their path together, and what another one makes of each.

Floor: wording. Pure arithmetic on paths. At each date the areas keep the proportions that they had
there; what is shared out is what `ui.wording.sharing` says of one number. Together areas may turn
at more dates than a path of one may have.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isclose
from typing import ClassVar, Final

from planner.model.indices import AREAS
from planner.model.inputs import Lever
from planner.model.paths import (
    FIRST_DATE,
    KNOTS_AT_MOST,
    Knot,
    LeverPath,
    constant_path,
    value_at,
)
from ui.wording.sharing import shared, whole

_NEARLY: Final = 1e-9

Values = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PathOfAreas(LeverPath):
    """The path of all areas together, with as many knots as all of them may have."""

    knots_at_most: ClassVar[int] = KNOTS_AT_MOST * len(AREAS)


def path_of_all(lever: Lever, paths: Sequence[LeverPath]) -> PathOfAreas:
    """Return all areas together at every date of one of them: their sum, or the mean of a rate."""
    dates = sorted({date for path in paths for date in path.dates})
    return PathOfAreas(tuple((date, whole(lever, _values(lever, paths, date))) for date in dates))


def told_of_all(lever: Lever, paths: Sequence[LeverPath]) -> PathOfAreas:
    """Return the path of all areas together as it is told: stepwise, only where it turns."""
    path = path_of_all(lever, paths)
    return path if lever.over_time == "linear" else path.with_knots(_turns(path.knots))


def paths_of_all(
    lever: Lever, path: LeverPath, before: Sequence[LeverPath]
) -> tuple[LeverPath, ...]:
    """Return the path of each area that together make one, in the proportions they had `before`.

    Where all had nothing at a date, those of the nearest date at which one had something. Raises
    PathError where one of them would have more knots than a path may.
    """
    at = [_shares(lever, date, value, before) for date, value in path.knots]
    made = (path.with_knots(zip(path.dates, each, strict=True)) for each in zip(*at, strict=True))
    return tuple(
        was if _read_alike(lever, was, now) else _plain(lever, now)
        for was, now in zip(before, made, strict=True)
    )


def _shares(lever: Lever, date: float, value: float, before: Sequence[LeverPath]) -> Values:
    values = _values(lever, before, date)
    if isclose(whole(lever, values), value, rel_tol=_NEARLY, abs_tol=_NEARLY):
        return values
    return shared(lever, values if any(values) else _nearest(lever, date, before), value)


def _nearest(lever: Lever, date: float, before: Sequence[LeverPath]) -> Values:
    """Return what the areas had at the nearest date at which one of them had something."""
    dates = {each for path in before for each in path.dates}
    for each in sorted(dates, key=lambda other: (abs(other - date), other)):
        values = _values(lever, before, each)
        if any(values):
            return values
    return (0.0,) * len(before)


def _values(lever: Lever, paths: Sequence[LeverPath], date: float) -> Values:
    return tuple(value_at(path, lever.over_time, date) for path in paths)


def _read_alike(lever: Lever, was: LeverPath, now: LeverPath) -> bool:
    """Tell whether two paths have the same value at every moment."""
    dates = {FIRST_DATE, *was.dates, *now.dates}
    return all(len({*_values(lever, (was, now), date)}) == 1 for date in dates)


def _plain(lever: Lever, path: LeverPath) -> LeverPath:
    """Return a path without the knots that repeat the value before them."""
    if path.is_constant:
        return constant_path(path.values[0])
    return LeverPath(path.knots if lever.over_time == "linear" else tuple(_turns(path.knots)))


def _turns(knots: Sequence[Knot]) -> list[Knot]:
    """Return the knots without those that repeat the value before them."""
    return [*knots[:1], *(now for was, now in pairwise(knots) if now[1] != was[1])]
