"""What limits the compute of a segment in a year: shares of futures by state, of a run's counts.

Sixth floor of planner; says nothing in words. A year has the mean over its months, everywhere.
Whole China is seldom asked: demand limits it throughout, which hides the chips that clouds lack.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Projection, Request, requests_of
from planner.model.graph import model
from planner.model.indices import SEGMENTS
from planner.model.outcome import State
from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR

OUTCOME: Final = "limit"


@dataclass(frozen=True, slots=True)
class LimitShare:
    """A state, and the share of futures that are in it on average over a year."""

    state: State
    share: float


def limits_requested(element: str) -> tuple[Request, ...]:
    """Return what tells the limits of one segment: a request for each state."""
    return requests_of(model().outcomes[OUTCOME], element)


def limits_of_all() -> tuple[Request, ...]:
    """Return what tells the limits of every segment."""
    return tuple(request for element in SEGMENTS for request in limits_requested(element))


def mean_of_year(line: NDArray[np.float64], year: int) -> float:
    """Return the mean of a monthly line over a year; no number beyond its whole years."""
    first = (year - FIRST_YEAR) * MONTHS_PER_YEAR
    months = line[first : first + MONTHS_PER_YEAR] if first >= 0 else line[:0]
    return float(months.mean()) if len(months) == MONTHS_PER_YEAR else float("nan")


def limits_by_year(projection: Projection, element: str) -> dict[int, tuple[LimitShare, ...]]:
    """Return the states of one segment for each year that has been counted."""
    years = range(FIRST_YEAR, FIRST_YEAR + len(projection.times) // MONTHS_PER_YEAR)
    found = ((year, limits_in(projection, element, year)) for year in years)
    return {year: shares for year, shares in found if shares}


def limits_in(projection: Projection, element: str, year: int) -> tuple[LimitShare, ...]:
    """Return the states of one segment in one year, that of most futures first.

    Empty where they have not been counted, and beyond the run.
    """
    series = [projection.series.get(request) for request in limits_requested(element)]
    counted = [each.share for each in series if each is not None and each.share is not None]
    if len(counted) < len(series):
        return ()
    shares = [mean_of_year(each, year) for each in counted]
    if not np.isfinite(shares).all():
        return ()
    found = map(LimitShare, model().outcomes[OUTCOME].states, shares)
    return tuple(sorted(found, key=lambda each: each.share, reverse=True))
