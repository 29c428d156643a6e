"""Futures that break the law of stocks: all are finite, and none but signed ones ever negative.

Fourth floor of planner. Both engines note the first month at which a future breaks it. What
follows from such a future's later months is no result.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch


@dataclass(frozen=True, slots=True, eq=False)
class Broken:
    """From which month on each future is broken, the center first.

    `since` is float64[futures + 1], infinite where a future is whole. `told` holds the inputs of
    one future, the one to tell of: the center if it breaks, else the first that does.
    """

    since: NDArray[np.float64]
    told: Batch

    @property
    def center(self) -> float:
        """Month from which the center line is broken, infinite where it is whole."""
        return float(self.since[0])

    @property
    def first(self) -> int:
        """Month in which the future to tell of breaks."""
        return int(self.center if np.isfinite(self.center) else self.since.min())

    def whole(self, months: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Tell which futures are whole at some months, bool[months, futures]."""
        return months[:, None] < self.since[1:]


def broken_since(since: NDArray[np.float64], batch: Batch) -> Broken | None:
    """Return what a run noted of its batch, None where all futures are whole."""
    if not np.isfinite(since).any():
        return None
    lane = 0 if np.isfinite(since[0]) else int(np.argmin(since))
    return Broken(since.copy(), replace(batch, drawn=batch.drawn[:, lane : lane + 1].copy()))


def joined(pieces: Sequence[tuple[int, Broken | None]]) -> Broken | None:
    """Return what is broken of a run, from the futures of each piece and what is broken of them.

    Every piece has the center in front.
    """
    known = [broken for _, broken in pieces if broken is not None]
    if not known:
        return None
    center = min(broken.center for broken in known)
    drawn = [np.full(futures, np.inf) if b is None else b.since[1:] for futures, b in pieces]
    told = min(known, key=lambda broken: broken.first).told
    return Broken(np.concatenate(([center], *drawn)), told)
