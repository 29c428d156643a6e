"""Two columns weighed against each other: the points that no other one beats."""

import numpy as np
import pytest

from planner.ensemble.progress import to_the_end
from planner.studies.survive.tradeoff import beaten
from planner.sweep.reading.error import SweepError
from planner.sweep.summary.sampled import sample_of
from planner.sweep.summary.summing import summing
from planner.sweep.summary.tradeoffs import beaten_points, weighing
from tests.some import some
from tests.sweep.filled import filled
from tests.sweep.plans import planned

PLAN = 'futures = 16\nprecision = "float64"\n[inputs]\nvoucher_budget = [0, 1, 2, 3, 4]\n'
OUTCOMES = "[outcomes]\njobs = [2030]\nidle_compute = [2030]\nlimit = [2026]\n"


@pytest.fixture
def folder(tmp_path):
    """Return five points: the second is beaten by the first, the last has no number."""
    medians = np.array([[5.0, 4.0, 9.0, 1.0, np.nan], [2.0, 3.0, 7.0, 1.0, 0.0], [1.0] * 5])
    values = np.repeat(medians[:, :, None], 16, axis=2)
    return filled(tmp_path / "out", planned(tmp_path, PLAN, OUTCOMES), values, 80)


def test_that_the_front_are_the_points_that_no_other_beats(folder):
    jobs, idle, _ = folder.plan.columns
    found = weighing(to_the_end(summing(folder)), jobs, idle)
    assert found.better == ("more", "less")
    assert found.front.tolist() == [4, 1, 3]
    assert found.is_beaten.tolist() == [False, True, False, False, False]
    assert found.is_known.tolist() == [True] * 4 + [False]
    turned = weighing(to_the_end(summing(folder)), jobs, idle, ("more", "more"))
    assert turned.front.tolist() == [3]


@pytest.mark.parametrize("count", [1, 2, 40, 300])
def test_that_points_are_beaten_as_scenarios_are(count):
    for seed in some(range(20)):
        values = np.random.default_rng(seed).integers(1, 12, (2, count)).astype(float)
        values *= 1 + 1e-7 * np.random.default_rng(seed + 99).random((2, count))
        assert beaten_points(values.T).tolist() == beaten(values).tolist()


def test_that_no_trade_off_is_said_in_a_sentence(folder):
    jobs, _, limit = folder.plan.columns
    summary = to_the_end(summing(folder))
    with pytest.raises(SweepError, match="the two outcomes are one and the same"):
        weighing(summary, jobs, jobs)
    with pytest.raises(SweepError, match="limit_2026_12 has states and no numbers"):
        weighing(summary, jobs, limit)


@pytest.mark.parametrize("most", [1, 3, 20, 79, 1000])
def test_that_a_sample_is_even_and_bounded(folder, most):
    sample = sample_of(folder, np.arange(1, 6), most)
    assert sample.futures.size <= most
    assert sample.points.size == min(most, 5)
    for own in some(sample.futures):
        assert len(set(own.tolist())) == len(own)
        assert 0 <= own.min() <= own.max() < 16
