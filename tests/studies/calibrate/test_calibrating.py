"""Futures held to own numbers: a truth is found again, a conjugate case comes out as on paper."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.conditioning import resampled
from planner.ensemble.conditioning.measured import misfit
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.backtest import BacktestError
from planner.studies.calibrate.calibrating import Calibration, calibrating
from planner.studies.calibrate.scored import OwnNumbersError
from tests.own_points import counted
from tests.studies.calibrate.own import ABOUT, LAST, PAIRS, counted_in, truth_at, with_points


@pytest.fixture(scope="module")
def used() -> Projector:
    warm_up_kernel()
    return Projector()


def calibrated(used: Projector, scenario: Scenario) -> Calibration:
    return to_the_end(calibrating(used, scenario, ABOUT))


def test_that_a_simulated_truth_is_found_again(used: Projector) -> None:
    """Of futures that nobody was shown but for nine numbers each, what comes in 2030 is told."""
    month, inside, narrower = 12 * (LAST - 2025) + 11, 0, 0
    places = (16401, 30011)
    for place in places:
        truth = truth_at(place)
        scenario = with_points(*counted_in(truth, 0.04))
        both = (replace(scenario, draws="conditioned"), replace(scenario, draws="calibrated"))
        runs = [used.futures_at(each, PAIRS, [month], futures=1000) for each in both]
        before, after = (np.quantile(to_the_end(run)[:, 0], (0.05, 0.95), axis=1).T for run in runs)
        for number, pair in enumerate(PAIRS):
            inside += bool(after[number, 0] <= truth[pair][month] <= after[number, 1])
            narrower += bool(np.ptp(after[number]) < np.ptp(before[number]))
    assert inside >= 5
    assert narrower == len(places) * len(PAIRS)


def test_that_a_conjugate_case_comes_out_as_on_paper() -> None:
    """A lognormal outcome and a lognormal error: the posterior is known, and so is Kish's size."""
    from scipy.special import ndtri

    size, spread, sigma = 2**14, 0.2, 0.1
    scores = ndtri((np.arange(size) + 0.5) / size)
    outcome = 1000 * np.exp(spread * scores)
    low, high = (1200 * np.exp(sign * 1.2816 * sigma) for sign in (-1, 1))
    point = replace(counted("enterprises", "", 2027.0, 1200, 0.1), low=low, high=high)
    weights = np.exp(-(misfit(point, outcome) ** 2) / 2)
    found = resampled._resampled(weights, 4000)
    assert isinstance(found, Chosen)
    logs = np.log(outcome[found.places])
    whole, both = spread**2 + sigma**2, sigma**2 + 2 * spread**2
    gain = spread**2 / whole
    assert logs.mean() == pytest.approx(np.log(1000) + gain * np.log(1.2), abs=0.001)
    assert logs.std() == pytest.approx(np.sqrt(gain) * sigma, rel=0.01)
    off = np.log(1.2) ** 2
    kish = sigma * np.sqrt(both) / whole * np.exp(off / both - off / whole)
    assert found.told.effective == pytest.approx(size * kish, rel=0.01)


def test_that_a_number_moves_the_outcome_its_score_and_an_assumption(used: Projector) -> None:
    found = calibrated(used, with_points(counted("enterprises", "chengdu", 2027.9, 1385, 0.03)))
    before, after = found.outcome
    assert not found.is_refused
    assert found.stamp.draws == "calibrated"
    assert after[1] > before[1]
    assert after[2] - after[0] < before[2] - before[0]
    assert abs(found.scores[1].bias) < abs(found.scores[0].bias)
    assert found.scores[1].score.crps < found.scores[0].score.crps
    assert found.told[0].address == "net_growth_other"
    assert found.told[0].moved > 0.5
    assert abs(found.told[0].moved) >= abs(found.told[-1].moved)


def test_that_too_few_futures_are_refused_and_other_ranges_are_told(used: Projector) -> None:
    found = calibrated(used, with_points(counted("enterprises", "chengdu", 2027.9, 1700, 0.03)))
    assert found.is_refused
    assert found.effective < 50
    assert found.outcome[0] == found.outcome[1]
    assert found.stamp.draws == "conditioned"
    assert found.smoothed is not None
    assert found.smoothed.scenario.assumptions
    assert found.smoothed.scenario.own == found.scenario.own


def test_that_levers_of_the_plan_have_no_part_in_what_is_found(used: Projector) -> None:
    scenario = with_points(counted("enterprises", "chengdu", 2027.9, 1385, 0.03))
    planned = calibrated(used, with_lever(scenario, "alibaba_plan", 760))
    assert planned.shifts == calibrated(used, scenario).shifts


def test_that_what_cannot_be_answered_is_said(used: Projector) -> None:
    with pytest.raises(OwnNumbersError, match="has no numbers of your own"):
        calibrated(used, Scenario())
    short = replace(with_points(counted("enterprises", "", 2027.0, 9000, 0.1)), last_year=2028)
    with pytest.raises(OwnNumbersError, match="ends in 2028, before 2030"):
        calibrated(used, short)


def test_that_where_the_model_has_hardly_a_number_no_ranges_are_told(used: Projector) -> None:
    point = counted("public_cost_per_added_enterprise", "henan", 2025.1, 5, 0.03, "M CNY/firm")
    never = counted("voucher_spend_cumulative", "", 2025.0, 5, 0.03, "M CNY")
    found = calibrated(used, with_points(never))
    assert found.is_refused
    assert found.smoothed is not None
    assert found.smoothed.shifts == ()
    assert found.smoothed.scenario.assumptions == ()
    with pytest.raises(BacktestError, match="the model gives no number there"):
        calibrated(used, with_points(point))


def test_that_few_futures_on_screen_move_no_assumption_by_luck(used: Projector) -> None:
    scenario = with_points(counted("enterprises", "chengdu", 2027.9, 1385, 0.03))
    few = calibrated(used, replace(scenario, futures=1))
    assert few.shifts == calibrated(used, scenario).shifts
    low, middle, high = few.outcome[1]
    assert low == middle == high
