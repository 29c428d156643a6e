"""Where whole arrays of data lie in a view box: its own mapping, many points at a time; no Qt."""

from dataclasses import dataclass
from math import inf, log10, nan

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
OUTSIDE = 200.0
"""Pixels beyond the box at which what lies further, or is unbounded, is kept."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The transform of a view box that is so high, from its corner; values may be logarithms."""

    left: float
    per_year: float
    top: float
    per_value: float
    height: float
    is_log: bool = False

    def x(self, times: Values) -> Values:
        """Return the pixels of calendar years."""
        return self.left + times * self.per_year

    def y(self, values: Values) -> Values:
        """Return the pixels of values; what is far outside, or unbounded, stays just outside."""
        if self.is_log:
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.log10(values)
        pixels: Values = self.top + values * self.per_value
        return np.minimum(np.maximum(pixels, -OUTSIDE), self.height + OUTSIDE)

    def y_of(self, value: float) -> float:
        """Return the pixel of one value, as of many."""
        if self.is_log:
            value = log10(value) if value > 0 else -inf if value == 0 else nan
        return min(max(self.top + value * self.per_value, -OUTSIDE), self.height + OUTSIDE)
