"""Ready paths: a ramp, a freeze, a plan that is spent early or late, as pure functions.

Third floor of planner. Each makes a path from another one and keeps every value in the hard range
of its lever; a tilt keeps the total of the plan, and all that is outside the plan, as well. They
raise PathError where that takes more knots than a path may have. Which path a scenario has is
`scenario`, how a slider moves one is `moving`.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from operator import mul
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
"""How far a tilt lifts one end of an even plan, as a share of it, and lowers the other."""
_LEAST_TILT: Final = 0.2
"""How far a line is tilted at least, where one that is even in between would begin to turn."""
_LEAST_STRETCH: Final = 1.0
_HALF_A_YEAR: Final = 0.5
_EVEN: Final = 0.1
"""A line that moves less than this share of its largest value is an even one."""
_MONTH: Final = 1 / 12
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

    The share that is due at a date grows by half at the end it leans to, shrinks by half at the
    other, and changes evenly between the two, so that nothing dips or peaks that did not before.
    Of a line that rises or falls it is the rise or the fall that is shared out anew: it goes on
    from where it is. It leans less where a value would leave the usual range of its lever, or the
    hard range if it is beyond the usual one already. A path that has no room, or has nothing in
    two parts of the stretch, stays as it is.
    """
    level = _level(row, path, stretch)
    parts = _parts(row, path, stretch, level)
    widths = _widths(row.over_time, parts, stretch)
    gains = _gains(parts, widths, level, early=early)
    size = _size(row, parts, gains, level)
    if not size:
        return path
    leaning = [
        (date, _held(row, value + size * gain))
        for (date, value), gain in zip(parts, gains, strict=True)
    ]
    before, after = _outside(path, row.over_time, stretch)
    return _path(path, [*before, *leaning, *after])


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


def _level(row: Lever, path: LeverPath, stretch: Stretch) -> float:
    """Return what a tilt leaves alone: where a line starts that rises or falls, else nothing.

    An even line has no more to share out than all of it, and one that ends stays at its end.
    """
    dates = [stretch.start, *_dates_within(path, stretch), stretch.end]
    first, *later = (value_at(path, row.over_time, date) for date in dates)
    moves = max(abs(value - first) for value in later)
    is_even = moves < _EVEN * max(map(abs, (first, *later)))
    return 0.0 if row.over_time != "linear" or is_even or not later[-1] else first


def _parts(row: Lever, path: LeverPath, stretch: Stretch, level: float) -> list[Knot]:
    """Return the knots of a stretch: its own, and one on each 1 January that is far from those.

    Linear, its ends are among them; what jumps at the start takes a month for it.
    """
    own = _dates_within(path, stretch)
    years = map(float, range(ceil(stretch.start), ceil(stretch.end)))
    dates = {stretch.start, *own, *(year for year in years if _is_apart(year, own))}
    if row.over_time == "linear":
        dates |= {stretch.end} if level else {stretch.start + _MONTH, stretch.end}
    return [(date, value_at(path, row.over_time, date)) for date in sorted(dates)]


def _is_apart(date: float, others: list[float]) -> bool:
    """Tell whether a date is half a year from any others: between them it would make steps."""
    return all(abs(date - other) >= _HALF_A_YEAR for other in others)


def _widths(over_time: OverTime, parts: list[Knot], stretch: Stretch) -> list[float]:
    """Return how many years each value counts for; 0 of the start of a line, which stays."""
    dates = [date for date, _ in parts]
    if over_time != "linear":
        return [after - date for date, after in pairwise([*dates, stretch.end])]
    around = zip(dates, [*dates[2:], dates[-1]], strict=False)
    return [0.0, *((after - before) / 2 for before, after in around)]


def _gains(parts: list[Knot], widths: list[float], level: float, *, early: bool) -> list[float]:
    """Return what each part gains where it leans in full, the sum by width being 0."""
    begin, end = parts[0][0], parts[-1][0]
    shared = [
        abs(value - level) if width else 0.0
        for (_, value), width in zip(parts, widths, strict=True)
    ]
    weights = list(map(mul, shared, widths))
    total = sum(weights)
    if total <= _NEARLY or max(weights) == total:  # what one part gains another one loses
        return [0.0] * len(parts)
    leaning = [1 - 2 * (date - begin) / (end - begin) for date, _ in parts]
    middle = sum(map(mul, leaning, weights)) / total
    sign = 1 if early else -1
    return [sign * (lean - middle) * share for lean, share in zip(leaning, shared, strict=True)]


def _size(row: Lever, parts: list[Knot], gains: list[float], level: float) -> float:
    """Return how far a tilt goes: no further than the usual range, or the hard one."""
    usual = _room(parts, gains, row.low, row.high)
    room = usual if usual > 0 else max(0.0, _room(parts, gains, row.least, row.most))
    return min(TILT, room, max(_LEAST_TILT, _until_it_turns(parts, gains)) if level else room)


def _until_it_turns(parts: list[Knot], gains: list[float]) -> float:
    """Return how often each part can gain until a line falls that rose, or rises that fell."""
    both = zip((value for _, value in parts), gains, strict=True)
    moves = [(then - now, more - gain) for (now, gain), (then, more) in pairwise(both)]
    return min((-move / turn for move, turn in moves if move * turn < 0), default=TILT)


def _room(parts: list[Knot], gains: list[float], low: float, high: float) -> float:
    """Return how often each part can gain until one of them is at an end of a range."""
    return min(
        (
            ((high if gain > 0 else low) - value) / gain
            for (_, value), gain in zip(parts, gains, strict=True)
            if gain
        ),
        default=0.0,
    )


def _outside(
    path: LeverPath, over_time: OverTime, stretch: Stretch
) -> tuple[list[Knot], list[Knot]]:
    """Return the knots before and after a stretch, with one where it ends, or a line is back."""
    after = stretch.end + (_MONTH if over_time == "linear" else 0)
    cut = with_knots_at(path, over_time, after) if after < LAST_DATE else path
    return _before(path, stretch.start), [knot for knot in cut.knots if knot[0] >= after]


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
