"""The function of Ishigami and Homma (1990), whose indices are known in closed form."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

NAMES: Final = ("pue", "cost_pull", "spin_off")
"""Any three assumptions that no correlation joins."""
FIRST: Final = np.array([0.3139, 0.4424, 0.0])
TOTAL: Final = np.array([0.5576, 0.4424, 0.2437])
PROBLEM: Final = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-np.pi, np.pi]] * 3}
"""The same as SALib takes it."""


def ishigami(drawn: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the function of what is drawn, float64[3, any] between -pi and pi."""
    one, two, three = drawn
    found: NDArray[np.float64] = np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * three**4 * np.sin(one)
    return found


def uniform(futures: int, seed: int) -> NDArray[np.float64]:
    """Return independent draws, float64[3, futures]."""
    return np.random.default_rng(seed).uniform(-np.pi, np.pi, (3, futures))
