"""Ready paths: a ramp, a freeze, a plan that is spent early or late, as pure functions.

Third floor of planner. Each makes a path from another one and keeps every value in the hard range
of its lever; a tilt keeps the total of the plan, and all that is outside the plan, as well. They
raise PathError where that takes more knots than a path may have. Which path a scenario has is
`scenario`, how a slider moves one is `moving`.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, pi, sin
from typing import Final

from planner.model.inputs import Lever
from planner.model.paths import (
    FIRST_DATE,
    LAST_DATE,
    Knot,
    LeverPath,
    OverTime,
    constant_path,
    tidy,
    value_at,
    with_knots_at,
)

RAMP_YEARS: Final = 3
"""From the start of a ramp to its top: a plan of 2027 is in full force in 2030."""
TILT: Final = 0.5
"""How far a tilt lifts the first part of a plan, as a share of the mean, and lowers its last."""
_LEAST_STRETCH: Final = 1.0
_NEARLY: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Stretch:
    """The years of a plan, from `start` to before `end`."""

    start: float
    end: float


def ramp(row: Lever, path: LeverPath, published: LeverPath, start: float) -> LeverPath:
    """Return a path that rises evenly from its published value at `start`, within three years.

    It rises to the value that the path was moved to by then; to twice the published one where it
    was not, from nothing to the middle of the usual range. What is before it is as published; what
    comes later moves in proportion, so that an end stays an end. Stepwise, it rises each 1 January.
    """
    over_time, top = row.over_time, start + RAMP_YEARS
    first = value_at(published, over_time, start)
    there = value_at(path, over_time, top)
    usual = value_at(published, over_time, top)
    is_moved = there > first and there != usual
    goal = _held(row, there if is_moved else _twice(row, max(first, usual)))
    dates = [start + year for year in range(RAMP_YEARS + 1)]
    if over_time == "linear":
        dates = [start, top]
    rising = [(date, first + (goal - first) * (date - start) / RAMP_YEARS) for date in dates]
    rising[-1] = (top, goal)
    later = [
        (date, _held(row, value * goal / there if there else value))
        for date, value in path.knots
        if date > top
    ]
    return _path(path, [*_before(published, start), *rising, *later])


def frozen(row: Lever, path: LeverPath, date: float) -> LeverPath:
    """Return the path that stays for good at the value it has at a date."""
    value = _held(row, value_at(path, row.over_time, date))
    before = [knot for knot in path.knots if knot[0] < date]
    if not before or all(each == value for _, each in before):
        return constant_path(value)
    return _path(path, [*before, (date, value)])


def tilted(row: Lever, path: LeverPath, stretch: Stretch, *, early: bool) -> LeverPath:
    """Return the path with more of its plan early, or late, and as much of it in all.

    The mean of the stretch stays, as does all outside it. The first part gains half the mean, the
    last one loses as much, less where the usual range ends; where that has no room the hard range
    does, and what that leaves goes to the others.
    A plan of nothing, or one of a single part, stays as it is.
    """
    parts = _parts(row, path, stretch)
    widths = _widths(row.over_time, parts, stretch)
    total = sum(widths)
    inner = [place for place, width in enumerate(widths) if width]
    if len(inner) < 2:  # noqa: PLR2004 - what one part gains another one loses
        return path
    mean = sum(width * abs(parts[place][1]) for place, width in enumerate(widths)) / total
    if mean <= _NEARLY:
        return path
    leaning = _leaning(row.over_time, parts, widths, early=early)
    size = _size(row, parts, leaning, widths, TILT * mean)
    wanted = [value + size * lean for (_, value), lean in zip(parts, leaning, strict=True)]
    values = _within(row, wanted, widths)
    tilted_parts = [
        (date, values[place] if widths[place] else value)
        for place, (date, value) in enumerate(parts)
    ]
    before, after = _outside(path, row.over_time, stretch)
    return _path(path, [*before, *tilted_parts, *after])


def plan_of(row: Lever, path: LeverPath, now: float, horizon: float) -> Stretch:
    """Return the years of a lever's plan that are still ahead: to its end, else to the horizon.

    A plan ends where its path is zero for good. A row that is a part has the stretch of that part.
    """
    if row.part:
        end = min(row.part.end, max(horizon, row.part.start + _LEAST_STRETCH))
        start = max(row.part.start, min(now, end - _LEAST_STRETCH))
        return Stretch(start, end)
    ends = _end(path)
    return Stretch(now, horizon if ends is None or ends <= now else min(ends, horizon))


def total_of(path: LeverPath, over_time: OverTime, stretch: Stretch) -> float:
    """Return the sum of a path over a stretch: its values times the years they hold."""
    dates = [stretch.start, *_dates_within(path, stretch), stretch.end]
    if over_time == "linear":
        return sum(
            (value_at(path, over_time, a) + value_at(path, over_time, b)) / 2 * (b - a)
            for a, b in pairwise(dates)
        )
    return sum(value_at(path, over_time, a) * (b - a) for a, b in pairwise(dates))


def _twice(row: Lever, value: float) -> float:
    if value > 0:
        return max(value, min(2 * value, row.high))
    return (row.low + row.high) / 2


def _end(path: LeverPath) -> float | None:
    """Return the date from which a path is zero for good; None where it never is."""
    if path.values[-1] != 0 or not any(path.values):
        return None
    last = max(place for place, value in enumerate(path.values) if value)
    return path.dates[last + 1]


def _parts(row: Lever, path: LeverPath, stretch: Stretch) -> list[Knot]:
    """Return the knots of a stretch that a tilt moves: its own ones, and one on each 1 January.

    Linear, its start and end are among them, which stay.
    """
    years = range(ceil(stretch.start), ceil(stretch.end))
    dates = {stretch.start, *map(float, years), *_dates_within(path, stretch)}
    if row.over_time == "linear":
        dates.add(stretch.end)
    return [(date, value_at(path, row.over_time, date)) for date in sorted(dates)]


def _widths(over_time: OverTime, parts: list[Knot], stretch: Stretch) -> list[float]:
    """Return how many years each value counts for; 0 of those that stay."""
    dates = [date for date, _ in parts]
    if over_time != "linear":
        return [after - date for date, after in pairwise([*dates, stretch.end])]
    inner = [(after - before) / 2 for before, after in zip(dates, dates[2:], strict=False)]
    return [0.0, *inner, 0.0]


def _leaning(
    over_time: OverTime, parts: list[Knot], widths: list[float], *, early: bool
) -> list[float]:
    """Return by how much each part leans, from about 1 to about -1 and the sum by width 0.

    In steps it falls evenly. A line goes up and down from its two ends, which stay.
    """
    inner = [place for place, width in enumerate(widths) if width]
    begin, end = parts[0][0], parts[-1][0]
    shares = [(date - begin) / (end - begin) for date, _ in parts]
    raw = [1 - 2 * share for share in shares]
    if over_time == "linear":
        raw = [sin(2 * pi * share) for share in shares]
    middle = sum(raw[place] * widths[place] for place in inner) / sum(widths)
    sign = 1 if early else -1
    return [sign * (each - middle) for each in raw]


def _size(
    row: Lever, parts: list[Knot], leaning: list[float], widths: list[float], wanted: float
) -> float:
    """Return how far a tilt goes: no further than the usual range, unless that leaves no room."""
    room = [
        (row.high - value) / lean if lean > 0 else (value - row.low) / -lean
        for (_, value), lean, width in zip(parts, leaning, widths, strict=True)
        if width and lean
    ]
    least = min(room, default=0.0)
    return min(wanted, least) if least > 0 else wanted


def _within(row: Lever, wanted: list[float], widths: list[float]) -> list[float]:
    """Return values in the hard range with the same sum by width as those that are wanted."""
    values = [_held(row, value) for value in wanted]
    for _ in range(len(values)):
        left = sum(w * (want - now) for w, want, now in zip(widths, wanted, values, strict=True))
        end = row.most if left > 0 else row.least
        room = sum(width * abs(end - now) for width, now in zip(widths, values, strict=True))
        if abs(left) <= _NEARLY * room or room == 0:
            break
        share = min(1.0, abs(left) / room)
        values = [now + share * (end - now) for now in values]
    return values


def _outside(
    path: LeverPath, over_time: OverTime, stretch: Stretch
) -> tuple[list[Knot], list[Knot]]:
    """Return the knots before and after a stretch, with one where it ends."""
    cut = with_knots_at(path, over_time, stretch.end) if stretch.end < LAST_DATE else path
    first = _before(path, stretch.start)
    after_from = stretch.end + (_NEARLY if over_time == "linear" else 0)
    return first, [knot for knot in cut.knots if knot[0] >= after_from]


def _before(path: LeverPath, date: float) -> list[Knot]:
    """Return the knots before a date, so that what is read before it stays."""
    before = [knot for knot in path.knots if knot[0] < date]
    return before or [(FIRST_DATE, path.values[0])]


def _dates_within(path: LeverPath, stretch: Stretch) -> list[float]:
    return [date for date in path.dates if stretch.start < date < stretch.end]


def _path(like: LeverPath, knots: list[Knot]) -> LeverPath:
    """Return the path of some knots, the later of two at the same date, in order."""
    plain = {date: tidy(value) for date, value in knots}
    return like.with_knots(sorted(plain.items()))


def _held(row: Lever, value: float) -> float:
    return min(max(value, row.least), row.most)
