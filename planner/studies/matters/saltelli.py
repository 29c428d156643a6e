"""Sensitivity indices of Saltelli's design, with intervals, as its samples come in; numbers only.

Sixth floor of planner. Of two independent samples A and B, and of A with one column from B at a
time, the first-order index of that column is mean(B (AB - A)) / V (Saltelli et al. 2010) and its
total index mean((A - AB)^2) / 2V (Jansen 1999), V the variance of A and B together. Intervals are
those of a ratio of means over points (the delta method), which says the same as resampling them and
takes a hundredth of the time. Nothing but A and B is kept.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

REACH: Final = 1.959964
"""Standard errors that a 95% interval reaches to either side."""
ENOUGH: Final = 0.95
"""Part of the points at which all three samples must have a number."""
NOTHING: Final = 1e-6
"""A spread below this part of the level is rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class Indices:
    """An index of several rows, and how far its 95% interval reaches, each float64[rows].

    Undefined in rows that do not vary, or have too few numbers.
    """

    value: Numbers
    reach: Numbers


class Saltelli:
    """Takes the samples A and B, float64[rows, points], and then each mixed one."""

    def __init__(self, first: Numbers, second: Numbers) -> None:
        self._told = np.isfinite(first) & np.isfinite(second)
        middle = np.where(self._told, (first + second) / 2, 0.0)
        self._center = middle.sum(axis=1, keepdims=True) / _count(self._told)
        self._first, self._second = (self._around(each, self._told) for each in (first, second))
        self._squares = (self._first**2 + self._second**2) / 2

    def indices(self, mixed: Numbers) -> tuple[Indices, Indices]:
        """Return the first-order and the total index of the column that is mixed in."""
        told = self._told & np.isfinite(mixed)
        moved = np.where(told, self._around(mixed, told) - self._first, 0.0)
        return self._ratio(self._second * moved, told), self._ratio(moved**2 / 2, told)

    def _around(self, values: Numbers, told: NDArray[np.bool_]) -> Numbers:
        """Return values around the mean of A and B, zero where they have no number."""
        around: Numbers = np.where(told, values - self._center, 0.0)
        return around

    def _ratio(self, parts: Numbers, told: NDArray[np.bool_]) -> Indices:
        """Return the mean of parts over the variance, of the points that have numbers."""
        count = _count(told)
        variance = np.where(told, self._squares, 0.0).sum(axis=1, keepdims=True) / count
        is_told = (variance > (NOTHING * self._center) ** 2) & (
            told.mean(axis=1, keepdims=True) >= ENOUGH
        )
        variance = np.where(is_told, variance, np.nan)
        value = parts.sum(axis=1, keepdims=True) / count / variance
        off = np.where(told, parts - value * self._squares, 0.0) / variance
        reach = REACH * np.sqrt((off**2).sum(axis=1)) / count[:, 0]
        return Indices(value[:, 0], reach)


def _count(told: NDArray[np.bool_]) -> Numbers:
    """Return how many points of each row have numbers, one at least, float64[rows, 1]."""
    counts: Numbers = np.maximum(told.sum(axis=1, keepdims=True), 1).astype(np.float64)
    return counts
