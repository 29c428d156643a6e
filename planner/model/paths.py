"""Paths of levers: dated knots, and how a path is read at a moment or over a stretch of time.

Third floor of planner. A path is a value; which lever it belongs to, and where its default comes
from, is told in the rows of `inputs`; how a plain number moves one is `moving`. Moments and dates
are years, 2025.0 being 1 January 2025.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, ClassVar, Final, Literal, Self, assert_never

from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OverTime = Literal["step", "linear", "constant"]

Knot = tuple[float, float]

KNOTS_AT_MOST: Final = 120
FIRST_DATE: Final = 2025.0
LAST_DATE: Final = 2051.0


class PathError(ValueError):
    """Knots that are no path; the message says what is wrong and what is allowed."""


@dataclass(frozen=True, slots=True)
class LeverPath:
    """Knots (date, value) of a lever, 1 to 120 of them, dates rising from 2025 to 2051.

    Raises PathError for any other knots.
    """

    knots_at_most: ClassVar[int] = KNOTS_AT_MOST

    knots: tuple[Knot, ...]
    dates: tuple[float, ...] = field(init=False, repr=False, compare=False)
    values: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse what is no path; tell dates from values once, since they are asked for often."""
        object.__setattr__(self, "dates", tuple(date for date, _ in self.knots))
        object.__setattr__(self, "values", tuple(value for _, value in self.knots))
        if not 1 <= len(self.knots) <= self.knots_at_most:
            said = translate("Planner", "a path has 1 to {most} knots, not {count}")
            raise PathError(said.format(most=self.knots_at_most, count=len(self.knots)))
        for date, value in self.knots:
            if not FIRST_DATE <= date <= LAST_DATE:
                said = translate("Planner", "a knot is dated {date}; it must be {first} to {last}")
                ends = {"first": f"{FIRST_DATE:g}", "last": f"{LAST_DATE:g}"}
                raise PathError(said.format(date=f"{date:.10g}", **ends))
            if not isfinite(value):
                said = translate("Planner", "the knot of {date} is not a finite number")
                raise PathError(said.format(date=f"{date:.10g}"))
        for before, after in pairwise(self.dates):
            if after <= before:
                said = translate("Planner", "dates must rise, but {after} follows {before}")
                raise PathError(said.format(after=f"{after:.10g}", before=f"{before:.10g}"))

    @property
    def is_constant(self) -> bool:
        """Whether it has the same value at every moment."""
        return len(set(self.values)) == 1

    def with_knots(self, knots: Iterable[Knot]) -> Self:
        """Return the path on other knots. Raises PathError."""
        return replace(self, knots=tuple(knots))


def constant_path(value: float) -> LeverPath:
    """Return the path of one knot."""
    return LeverPath(((FIRST_DATE, value),))


def tidy(value: float) -> float:
    """Return a value without what arithmetic left in its last bits: 160, not 160.00000000000003."""
    return float(f"{value:.15g}")


def value_at(path: LeverPath, over_time: OverTime, moment: float) -> float:
    """Return the value of a path at a moment; before its first knot it has that knot's value."""
    place = max(bisect_right(path.dates, moment) - 1, 0)
    value = path.values[place]
    if over_time != "linear" or moment <= path.dates[0] or place + 1 == len(path.knots):
        return value
    (begin, value), (end, after) = path.knots[place : place + 2]
    return value + (after - value) * (moment - begin) / (end - begin)


def values_at(
    path: LeverPath, over_time: OverTime, moments: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Return the values of a path, float64[moments].

    step: a value holds from its date to the next knot. linear: straight between knots, constant
    outside. Before its first knot a path has that knot's value.
    """
    import numpy as np

    match over_time:
        case "linear":
            return np.interp(moments, path.dates, path.values)
        case "step" | "constant":
            places = np.searchsorted(path.dates, moments, side="right") - 1
            return np.asarray(path.values, dtype=np.float64)[np.maximum(places, 0)]
        case _:
            assert_never(over_time)


def mean_between(path: LeverPath, start: float, end: float) -> float:
    """Return the mean of a stepwise path over a stretch of time."""
    dates = (start, *(date for date in path.dates if start < date < end), end)
    spent = sum(value_at(path, "step", a) * (b - a) for a, b in pairwise(dates))
    return spent / (end - start)


def with_knots_at(path: LeverPath, over_time: OverTime, *dates: float) -> LeverPath:
    """Return the path with knots at these dates, too, as far as it has room; it reads the same."""
    added = [date for date in dates if FIRST_DATE <= date <= LAST_DATE and date not in path.dates]
    room = path.knots_at_most - len(path.knots)
    knots = ((date, value_at(path, over_time, date)) for date in added[:room])
    return path.with_knots(sorted((*path.knots, *knots)))


def mapped(path: LeverPath, change: Callable[[float, float], float]) -> LeverPath:
    """Return the path with `change(date, value)` as the value of every knot."""
    return path.with_knots((date, change(date, value)) for date, value in path.knots)
