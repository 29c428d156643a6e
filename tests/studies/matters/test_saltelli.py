"""Saltelli's design: against known indices, and against SALib on the same samples."""

import numpy as np
from SALib.analyze import sobol

from planner.studies.matters.saltelli import Saltelli
from tests.studies.matters.ishigami import FIRST, PROBLEM, TOTAL, ishigami, uniform

POINTS = 2048


def _samples(seed: int) -> list[np.ndarray]:
    """Return A, B, and A with each row from B."""
    first, second = uniform(POINTS, seed), uniform(POINTS, seed + 1)
    mixed = [np.where(np.arange(3)[:, None] == row, second, first) for row in range(3)]
    return [ishigami(each) for each in (first, second, *mixed)]


def _indices(values: list[np.ndarray]) -> list[np.ndarray]:
    """Return first, its reach, total and its reach, each [inputs]."""
    first, second, *mixed = (each[None] for each in values)
    found = [Saltelli(first, second).indices(each) for each in mixed]
    parts = [(one.value, one.reach, total.value, total.reach) for one, total in found]
    return [np.array(each)[:, 0] for each in zip(*parts, strict=True)]


def test_that_the_indices_of_ishigamis_function_are_the_known_ones() -> None:
    first, first_reach, total, total_reach = _indices(_samples(1))
    np.testing.assert_allclose(first, FIRST, atol=0.06)
    np.testing.assert_allclose(total, TOTAL, atol=0.05)
    assert (np.abs(first - FIRST) < 1.5 * first_reach).all()
    assert (np.abs(total - TOTAL) < 1.5 * total_reach).all()


def test_that_salib_gives_the_same_of_the_same_samples() -> None:
    first, second, *mixed = values = _samples(7)
    rows = np.column_stack((first, *mixed, second)).ravel()
    theirs = sobol.analyze(PROBLEM, rows, calc_second_order=False, num_resamples=200, seed=1)
    ours = _indices(values)
    np.testing.assert_allclose(ours[0], theirs["S1"], atol=0.01)
    np.testing.assert_allclose(ours[2], theirs["ST"], atol=0.002)
    np.testing.assert_allclose(ours[1], theirs["S1_conf"], rtol=0.25, atol=0.005)
    np.testing.assert_allclose(ours[3], theirs["ST_conf"], rtol=0.25, atol=0.005)


def test_that_intervals_hold_the_truth_as_often_as_they_say() -> None:
    held = []
    for seed in range(0, 60, 2):
        first, first_reach, total, total_reach = _indices(_samples(seed))
        held += [np.abs(first - FIRST) < first_reach, np.abs(total - TOTAL) < total_reach]
    assert 0.9 < np.mean(held) <= 1


def test_that_points_without_a_number_are_left_out_if_they_are_few() -> None:
    whole = _samples(3)
    few = [each.copy() for each in whole]
    few[2][:50] = np.nan
    many = [each.copy() for each in whole]
    many[0][:500] = np.inf
    np.testing.assert_allclose(_indices(few)[2], _indices(whole)[2], atol=0.02)
    assert np.isnan(_indices(many)[2]).all()


def test_that_what_does_not_vary_has_no_indices() -> None:
    still = [np.full(POINTS, 5.0)] * 5
    assert np.isnan(np.array(_indices(still))).all()
