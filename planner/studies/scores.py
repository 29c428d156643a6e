"""Scores of many futures against one measured figure: inside or not, and the CRPS.

Sixth floor of planner; numbers only. The continuous ranked probability score (Hersbach 2000) is
the mean distance of the futures from the figure less half of their distance from each other: for
one future it is the error itself, so that it rewards being near and being sure, in the same unit.
"""

from math import log

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.conditioning.measured import observation_error
from planner.facts.measured import Measured

TAIL = 0.1
"""What lies outside P10 to P90, at either end."""

Values = NDArray[np.float64]


def crps(point: Measured, values: Values) -> float:
    """Return the CRPS of the futures over the figure, as a share of it; zero is perfect.

    A floor is scored as one: what lies above it is not off.
    """
    given = np.minimum(values, point.low) if point.bound == "floor" else values
    ranks = 2 * np.arange(1, len(given) + 1) - len(given) - 1
    spread = float(np.sort(given) @ ranks) / len(given) ** 2
    return (float(np.mean(np.abs(given - point.central))) - spread) / point.central


def is_inside(point: Measured, values: Values) -> bool:
    """Tell whether the figure lies within P10 to P90; for a floor, half the futures above it."""
    if point.bound == "floor":
        return bool(np.median(values) >= point.low)
    low, high = np.quantile(values, (TAIL, 1 - TAIL))
    return bool(low <= point.central <= high)


def is_inside_with_error(point: Measured, values: Values) -> bool:
    """Tell the same of what a source with its own error would have printed in these futures.

    The error is the two-piece normal one, in logs, whose P10 and P90 are the range of the source.
    """
    from scipy.special import ndtr

    positive = np.maximum(values, np.finfo(float).tiny)
    off = log(point.central) - np.log(positive)
    below, above = observation_error(point)
    lower = float(np.mean(ndtr(off / np.where(off < 0, above, below))))
    return lower <= 1 - 5 * TAIL if point.bound == "floor" else TAIL <= lower <= 1 - TAIL
