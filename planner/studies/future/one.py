"""One future: its rank, what it gains, and the assumptions that are unusual in it.

Sixth floor of planner. Unusual is what lies in the lowest or in the highest twentieth of what the
futures draw. Of these, what goes with the outcome most comes first: by the correlation of its ranks
with those of the outcome over all futures, times how far out it lies.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from planner.storage.sentences.catalog import translate
from planner.studies.future.futures import FutureError, Futures, Numbers

TAIL: Final = 0.05
"""Share of futures at either end whose draws are unusual."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What a future assumes: the address, the value, the share of futures below, their median.

    `push` is how much it goes with a high outcome, or a low one below zero: a correlation times
    how far out the draw lies, -1 to 1.
    """

    name: str
    value: float
    below: float
    median: float
    push: float

    @property
    def is_high(self) -> bool:
        """Whether more futures draw less than draw more."""
        return self.below > 1 - self.below

    @property
    def farness(self) -> float:
        """How far out it lies, 0 in the middle and 1 at an end."""
        return abs(2 * self.below - 1)

    @property
    def is_unusual(self) -> bool:
        """Whether it lies in one of the two tails."""
        return self.farness >= 1 - 2 * TAIL


@dataclass(frozen=True, slots=True)
class OneFuture:
    """A future by its number, from 1 on, and its rank among `count`, 1 for the lowest.

    `level` and `gain` are those in December of the year; `below` is the share of futures that are
    lower, `gain_below` that gain less. `median` and `median_gain` are those of all. `unusual` are
    its draws in the tails, what pushes most first.
    """

    number: int
    rank: int
    count: int
    level: float
    median: float
    below: float
    gain: float
    median_gain: float
    gain_below: float
    unusual: tuple[Draw, ...]


def one_future(futures: Futures, number: int) -> OneFuture:
    """Return what is told of the future of a number. Raises FutureError where there is none."""
    place = number - 1
    found = np.flatnonzero(futures.order == place)
    if not 0 <= place < futures.levels.shape[1] or not len(found):
        count = futures.levels.shape[1]
        raise FutureError(
            translate(
                "Planner", "there is no future {number} with a number, of {count} futures"
            ).format(number=number, count=count)
        )
    level, gain = float(futures.at_the_end[place]), float(futures.gained[place])
    return OneFuture(
        number=number,
        rank=int(found[0]) + 1,
        count=futures.count,
        level=level,
        median=float(np.median(futures.at_the_end[futures.order])),
        below=_below(futures.at_the_end[futures.order], level),
        gain=gain,
        median_gain=float(np.median(futures.gained[futures.order])),
        gain_below=_below(futures.gained[futures.order], gain),
        unusual=tuple(each for each in draws_of(futures, number) if each.is_unusual),
    )


def draws_of(futures: Futures, number: int) -> tuple[Draw, ...]:
    """Return what a future assumes, what pushes the outcome most first."""
    values = futures.drawn[:, number - 1]
    below = [_below(row, value) for row, value in zip(futures.drawn, values, strict=True)]
    pushes = futures.correlations * (2 * np.array(below) - 1)
    columns = futures.names, values.tolist(), below, futures.medians.tolist(), pushes.tolist()
    found = (Draw(*row) for row in zip(*columns, strict=True))
    return tuple(sorted(found, key=lambda each: -abs(each.push)))


def number_at(futures: Futures, share: float) -> int:
    """Return the number of the future below which this share of them lies, 0 to 1."""
    place = round(share * (futures.count - 1))
    return int(futures.order[min(max(place, 0), futures.count - 1)]) + 1


def number_near(futures: Futures, level: float, month: int | None = None) -> int:
    """Return the number of the future nearest to a level, in the month asked about or another."""
    values = futures.levels[futures.about.month if month is None else month, futures.order]
    return int(futures.order[int(np.nanargmin(np.abs(values - level)))]) + 1


def number_beside(futures: Futures, number: int, by: int) -> int:
    """Return the number of the future that ranks so many places higher, or lower below zero."""
    place = int(np.flatnonzero(futures.order == number - 1)[0]) + by
    return int(futures.order[min(max(place, 0), futures.count - 1)]) + 1


def _below(values: Numbers, value: float) -> float:
    """Return the share of values below one; of those that are the same, half count."""
    lower, same = np.count_nonzero(values < value), np.count_nonzero(values == value)
    return float((lower + (same - 1) / 2) / max(len(values) - 1, 1)) if same else 0.5
