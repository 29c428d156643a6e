"""Fewer months for bands while a hand moves: Decembers for cards, for charts those that matter.

Fifth floor of planner. A chart's bands are exact in the first month, at the end of each quarter,
and in all months of a quarter in which the center line bends; between them they are drawn straight.
Measured over all outcomes, that is off by 0.2% of a band's reach as a rule, and by 3% at most.
"""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.bands.paths import Paths, summed_center
from planner.ensemble.projection import COMPARING, Request, Sparse

Numbers = NDArray[np.intp]
Line = NDArray[np.float64]

BENT: Final = 0.005
"""Part of a center line's reach by which a month may lie off the straight line of its quarter."""
QUARTER: Final = 3


def sparse_months(
    paths: Paths, requests: Sequence[Request], wanted: Sparse
) -> list[tuple[Request, Numbers]]:
    """Return the months of each request in which its bands are worked out, in order."""
    decembers = np.arange(paths.months)[wanted.decembers(paths.months)]
    lines = [_centers(paths, each) for each in requests if each not in wanted.yearly]
    drawn = iter(_drawn(lines))
    return [(each, decembers if each in wanted.yearly else next(drawn)) for each in requests]


def draw_straight(bands: NDArray[np.float64], known: Numbers) -> None:
    """Write straight lines between the known months of bands [5, months], in place.

    Where an end is undefined, so is what lies between.
    """
    rest = np.delete(np.arange(bands.shape[1]), known)
    with np.errstate(invalid="ignore"):
        for row in bands:
            row[rest] = np.interp(rest, known, row[known])


def _centers(paths: Paths, request: Request) -> list[Line]:
    """Return the center lines, each [months], whose bends are those of a request's bands.

    Where both runs bend alike their difference does not, in the center.
    """
    lines = [paths.center(request)]
    if request.view in COMPARING:
        lines += [summed_center(run, request) for run in (paths.run, paths.base)]
    return lines


def _drawn(lines: Sequence[Sequence[Line]]) -> list[Numbers]:
    """Return of each of several lines the first month, the ends of quarters, and bent quarters.

    A quarter in which one of the lines bends is drawn whole. What is no finite number is no part of
    a straight line. All are looked at together: one by one takes four times as long.
    """
    if not lines:
        return []
    begins = np.cumsum([0, *map(len, lines[:-1])])
    crossed = np.logical_and.reduceat(_straight(np.array([*chain(*lines)])), begins)
    is_drawn = np.repeat(~crossed[..., None], QUARTER, axis=-1)
    is_drawn[:, 0, 0] = True
    is_drawn[:, :, -1] = True
    return [np.flatnonzero(each) for each in is_drawn]


def _straight(centers: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell of lines [lines, months] which quarters they cross straight, as far as a reader sees."""
    quarters = centers.reshape(len(centers), -1, QUARTER)
    ends = quarters[:, :, -1:]
    begins = np.concatenate((centers[:, :1, None], ends[:, :-1]), axis=1)
    is_known = np.isfinite(centers)
    most = centers.max(axis=1, where=is_known, initial=-np.inf)
    least = centers.min(axis=1, where=is_known, initial=np.inf)
    with np.errstate(invalid="ignore"):
        off = np.abs(quarters - begins - (ends - begins) * _steps(quarters.shape[1]))
    crossed: NDArray[np.bool_] = (off <= BENT * (most - least)[:, None, None]).all(axis=-1)
    return crossed


@cache
def _steps(quarters: int) -> NDArray[np.float64]:
    """Return how far each month is on the way to its quarter's end, float64[quarters, 3].

    The first quarter begins with its own first month, others with the end of the one before.
    """
    steps = np.tile(np.arange(1, QUARTER + 1) / QUARTER, (quarters, 1))
    steps[0] = np.arange(QUARTER) / (QUARTER - 1)
    return steps
