"""Median and range of what each future gives; sixth floor of planner, a frozen value."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Band:
    """Median, P10 and P90 of the futures; infinite where a cost has nothing to be paid for."""

    median: float
    low: float
    high: float

    @property
    def parts(self) -> tuple[float, float, float]:
        """The three, the median first."""
        return self.median, self.low, self.high


UNDEFINED: Final = Band(np.nan, np.nan, np.nan)


def band_of(values: NDArray[np.float64]) -> Band:
    """Return the band of those futures that have a number or none that is finite; NaN of none."""
    told = values[~np.isnan(values)]
    if not told.size:
        return UNDEFINED
    with np.errstate(invalid="ignore"):  # what lies between two unbounded values is unbounded
        found = np.quantile(told, (0.5, 0.1, 0.9))
    return Band(*(np.inf if np.isnan(each) else float(each) for each in found))
