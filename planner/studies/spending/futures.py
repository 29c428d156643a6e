"""Runs of many scenarios in the same futures: what each future gives, to the end of one year.

Sixth floor of planner. Studies that try hundreds of scenarios ask it and keep no runs. All are
drawn alike, as the first one is, so that each future is held against itself.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario
from planner.model.sums import members

Pair = tuple[str, str]
Values = NDArray[np.float64]


class Futures:
    """The first `count` futures of scenarios, run to the end of a `year`.

    It belongs to one thread at a time. Memory of the last run is used again by the next one.
    """

    def __init__(self, count: int, year: int) -> None:
        self.count = count
        self.year = year
        self._clock = Clock(year)
        self._spare: dict[tuple[Pair, ...], Trajectories] = {}

    def paths(self, scenario: Scenario, pairs: Sequence[Pair]) -> Values:
        """Return outcomes in every month, float64[pairs, months, futures].

        The element of a pair may be a sum of areas. Undefined from where a future breaks a law of
        the model.
        """
        run = self._run(scenario, pairs)
        found = np.array([self._summed(run, pair, slice(None)) for pair in pairs], np.float64)
        return self._whole(run, found, np.arange(self._clock.months))

    def at_the_end(self, scenario: Scenario, pairs: Sequence[Pair]) -> Values:
        """Return outcomes in December of the year, float64[pairs, futures]."""
        run = self._run(scenario, pairs)
        found = np.array([self._summed(run, pair, slice(-1, None)) for pair in pairs], np.float64)
        return self._whole(run, found, np.array([self._clock.months - 1]))[:, 0]

    def _run(self, scenario: Scenario, pairs: Sequence[Pair]) -> Trajectories:
        parts = (_parts(pair) for pair in pairs)
        wanted = tuple(dict.fromkeys(part for each in parts for part in each))
        batch = draw(scenario, self.count, self._clock)
        run = run_batch(batch, self._clock, wanted, spare=self._spare.get(wanted))
        self._spare = {wanted: run}
        return run

    def _summed(self, run: Trajectories, pair: Pair, months: slice) -> NDArray[np.float64]:
        out = np.empty((len(run.center[months]), run.lanes), run.blocks.dtype)
        total = np.zeros((len(out), self.count))
        for part in _parts(pair):
            run.gather(part, months, out)
            total += out[:, 1 : self.count + 1]
        return total

    def _whole(self, run: Trajectories, found: Values, months: NDArray[np.intp]) -> Values:
        if run.broken is not None:
            found[:, ~run.broken.whole(months)] = np.nan
        return found


def _parts(pair: Pair) -> tuple[Pair, ...]:
    return tuple((pair[0], element) for element in members(pair[1]))
