"""Fewer months for bands while a hand moves: Decembers for cards, for charts those that matter.

Fifth floor of planner. A chart's bands are exact in the first month, at the end of each quarter,
and in all months of a quarter in which the center line bends; between them they are drawn straight.
Measured over all outcomes, that is off by 0.2% of a band's reach as a rule, and by 3% at most.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.bands.paths import COMPARING, Paths, pair_of
from planner.ensemble.projection import Request, Sparse
from planner.quantities.dates import MONTHS_PER_YEAR

Numbers = NDArray[np.intp]

BENT: Final = 0.002
"""Part of a center line's reach by which a month may lie off the straight line of its quarter."""
DECEMBERS: Final = slice(MONTHS_PER_YEAR - 1, None, MONTHS_PER_YEAR)
QUARTER: Final = 3


def sparse_months(
    paths: Paths, requests: Sequence[Request], wanted: Sparse
) -> list[tuple[Request, Numbers]]:
    """Return the months of each request in which its bands are worked out, in order."""
    decembers = np.arange(paths.months)[DECEMBERS]
    return [
        (request, decembers if request in wanted.yearly else _drawn(_centers(paths, request)))
        for request in requests
    ]


def draw_straight(bands: NDArray[np.float64], known: Numbers) -> None:
    """Write straight lines between the known months of bands [5, months], in place.

    Where an end is undefined, so is what lies between.
    """
    rest = np.delete(np.arange(bands.shape[1]), known)
    with np.errstate(invalid="ignore"):
        for row in bands:
            row[rest] = np.interp(rest, known, row[known])


def _centers(paths: Paths, request: Request) -> NDArray[np.float64]:
    """Return the center lines [any, months] whose bends are those of a request's bands.

    Where both runs bend alike their difference does not, in the center.
    """
    lines = [paths.center(request)]
    if request.view in COMPARING:
        lines += [run.center_of(pair_of(request)) for run in (paths.run, paths.base)]
    return np.array(lines)


def _drawn(centers: NDArray[np.float64]) -> Numbers:
    """Return the first month, the ends of all quarters, and whole those in which a line bends.

    What is no finite number is no part of a straight line.
    """
    is_drawn = np.zeros((centers.shape[1] // QUARTER, QUARTER), np.bool_)
    is_drawn[0, 0] = True
    is_drawn[:, -1] = True
    is_drawn[~np.all([_straight(each) for each in centers], axis=0)] = True
    return np.flatnonzero(is_drawn)


def _straight(center: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which quarters a line crosses straight, as far as a reader sees."""
    months = np.arange(len(center))
    ends = np.concatenate(([0], months[QUARTER - 1 :: QUARTER]))
    known = center[np.isfinite(center)]
    with np.errstate(invalid="ignore"):
        off = np.abs(center - np.interp(months, ends, center[ends]))
    near = off <= BENT * (known.max(initial=-np.inf) - known.min(initial=np.inf))
    crossed: NDArray[np.bool_] = near.reshape(-1, QUARTER).all(axis=1)
    return crossed
