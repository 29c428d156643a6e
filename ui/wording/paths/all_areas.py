"""All areas of a lever on one path: their path together, and what another one makes of each.

Floor: wording. Pure arithmetic on paths. At each date the areas keep the proportions that they had
there; what is shared out is what `ui.wording.sharing` says of one number.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import isclose
from typing import Final

from planner.model.inputs import Lever
from planner.model.paths import FIRST_DATE, Knot, LeverPath, constant_path, value_at
from ui.wording.sharing import shared, whole

_NEARLY: Final = 1e-9

Values = tuple[float, ...]


def path_of_all(lever: Lever, paths: Sequence[LeverPath]) -> LeverPath:
    """Return the path of all areas together: their sum, or the mean of a rate."""
    return LeverPath(tuple(knots_of_all(lever, paths)))


def knots_of_all(lever: Lever, paths: Sequence[LeverPath]) -> list[Knot]:
    """Return all areas together at every date of one of them, be these more than a path has."""
    dates = sorted({date for path in paths for date in path.dates})
    return [(date, whole(lever, _values(lever, paths, date))) for date in dates]


def turns(knots: Sequence[Knot]) -> list[Knot]:
    """Return the knots without those that repeat the value before them."""
    return [*knots[:1], *(now for was, now in pairwise(knots) if now[1] != was[1])]


def paths_of_all(
    lever: Lever, path: LeverPath, before: Sequence[LeverPath]
) -> tuple[LeverPath, ...]:
    """Return the path of each area that together make one, in the proportions they had `before`.

    Where all had nothing at a date, those of the nearest date at which one had something.
    """
    at = [_shares(lever, date, value, before) for date, value in path.knots]
    made = (LeverPath(tuple(zip(path.dates, each, strict=True))) for each in zip(*at, strict=True))
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
    if lever.over_time == "linear":
        return path
    return LeverPath(tuple(turns(path.knots)))
