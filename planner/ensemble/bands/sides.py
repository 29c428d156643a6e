"""How many futures lie above the baseline's, and how many below: counted future by future.

Fifth floor of planner. Counts of several runs add up, so that futures may come piece by piece. A
future lies beside its own baseline where the two differ by more than `ROUNDING` of the baseline's
value: the engine rounds each value to seven digits, and what differs by less is the same to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.engine import threads
from planner.ensemble.bands.paths import Part, Path, Paths, Scratch, pieces
from planner.ensemble.bands.sparse import draw_straight
from planner.ensemble.projection import Request
from planner.model.graph import model

Numbers = NDArray[np.intp]

ROUNDING: Final = 1e-6
"""Part of the baseline's value by which two values may differ that are the same to the engine."""
_LARGEST: Final = 3e38
"""What an unbounded baseline counts as, so that it can be fallen below."""


class Sides(NamedTuple):
    """The shares of futures, float64[months] each, that lie above and below the baseline's."""

    higher: NDArray[np.float64]
    lower: NDArray[np.float64]


class SideCounts:
    """How many whole futures lie above and below, and how many are whole, by month."""

    def __init__(self, requests: Iterable[Request], months: int) -> None:
        """Begin at nothing; of the requests only differences are counted."""
        self._counts = {
            request: np.zeros((3, months)) for request in requests if request.view == "difference"
        }

    @property
    def requests(self) -> tuple[Request, ...]:
        """The differences that are counted."""
        return tuple(self._counts)

    def add_part(self, paths: Paths, part: Part, own: Path, base: Path) -> None:
        """Count all lanes of a part, differences `own` from a `base`, which is used up.

        Parts of other views are passed over.
        """
        request, months = part
        counts = self._counts.get(request)
        if counts is None:
            return
        whole = paths.whole(part)
        for beside, sided in zip(counts, _beside(request, own, base), strict=False):
            drawn = paths.drawn(sided)
            if whole is not None:
                drawn &= whole
            # as narrow as the number of futures allows: a vector then holds more of them
            beside[months] += drawn.sum(axis=-1, dtype=np.min_scalar_type(drawn.shape[-1]))
        counts[2, months] += paths.run.futures if whole is None else whole.sum(axis=-1)

    def add(self, paths: Paths, scratch: Scratch) -> None:
        """Count the futures of a run in all months."""

        def count(part: Part) -> None:
            self.add_part(paths, part, *paths.lanes(part, scratch))

        threads.share_out(count, pieces(self._counts, paths.run))

    def sides(
        self,
        bands: Mapping[Request, NDArray[np.float64]],
        drawn: Mapping[Request, Numbers] | None = None,
    ) -> dict[Request, Sides]:
        """Return the shares of all whole futures, undefined in months without any `bands`.

        Requests `drawn` are known in those months alone, and drawn straight between them.
        """
        found: dict[Request, Sides] = {}
        for request, (above, below, whole) in self._counts.items():
            shares = np.array((above, below)) / np.maximum(whole, 1)
            if drawn and request in drawn:
                draw_straight(shares, drawn[request])
            shares[:, np.isnan(bands[request][0])] = np.nan
            found[request] = Sides(*shares)
        return found


def _beside(request: Request, own: Path, base: Path) -> Iterator[NDArray[np.bool_]]:
    """Yield which of the lanes lie above, then which lie below."""
    margin = np.abs(base, out=base)
    margin *= ROUNDING
    if model().outcomes[request.outcome].may_be_unbounded:
        np.minimum(margin, _LARGEST, out=margin)
    yield own > margin
    yield own < np.negative(margin, out=margin)
