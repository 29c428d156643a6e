"""The last runs of a projector: what is kept of them, and whose memory is used again.

Fifth floor of planner. A moved lever runs its scenario anew and leaves the baseline's run alone.
"""

from collections import OrderedDict
from typing import Final

from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.projection import inputs_of
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario

Pair = tuple[str, str]

KEPT: Final = 4
LARGEST_RUN: Final = 256 * 2**20
LARGEST_SUM: Final = 128 * 2**20
_BYTES: Final = 4


def fits(scenario: Scenario, futures: int, pairs: int) -> bool:
    """Tell whether a run of so many futures and outcomes may be kept as a whole."""
    return futures * pairs * Clock(scenario.last_year).months * _BYTES <= LARGEST_RUN


class Runs:
    """Runs by scenario and number of futures, the one used last at the end."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Scenario, int, Chosen | None], Trajectories] = OrderedDict()

    def run(
        self,
        scenario: Scenario,
        futures: int,
        pairs: tuple[Pair, ...],
        banded: tuple[Pair, ...],
        chosen: Chosen | None,
    ) -> Trajectories:
        """Return a kept run of the chosen futures that has all the pairs, or make one.

        It stores the futures of those pairs that are `banded`, of others the center line alone.
        """
        key = (inputs_of(scenario), futures, chosen)
        kept = self._kept.pop(key, None)
        if kept is None or not _has(kept, pairs, banded):
            known = (kept.wanted, kept.stored) if kept else ((), ())
            stored = tuple(dict.fromkeys((*known[1], *banded)))
            centered = tuple(dict.fromkeys(p for p in (*known[0], *pairs) if p not in stored))
            batch, clock = draw(scenario, futures, chosen=chosen), Clock(scenario.last_year)
            spare = self._spare(kept)
            kept = run_batch(batch, clock, stored, centered=centered, spare=spare)
        self._kept[key] = kept
        return kept

    def _spare(self, replaced: Trajectories | None) -> Trajectories | None:
        """Return a run nobody needs any more, once there are too many or too large ones.

        The one used last stays: the next is about to be held against it.
        """
        spare = replaced
        while len(self._kept) > 1 and (len(self._kept) >= KEPT or self._bytes() > LARGEST_SUM):
            spare = self._kept.popitem(last=False)[1]
        return spare

    def _bytes(self) -> int:
        return sum(run.blocks.nbytes for run in self._kept.values())


def _has(run: Trajectories, pairs: tuple[Pair, ...], banded: tuple[Pair, ...]) -> bool:
    return frozenset(pairs) <= frozenset(run.wanted) and frozenset(banded) <= frozenset(run.stored)
