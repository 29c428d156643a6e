"""Which futures of a pool are kept, by their weights: systematic sampling; fifth floor of planner.

Each is kept with a probability in proportion to its weight, one at most, so that the kept ones are
different futures that all count the same. Offset one half: no luck is in it.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def effective_size(weights: Numbers) -> float:
    """Return how many equally weighted futures would tell as much (Kish); 0 where none counts."""
    squares = float(weights @ weights)
    return float(weights.sum()) ** 2 / squares if squares > 0 else 0.0


def scale_for(weights: Numbers, count: int) -> float:
    """Return k so that the probabilities min(1, k weight) sum up to `count`.

    Raises ValueError when fewer than `count` weights are above zero.
    """
    falling = np.sort(weights)[::-1]
    if count > np.count_nonzero(falling):
        message = f"{count} futures cannot be kept of {np.count_nonzero(falling)}"
        raise ValueError(message)
    rest = np.cumsum(falling[::-1])[::-1]
    certain = np.arange(count)
    scales = (count - certain) / rest[:count]
    first = int(np.argmax(scales * falling[:count] <= 1)) if count else 0
    return float(scales[first])


def kept_places(probabilities: Numbers) -> NDArray[np.int64]:
    """Return the places that are kept of futures with these probabilities, in order."""
    reached = np.cumsum(probabilities)
    steps = np.arange(round(float(reached[-1]))) + 0.5
    return np.searchsorted(reached, steps).astype(np.int64)
