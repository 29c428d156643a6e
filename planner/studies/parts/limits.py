"""What limits the compute of a segment in a year: shares of futures by state, of a run's counts.

Sixth floor of planner; says nothing in words. A year has the mean over its months. Whole China is
not asked: demand limits it throughout, which hides the chips that clouds lack.
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


def shares_by_year(projection: Projection, element: str) -> NDArray[np.float64] | None:
    """Return shares of futures, [state, year]; None where they have not been counted."""
    series = [projection.series.get(request) for request in limits_requested(element)]
    counted = [each.share for each in series if each is not None and each.share is not None]
    if len(counted) < len(series):
        return None
    shares = np.array(counted)
    years = shares.shape[1] // MONTHS_PER_YEAR
    by_year = shares[:, : years * MONTHS_PER_YEAR].reshape(len(counted), years, -1)
    return np.asarray(by_year.mean(axis=2), np.float64)


def limits_in(projection: Projection, element: str, year: int) -> tuple[LimitShare, ...]:
    """Return the states of one segment in one year, that of most futures first.

    Empty where they have not been counted, and beyond the run.
    """
    by_year, place = shares_by_year(projection, element), year - FIRST_YEAR
    if by_year is None or not 0 <= place < by_year.shape[1]:
        return ()
    shares = by_year[:, place]
    if not np.isfinite(shares).all():
        return ()
    states = model().outcomes[OUTCOME].states
    found = (LimitShare(*pair) for pair in zip(states, map(float, shares), strict=True))
    return tuple(sorted(found, key=lambda each: each.share, reverse=True))
