"""What a drawn value is at a point between 0 and 1: a triangle in two pieces.

Fifth floor of planner. Half of the mass falls linearly from central to low, half from central to
high, so that the central value is the median, however lopsided the range.
"""

from math import log

import numpy as np
from numpy.typing import NDArray

from planner.model.inputs import Scale
from planner.quantities.spread import Spread


def quantiles_of(points: NDArray[np.float64], spread: Spread, scale: Scale) -> NDArray[np.float64]:
    """Return the values at points between 0 and 1, on the scale of the assumption's row."""
    if scale == "linear":
        return two_piece(points, spread)
    logarithms = Spread(log(spread.low), log(spread.central), log(spread.high))
    values: NDArray[np.float64] = np.exp(two_piece(points, logarithms))
    return np.clip(values, spread.low, spread.high, out=values)


def two_piece(points: NDArray[np.float64], spread: Spread) -> NDArray[np.float64]:
    """Return the quantiles of a triangle in two pieces, each with half of the mass."""
    below = points < 0.5  # noqa: PLR2004 - the median
    tail = np.minimum(points, 1 - points)
    reach = np.where(below, spread.low - spread.central, spread.high - spread.central)
    values: NDArray[np.float64] = spread.central + reach * (1 - np.sqrt(2 * tail))
    return values
