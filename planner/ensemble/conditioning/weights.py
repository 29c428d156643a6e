"""How well futures agree with what was measured in 2025 and 2026: a weight for each.

Fifth floor of planner. Futures are run on the levers of the baseline, whatever a scenario sets:
what was measured happened under those. Points of set "weights" count; those of which the model
gives nothing are left out. A future that breaks a law of the model weighs nothing.

A planner's own numbers weigh as well where a scenario is calibrated, under the levers that it says
were in force. Their error counts as given: it is to hold what the model leaves out. Those of one
group rest on one source and share its error, so that they weigh together like one of them.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from math import ceil
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
from planner.model.own.scenarios import is_calibrated, way_of_drawing
from planner.model.scenario import FIRST_YEAR, Scenario, baseline_under
from planner.quantities.dates import MONTHS_PER_YEAR

Numbers = NDArray[np.float64]

MODEL_ERROR: Final = 3.5
"""How many times the error of its source a point may be off for the same weight.

Sources give what their counting may be off, not what the model leaves out, and several points share
a source and its error. Judged from coverage with 2.5, 3.5 and 5: 2.5 keeps too few futures for
bands that hold the points, 5 hardly tells futures apart.
"""
CLOCK: Final = Clock(2026, months_at_most=18)
"""Points that weigh lie before mid-2026; those of a planner may lie later."""
_CLOSE: Final = 1e-6


@cache
def weighing_points(figures: Figures) -> tuple[Measured, ...]:
    """Return the measured points that weigh futures under these figures."""
    points = (each for each in measured_points(figures) if each.set == "weights")
    return tuple(point for point in points if is_comparable(point))


def own_points(scenario: Scenario) -> tuple[Measured, ...]:
    """Return the points of a scenario's own that weigh its futures."""
    return scenario.own.points if is_calibrated(scenario) else ()


def groups_of(points: Iterable[Measured]) -> tuple[tuple[Measured, ...], ...]:
    """Return the points by the source that they rest on, in order."""
    groups: dict[str, list[Measured]] = {}
    for point in points:
        groups.setdefault(point.group, []).append(point)
    return tuple(map(tuple, groups.values()))


def clock_of(scenario: Scenario) -> Clock:
    """Return the months that have to be run so that every point that weighs can be read."""
    latest = max((max(each.end, each.base_end) for each in own_points(scenario)), default=0.0)
    months = ceil((latest - FIRST_YEAR) * MONTHS_PER_YEAR - _CLOSE) + 1
    if months <= CLOCK.months:
        return CLOCK
    return Clock(FIRST_YEAR + (months - 1) // MONTHS_PER_YEAR, months_at_most=months)


def weights_at(places: Places, scenario: Scenario) -> Numbers:
    """Return the weights, 0 to 1, of the futures at places of the sequence of points."""
    baseline, clock = in_force(scenario), clock_of(scenario)
    points, own = weighing_points(scenario.figures), own_points(scenario)
    pairs = tuple(dict.fromkeys(map(pairs_of_point, (*points, *own))))
    run = run_batch(batch_at(places, baseline, clock), clock, pairs)

    def squared(point: Measured) -> Numbers:
        read = read_point(point, lambda *pair: run.futures_of(pair), clock.times())
        return misfit(point, read) ** 2

    off = np.zeros(len(places))
    for point in points:
        off += squared(point) / MODEL_ERROR**2
    for group in groups_of(own):
        off += sum(map(squared, group)) / len(group)
    weights: Numbers = np.exp(-off / 2)
    return np.where(_whole(run) & np.isfinite(weights), weights, 0.0)


def inputs_of_weights(scenario: Scenario) -> tuple[object, ...]:
    """Return all that weights rest on, besides draws and code: other inputs, and the points."""
    one = single(in_force(scenario), clock_of(scenario))
    points = weighing_points(scenario.figures)
    return one.fixed.tobytes(), one.levers.tobytes(), points, own_points(scenario)


def in_force(scenario: Scenario) -> Scenario:
    """Return the levers under which what was measured happened, as a scenario of few years."""
    own = way_of_drawing(scenario)[-1]
    clock = clock_of(scenario)
    return replace(baseline_under(replace(scenario, own=own)), last_year=clock.last_year)


def _whole(run: Trajectories) -> NDArray[np.bool_]:
    """Tell which futures of a run break no law."""
    if run.broken is None:
        return np.ones(run.futures, np.bool_)
    last = len(run.center) - 1
    whole: NDArray[np.bool_] = run.broken.whole(np.array([last]))[0]
    return whole
