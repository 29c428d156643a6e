"""Shares of futures by the state they are in: codes are counted, and nothing else is made of them.

Fifth floor of planner. Counts of several runs add up, so that futures may come piece by piece.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.engine import threads
from planner.ensemble.breach import fewest
from planner.ensemble.paths import Paths, Piece, Scratch, pieces
from planner.ensemble.projection import Request

Shares = dict[Request, NDArray[np.float64]]


class Tally:
    """How many whole futures are in each state asked for, and how many are whole, by month."""

    def __init__(self, requests: Sequence[Request], months: int) -> None:
        self._counts = {request: np.zeros((2, months)) for request in requests}

    @property
    def requests(self) -> tuple[Request, ...]:
        """The states that are counted."""
        return tuple(self._counts)

    def add(self, paths: Paths, scratch: Scratch) -> None:
        """Count the futures of a run."""

        def count(piece: Piece) -> None:
            request, months = piece
            inside, whole = paths.rows(piece, scratch), paths.whole(piece)
            if whole is not None:
                inside *= whole
            counts = self._counts[request]
            counts[0, months] += inside.sum(axis=-1)
            counts[1, months] += inside.shape[-1] if whole is None else whole.sum(axis=-1)

        threads.share_out(count, pieces(self._counts, paths.run))

    def shares(self, futures: int) -> Shares:
        """Return float64[months] by request, undefined where too few of all futures are whole."""
        return {
            request: np.where(whole >= fewest(futures), inside / np.maximum(whole, 1), np.nan)
            for request, (inside, whole) in self._counts.items()
        }


def exact_shares(paths: Paths, requests: Sequence[Request], scratch: Scratch) -> Shares:
    """Return the share of a run's futures that is in each state asked for, float64[months]."""
    tally = Tally(requests, paths.months)
    tally.add(paths, scratch)
    return tally.shares(paths.run.futures)
