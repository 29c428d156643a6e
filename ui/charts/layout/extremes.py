"""The lowest and the highest number of arrays in which some values may be no numbers; no Qt."""

from math import isfinite

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def extremes(lower: Values, upper: Values) -> tuple[float, float] | None:
    """Return the lowest number of one edge and the highest of the other, None without any.

    Where an edge is unbounded somewhere, the numbers of both edges count.
    """
    low, high = float(np.fmin.reduce(lower)), float(np.fmax.reduce(upper))
    if isfinite(low) and isfinite(high):
        return low, high
    values = np.concatenate((lower, upper))
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if values.size else None
