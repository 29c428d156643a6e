"""The ensemble smoother: a linear case on paper, and ranges under which futures agree."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, assumption_spread
from planner.studies.calibrate.scored import scoring
from planner.studies.calibrate.shifts import Shift
from planner.studies.calibrate.smoothing import STEPS, smoothing, spread_of, updated
from tests.own_points import counted
from tests.studies.calibrate.own import with_points

FAR = counted("enterprises", "chengdu", 2027.9, 1600, 0.03)


def test_that_a_linear_case_comes_out_as_on_paper() -> None:
    noise = np.random.default_rng(1)
    scores = noise.standard_normal((2, 40_000))
    wanted, errors = np.array([3.0]), np.array([0.5])
    for _ in range(STEPS):
        scores = updated(scores, 2 * scores[:1], wanted, errors, noise)
    gain = 4 / (4 + 0.25)
    assert scores[0].mean() == pytest.approx(gain * 1.5, abs=0.01)
    assert scores[0].var() == pytest.approx(1 - gain, rel=0.03)
    assert scores[1].mean() == pytest.approx(0, abs=0.02)
    assert scores[1].var() == pytest.approx(1, rel=0.03)


def test_that_futures_of_the_smoothed_ranges_lie_nearer_to_what_was_counted() -> None:
    warm_up_kernel()
    found = to_the_end(smoothing(replace(with_points(FAR), draws="calibrated")))
    assert found.shifts[0].address == "net_growth_other"
    assert found.scenario.draws == "conditioned"
    (before,) = to_the_end(scoring(with_points(FAR))).rows
    (after,) = to_the_end(scoring(found.scenario)).rows
    assert abs(after.off) < abs(before.off) / 2


def test_that_a_smoother_gives_the_same_ranges_each_time() -> None:
    warm_up_kernel()
    scenario = replace(with_points(FAR), draws="calibrated")
    assert to_the_end(smoothing(scenario)) == to_the_end(smoothing(scenario))


def test_that_a_range_has_the_tenths_it_was_told_and_stays_where_it_was() -> None:
    usual = assumption_spread(Scenario(), "net_growth_other")
    shift = Shift("net_growth_other", (0.1, 0.13, 0.16), (0.14, 0.15, 0.16))
    spread = spread_of(Scenario(), shift)
    assert spread.central == 0.15
    assert spread.low == pytest.approx(0.15 - 0.01 / (1 - 0.2**0.5), abs=1e-4)
    assert spread.high <= usual.high
    far = spread_of(Scenario(), replace(shift, after=(0.5, 0.6, 0.7)))
    assert (far.low, far.high) == (usual.high, usual.high)
