"""How well futures agree with what was measured in 2025 and 2026: a weight for each.

Fifth floor of planner. Futures are run on the levers of the baseline, whatever a scenario sets:
what was measured happened under those. Points of set "weights" count; those of which the model
gives nothing are left out. A future that breaks a law of the model weighs nothing.
"""

from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.conditioning.measured import is_comparable, misfit, pairs_of_point, read_point
from planner.ensemble.draws.drawn import Places, batch_at
from planner.facts.measured import Measured, measured_points
from planner.facts.record import Figures
from planner.model.scenario import Scenario, baseline_under

Numbers = NDArray[np.float64]

MODEL_ERROR: Final = 3.5
"""How many times the error of its source a point may be off for the same weight.

Sources give what their counting may be off, not what the model leaves out, and several points share
a source and its error. Judged from coverage with 2.5, 3.5 and 5: 2.5 keeps too few futures for
bands that hold the points, 5 hardly tells futures apart.
"""
CLOCK: Final = Clock(2026, months_at_most=18)
"""Points that weigh lie before mid-2026."""


@cache
def weighing_points(figures: Figures) -> tuple[Measured, ...]:
    """Return the measured points that weigh futures under these figures."""
    points = (each for each in measured_points(figures) if each.set == "weights")
    return tuple(point for point in points if is_comparable(point))


def weights_at(places: Places, scenario: Scenario) -> Numbers:
    """Return the weights, 0 to 1, of the futures at places of the sequence of points."""
    baseline = _baseline(scenario)
    points = weighing_points(scenario.figures)
    pairs = tuple(dict.fromkeys(map(pairs_of_point, points)))
    run = run_batch(batch_at(places, baseline, CLOCK), CLOCK, pairs)
    times = CLOCK.times()
    off = np.zeros(len(places))
    for point in points:
        read = read_point(point, lambda *pair: run.futures_of(pair), times)
        off += (misfit(point, read) / MODEL_ERROR) ** 2
    weights: Numbers = np.exp(-off / 2)
    return np.where(_whole(run) & np.isfinite(weights), weights, 0.0)


def inputs_of_weights(scenario: Scenario) -> tuple[object, ...]:
    """Return all that weights rest on, besides draws and code: other inputs, and the points."""
    one = single(_baseline(scenario), CLOCK)
    return one.fixed.tobytes(), one.levers.tobytes(), weighing_points(scenario.figures)


def _baseline(scenario: Scenario) -> Scenario:
    return replace(baseline_under(scenario), last_year=CLOCK.last_year)


def _whole(run: Trajectories) -> NDArray[np.bool_]:
    """Tell which futures of a run break no law."""
    if run.broken is None:
        return np.ones(run.futures, np.bool_)
    last = len(run.center) - 1
    whole: NDArray[np.bool_] = run.broken.whole(np.array([last]))[0]
    return whole
