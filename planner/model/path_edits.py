"""What a hand does to the knots of a path: move, add, remove, fill, paste; third floor of planner.

Pure functions that return another path. They raise PathError, one sentence, for what would be none,
and know neither ranges nor scenarios: these are checked where a lever takes the path.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from planner.model.paths import (
    FIRST_DATE,
    Knot,
    LeverPath,
    OverTime,
    PathError,
    value_at,
)
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate

SAME_DATE: Final = 0.5 / 365
"""Dates nearer to each other than this are one: half a day."""
LEAST_GAP: Final = 1 / MONTHS_PER_YEAR
"""Between knots that a pointer moves: a month, the step of the model."""


def with_value(path: LeverPath, place: int, value: float) -> LeverPath:
    """Return the path with another value at one of its knots."""
    knots = list(path.knots)
    knots[place] = (knots[place][0], value)
    return path.with_knots(knots)


def with_date(path: LeverPath, place: int, date: float) -> LeverPath:
    """Return the path with one of its knots at another date, in order of dates."""
    if place_of(path, date) not in (None, place):
        raise PathError(translate("Planner", "there is a knot at this date already"))
    knots = list(path.knots)
    knots[place] = (date, knots[place][1])
    return path.with_knots(sorted(knots))


def with_knot(path: LeverPath, date: float, value: float) -> LeverPath:
    """Return the path with one more knot, or another value where there is one at the date."""
    place = place_of(path, date)
    if place is not None:
        return with_value(path, place, value)
    return path.with_knots(sorted((*path.knots, (date, value))))


def with_date_added(path: LeverPath, over_time: OverTime, date: float) -> LeverPath:
    """Return the path with a knot at a date that has none, at the value that it has there."""
    if place_of(path, date) is not None:
        raise PathError(translate("Planner", "there is a knot at this date already"))
    return with_knot(path, date, value_at(path, over_time, date))


def without(path: LeverPath, places: Sequence[int]) -> LeverPath:
    """Return the path without some of its knots; the first one stays where all would go."""
    gone = frozenset(places)
    kept = [knot for place, knot in enumerate(path.knots) if place not in gone]
    return path.with_knots(kept or path.knots[:1])


def filled(
    path: LeverPath, over_time: OverTime, places: Sequence[int], last_date: float
) -> LeverPath:
    """Return the path with some of its knots filled: from the first one, or between two ends.

    A stepwise path takes the first value, a linear one is straight from the first to the last. Of
    one knot alone, each 1 January before the next one, or before `last_date`, becomes a knot, at
    the value it has.
    """
    if len(places) == 1:
        return _yearly_from(path, over_time, places[0], last_date)
    first, last = path.knots[min(places)], path.knots[max(places)]
    knots = list(path.knots)
    for place in sorted(places):
        date = knots[place][0]
        knots[place] = (date, _between(first, last, date) if over_time == "linear" else first[1])
    return path.with_knots(knots)


def pasted(path: LeverPath, knots: Sequence[Knot]) -> LeverPath:
    """Return the path with other knots from the first of them to the last; those outside stay."""
    ordered = sorted(knots)
    first, last = ordered[0][0], ordered[-1][0]
    outside = [knot for knot in path.knots if knot[0] < first - SAME_DATE]
    outside += [knot for knot in path.knots if knot[0] > last + SAME_DATE]
    return path.with_knots(sorted((*outside, *ordered)))


def place_of(path: LeverPath, date: float) -> int | None:
    """Return which knot is at a date; None where there is none."""
    return next((p for p, each in enumerate(path.dates) if abs(each - date) <= SAME_DATE), None)


def room_of(path: LeverPath, place: int, last_date: float) -> tuple[float, float]:
    """Return between which dates a pointer may move a knot: not past its neighbors."""
    before = path.dates[place - 1] + LEAST_GAP if place else FIRST_DATE
    is_last = place + 1 == len(path.knots)
    after = max(last_date, path.dates[place]) if is_last else path.dates[place + 1] - LEAST_GAP
    return min(before, path.dates[place]), max(after, path.dates[place])


def _between(first: Knot, last: Knot, date: float) -> float:
    (begin, start), (end, goal) = first, last
    return start + (goal - start) * (date - begin) / (end - begin)


def _yearly_from(path: LeverPath, over_time: OverTime, place: int, last_date: float) -> LeverPath:
    begin = path.dates[place]
    is_last = place + 1 == len(path.knots)
    end = last_date if is_last else path.dates[place + 1]
    years = [float(year) for year in range(ceil(begin + SAME_DATE), ceil(end - SAME_DATE))]
    added = ((year, value_at(path, over_time, year)) for year in years)
    return path.with_knots(sorted((*path.knots, *added)))
