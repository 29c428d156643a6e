"""Quantiles of many futures, month by month.

Fifth floor of planner. Rows of futures are sorted as a whole, which numpy does with vector
instructions, and the quantiles picked by linear interpolation, as `numpy.quantile` does.
Undefined values sort last, behind unbounded ones.
"""

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import QUANTILES


def quantiles(futures: NDArray[np.float32 | np.float64]) -> NDArray[np.float64]:
    """Return float64[..., 5, months] from [..., months, futures], which is sorted in place."""
    futures.sort(axis=-1)
    places = np.array(QUANTILES) * (futures.shape[-1] - 1)
    below = np.floor(places).astype(int)
    above = np.minimum(below + 1, futures.shape[-1] - 1)
    low = futures[..., below].astype(np.float64)
    high = futures[..., above].astype(np.float64)
    weight = places - below
    with np.errstate(invalid="ignore"):
        between = low + (high - low) * weight
    exact = (weight == 0) | (low == high)
    return np.ascontiguousarray(np.where(exact, low, between).swapaxes(-1, -2))
