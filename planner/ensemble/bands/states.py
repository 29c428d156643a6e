"""Shares of futures by the state they are in: codes are counted, and nothing else is made of them.

Fifth floor of planner. Counts of several runs add up, so that futures may come piece by piece.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.engine import threads
from planner.ensemble.bands.paths import Paths, Piece, Scratch, code_of, pieces
from planner.ensemble.breach import fewest
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
        """Count the futures of a run; codes are gathered once for all states of an outcome.

        Sums are as narrow as the number of futures allows: a vector then holds more of them.
        """
        alike: dict[tuple[str, str], list[Request]] = {}
        for request in self._counts:
            alike.setdefault(request[:2], []).append(request)

        def count(piece: Piece) -> None:
            first, months = piece
            codes, whole = paths.rows(piece, scratch), paths.whole(piece)
            narrow = np.min_scalar_type(codes.shape[-1])
            for request in alike[first[:2]]:
                inside = codes == code_of(request)
                if whole is not None:
                    inside &= whole
                counts = self._counts[request]
                counts[0, months] += inside.sum(axis=-1, dtype=narrow)
                counts[1, months] += codes.shape[-1] if whole is None else whole.sum(axis=-1)

        threads.share_out(count, pieces((each for each, *_ in alike.values()), paths.run))

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
