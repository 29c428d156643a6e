"""The time axis of a run: months from January 2025, each cut into equal steps.

Fourth floor of planner.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate


@dataclass(frozen=True, slots=True)
class Clock:
    """Months from 2025 to the end of `last_year`, with `steps_per_month` Euler steps each.

    It may end after fewer months. Raises ValueError for a year outside 2025 to 2050, fewer steps
    than one or no month.
    """

    last_year: int = 2035
    steps_per_month: int = 1
    months_at_most: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.last_year <= LAST_YEAR_AT_MOST:
            message = translate("Planner", "the horizon ends between {first} and {last}").format(
                first=FIRST_YEAR, last=LAST_YEAR_AT_MOST
            )
            raise ValueError(message)
        if self.steps_per_month < 1:
            message = translate("Planner", "a month has at least one step")
            raise ValueError(message)
        if self.months_at_most is not None and self.months_at_most < 1:
            message = translate("Planner", "a clock has at least one month")
            raise ValueError(message)

    @property
    def months(self) -> int:
        """Number of months, and of points in every series."""
        whole = (self.last_year - FIRST_YEAR + 1) * MONTHS_PER_YEAR
        return whole if self.months_at_most is None else min(whole, self.months_at_most)

    @property
    def step(self) -> float:
        """Length of a step in years."""
        return 1.0 / (MONTHS_PER_YEAR * self.steps_per_month)

    @property
    def steps(self) -> int:
        """Number of steps up to the last recorded month."""
        return (self.months - 1) * self.steps_per_month + 1

    def elapsed(self) -> NDArray[np.float64]:
        """Return the years since the start of 2025 at every step."""
        return np.arange(self.steps) / (MONTHS_PER_YEAR * self.steps_per_month)

    def times(self) -> NDArray[np.float64]:
        """Return the calendar year (2025.0, 2025.083, ...) of every month."""
        return FIRST_YEAR + np.arange(self.months) / MONTHS_PER_YEAR


def month_labels(months: int) -> tuple[str, ...]:
    """Return `2025-01`, `2025-02`, ... for the first `months` months."""
    return tuple(month_label(month) for month in range(months))


def month_label(month: int) -> str:
    """Return `2025-01` for month 0, and so on."""
    return f"{FIRST_YEAR + month // MONTHS_PER_YEAR}-{month % MONTHS_PER_YEAR + 1:02d}"
