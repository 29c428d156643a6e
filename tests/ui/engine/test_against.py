"""Differences from a scenario that was chosen: future by future, unknown where none are alike."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble import many
from planner.ensemble.many import Projector
from planner.ensemble.projection import QUANTILES, Request
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, baseline_under, with_assumption, with_lever
from planner.quantities.spread import Spread
from ui.engine.order import Order
from ui.engine.runner import Runner

PAIR = ("enterprises", "")
LEVEL, DIFFERENCE, PERCENT = Request(*PAIR), Request(*PAIR, "difference"), Request(*PAIR, "percent")
REQUESTS = (LEVEL, DIFFERENCE, PERCENT)
PLAN = with_lever(Scenario(title="Plan", futures=250), "alibaba_plan", 760)
NETWORK = with_lever(Scenario(title="Network", futures=250), "network_build_time", 2.0)
WIDER = "crowd_in", Spread(3.0, 4.5, 7.0)
DECEMBER_2030 = 71


@pytest.fixture(scope="module")
def runner() -> Runner:
    Projector().warm_up()
    return Runner(Projector)


@pytest.fixture
def afresh() -> Runner:
    return Runner(Projector)


def _order(*scenarios: Scenario, against: Scenario | None = None) -> Order:
    return Order(scenarios, REQUESTS, REQUESTS, 250, against=against)


def _futures(scenario: Scenario) -> np.ndarray:
    """Return each future of an outcome, float64[months, futures]."""
    batch = draw(scenario, scenario.futures)
    run = run_batch(batch, Clock(scenario.last_year), (PAIR,))
    return run.futures_of(PAIR).astype(float)


def _ends(values: np.ndarray) -> np.ndarray:
    return np.quantile(values, QUANTILES, axis=-1)


def test_that_each_future_is_held_against_the_same_one_of_the_reference(runner):
    answer = runner.run(_order(PLAN, NETWORK, against=NETWORK))
    network = _futures(NETWORK)
    for run in (answer.projection, answer.baseline):
        own = _futures(run.scenario)
        expected = _ends(own - network)
        assert np.abs(expected).max() > 10
        np.testing.assert_allclose(run.series[DIFFERENCE].bands, expected, rtol=1e-3, atol=0.2)
        share = _ends(100 * (own - network) / np.abs(network))
        np.testing.assert_allclose(run.series[PERCENT].bands, share, rtol=1e-3, atol=1e-3)
        higher = (own > network + 1e-6 * network).mean(axis=-1)
        np.testing.assert_allclose(run.series[DIFFERENCE].higher, higher, atol=0.01)


def test_that_the_reference_differs_from_itself_by_nothing(runner):
    answer = runner.run(_order(PLAN, NETWORK, against=NETWORK))
    assert answer.reference is answer.projections[1]
    assert not answer.reference.series[DIFFERENCE].bands.any()


def test_that_levels_are_the_same_whatever_they_are_held_against(runner):
    wider = with_assumption(PLAN, *WIDER)
    for scenario in (PLAN, wider):
        usual = runner.run(_order(scenario, NETWORK)).projection
        other = runner.run(_order(scenario, NETWORK, against=NETWORK)).projection
        np.testing.assert_array_equal(usual.series[LEVEL].bands, other.series[LEVEL].bands)
        assert (usual.series[DIFFERENCE].bands != other.series[DIFFERENCE].bands).any()


def test_that_scenarios_of_other_assumptions_are_held_future_by_future(runner):
    wider = with_assumption(PLAN, *WIDER)
    run = runner.run(_order(wider, NETWORK, against=NETWORK)).projection
    steps = Projector().steps(wider, (DIFFERENCE,), against=NETWORK)
    with pytest.raises(StopIteration) as ended:
        next(steps)
    expected = ended.value.value.series[DIFFERENCE]
    np.testing.assert_array_equal(run.series[DIFFERENCE].bands, expected.bands)
    assert (expected.higher + expected.lower)[DECEMBER_2030] > 0.9


@pytest.mark.parametrize("other", [{"seed": 7}, {"draws": "as drawn"}, {"figures": "as_stated"}])
def test_that_nothing_is_told_of_futures_that_are_not_the_same(runner, other):
    apart = replace(NETWORK, **other)
    answer = runner.run(_order(PLAN, apart, against=apart))
    series = answer.projection.series
    assert np.isnan(series[DIFFERENCE].line).all()
    assert np.isnan(series[PERCENT].bands).all()
    assert np.isnan(series[DIFFERENCE].higher).all()
    assert np.isfinite(series[LEVEL].bands).all()
    assert not answer.reference.series[DIFFERENCE].bands.any()


def test_that_differences_end_where_the_reference_ends(runner):
    short = replace(NETWORK, last_year=2030)
    run = runner.run(_order(PLAN, short, against=short)).projection
    line = run.series[DIFFERENCE].line
    assert np.isfinite(line[: DECEMBER_2030 + 1]).all()
    assert np.isnan(line[DECEMBER_2030 + 1 :]).all()
    assert np.isfinite(run.series[LEVEL].line).all()
    whole = runner.run(_order(PLAN, NETWORK, against=NETWORK)).projection.series[DIFFERENCE].line
    np.testing.assert_array_equal(line[: DECEMBER_2030 + 1], whole[: DECEMBER_2030 + 1])


@pytest.mark.parametrize("wider", [False, True])
def test_that_a_run_too_large_to_be_kept_is_held_against_the_reference_too(
    runner, afresh, monkeypatch, wider
):
    plan = with_assumption(PLAN, *WIDER) if wider else PLAN
    order = _order(plan, NETWORK, against=NETWORK)
    kept = runner.run(order).projection.series[DIFFERENCE]
    monkeypatch.setattr(many, "fits", lambda *_: False)
    counted = afresh.run(order).projection.series[DIFFERENCE]
    reach = kept.bands[-1] - kept.bands[0]
    assert np.abs(counted.bands - kept.bands).max() <= 0.005 * reach.max() + 1
    np.testing.assert_allclose(counted.higher, kept.higher, atol=0.01)


def test_that_a_new_name_of_the_reference_runs_nothing_anew(runner):
    before = runner.run(_order(PLAN, NETWORK, against=NETWORK))
    named = replace(NETWORK, title="Faster")
    after = runner.run(_order(PLAN, named, against=named))
    assert after.projection is before.projection
    assert after.reference.scenario.title == "Faster"


def test_that_a_change_of_the_reference_moves_the_differences_of_others(runner):
    answers = [
        runner.run(_order(PLAN, moved, against=moved))
        for moved in (NETWORK, with_lever(NETWORK, "network_build_time", 4.0))
    ]
    first, second = (each.projection.series for each in answers)
    assert (first[DIFFERENCE].line != second[DIFFERENCE].line).any()
    np.testing.assert_array_equal(first[LEVEL].line, second[LEVEL].line)


def test_that_without_a_reference_each_is_held_against_its_own_baseline(runner):
    answer = runner.run(_order(PLAN, NETWORK))
    assert answer.reference is None
    expected = _ends(_futures(PLAN) - _futures(baseline_under(PLAN)))
    found = answer.projection.series[DIFFERENCE].bands
    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=0.2)
