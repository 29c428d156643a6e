"""Runs futures that somebody else chose: a value of each named assumption for every future.

Fifth floor of planner. Correlations and weights of the scenario's own futures have no part in it.
What is drawn on a unit cube is turned into values as the scenario's own draws are.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, address_rows, central_values, lever_values
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.bands.paths import Paths, Scratch, pairs_of
from planner.ensemble.bands.per_future import read
from planner.ensemble.draws.marginals import quantiles_of
from planner.ensemble.progress import Steps
from planner.ensemble.projection import PerFuture, Request
from planner.model.scenario import Scenario, assumption_at, assumption_spread

Numbers = NDArray[np.float64]
PIECE: Final = 4096
"""So many futures are run at once."""


def given_futures(
    scenario: Scenario, names: Sequence[str], values: Numbers, requests: Sequence[Request]
) -> Steps[Numbers]:
    """Return what given futures give in each December, float64[requests, years, futures].

    `values` is float64[names, futures], in the unit of each assumption; those that are not named
    stand at their central values. Undefined where a future breaks a law of the model. Yields the
    share that is done. Raises ScenarioError for a name of no assumption.
    """
    clock = Clock(scenario.last_year)
    central = np.array([assumption_spread(scenario, name).central for name in names])
    rows = np.array([address_rows()[name] for name in names], np.int64)
    levers = lever_values(scenario, clock)
    whole = Batch(central_values(scenario), rows, values, levers)
    years, count = clock.months // 12, values.shape[1]
    found = np.empty((len(requests), years, count))
    scratch, run = Scratch(), None
    for first in range(0, count, PIECE):
        piece = slice(first, first + PIECE)
        batch = replace(whole, drawn=np.hstack((central[:, None], values[:, piece])))
        run = _run(batch, clock, requests, run)
        for place, request in enumerate(requests):
            found[place, :, piece] = read(Paths(run, run), PerFuture(request), scratch)
        yield min(1.0, (first + PIECE) / count)
    return found


def values_at(scenario: Scenario, names: Sequence[str], points: Numbers) -> Numbers:
    """Return the values of assumptions at points between 0 and 1, each float64[names, futures].

    A point is the place of a value in the range of its own assumption, 0.5 its central value.
    """
    found = np.empty(points.shape)
    for place, name in enumerate(names):
        scale, spread = assumption_at(name)[0].scale, assumption_spread(scenario, name)
        found[place] = quantiles_of(points[place], spread, scale)
    return found


def _run(
    batch: Batch, clock: Clock, requests: Sequence[Request], spare: Trajectories | None
) -> Trajectories:
    return run_batch(batch, clock, pairs_of(requests), spare=spare)
