"""Grids and points of a Sobol' sequence over ranges; eighth floor of planner."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.draws.points import points_at
from planner.model.inputs import DIMENSIONS

Ends = tuple[float, float]


def grid(values: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """Return every combination of some values, float64[points, inputs], the last input fastest."""
    if not values:
        return np.empty((1, 0))
    mesh = np.meshgrid(*(np.asarray(each, np.float64) for each in values), indexing="ij")
    return np.stack([each.ravel() for each in mesh], axis=1)


def evenly(ends: Ends, steps: int) -> tuple[float, ...]:
    """Return so many values from the first end to the last, both among them."""
    low, high = ends
    return tuple(float(each) for each in np.linspace(low, high, steps))


def sobol(ranges: Sequence[Ends], points: int, seed: int) -> NDArray[np.float64]:
    """Return the first points of the scrambled sequence over ranges, float64[points, inputs].

    Raises ModelError for more ranges than the sequence has dimensions.
    """
    low, high = np.array(ranges, np.float64).reshape(-1, 2).T
    cube = points_at(seed, np.arange(points), range(len(ranges)))
    return np.asarray(low + (high - low) * cube.T)


MOST_RANGES = DIMENSIONS
"""Inputs that points of the sequence can have."""
