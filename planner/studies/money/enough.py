"""The budget beyond which the next money is not worth it; sixth floor of planner, pure.

It is told in every future by itself: costs of the next one rise with the budget, at a pace that is
each future's own.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def enough(budgets: Sequence[float], costs: Values, worth: float) -> Values:
    """Return the budget up to which the next one costs no more than it is worth, by future.

    `budgets` are whole budgets that were tried, rising; `costs` float64[budgets - 1, futures] is
    what one more costs from each to the next. A cost is taken to hold in the middle, and to rise
    evenly between middles. Zero where even the first is not worth it, infinite where all are,
    undefined where a cost is.
    """
    edges = np.asarray(budgets, np.float64)
    middles = (edges[:-1] + edges[1:]) / 2
    good = costs <= worth
    last = len(costs) - 1 - np.argmax(good[::-1], axis=0)
    after = np.minimum(last + 1, len(costs) - 1)
    lanes = np.arange(costs.shape[1])
    low, high = costs[last, lanes], costs[after, lanes]
    with np.errstate(invalid="ignore", divide="ignore"):
        way = np.where(np.isfinite(high) & (high > low), (worth - low) / (high - low), 0.5)
    found = middles[last] + way * (middles[after] - middles[last])
    found = np.where(last == len(costs) - 1, np.inf, found)
    found = np.where(good.any(axis=0), found, edges[0])
    return np.where(np.isnan(costs).any(axis=0), np.nan, found)
