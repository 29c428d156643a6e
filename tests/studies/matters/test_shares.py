"""Shares from given futures: against known indices, against SALib, and what they may not claim."""

import numpy as np
import pytest
from SALib.analyze import rbd_fast

from planner.studies.matters.basis import CURVES, Basis, KeptBases, basis_of
from planner.studies.matters.groups import groups_of, members_of
from planner.studies.matters.shares import FEWEST, Shares, shares_of
from tests.studies.matters.ishigami import FIRST, NAMES, PROBLEM, ishigami, uniform

CHIPS = ("domestic_realization", "growth_limit", "domestic_supply_2025")


def _shares(names: tuple[str, ...], drawn, *rows) -> Shares:
    return shares_of(basis_of(names, drawn), np.array(rows), drawn)


def _ishigami(futures: int, seed: int) -> Shares:
    drawn = uniform(futures, seed)
    return _shares(NAMES, drawn, ishigami(drawn))


def test_that_the_shares_of_ishigamis_function_are_the_known_ones() -> None:
    found = np.array([_ishigami(1000, seed).groups[0] for seed in range(20)])
    np.testing.assert_allclose(found.mean(axis=0), FIRST, atol=0.02)
    assert (found.std(axis=0) < 0.03).all()


def test_that_no_share_is_too_large_on_average_and_bends_missed_make_it_too_small() -> None:
    found = np.array([_ishigami(4000, seed).groups[0] for seed in range(10)]).mean(axis=0)
    assert FIRST[0] * 0.95 < found[0] < FIRST[0] + 0.003


def test_that_they_agree_with_another_method_of_salib_as_closely_as_that_with_the_truth() -> None:
    off, others_off = [], []
    for seed in range(10):
        drawn = uniform(1000, seed)
        values = ishigami(drawn)
        ours = _shares(NAMES, drawn, values).groups[0]
        theirs = rbd_fast.analyze(PROBLEM, drawn.T, values, num_resamples=2)["S1"]
        np.testing.assert_allclose(ours, theirs, atol=0.05)
        off.append(ours - FIRST)
        others_off.append(theirs - FIRST)
    assert np.sqrt(np.mean(np.square(off))) < 1.1 * np.sqrt(np.mean(np.square(others_off)))


def test_that_a_share_lies_within_three_of_its_errors() -> None:
    found = [_ishigami(1000, seed) for seed in range(30)]
    off = np.array([(each.groups[0] - FIRST) / each.errors[0] for each in found])
    assert (np.abs(off) < 3).mean() > 0.97


def test_that_what_plays_no_part_explains_next_to_nothing() -> None:
    drawn = uniform(1000, 5)
    found = _shares(NAMES, drawn, drawn[0])
    assert found.groups[0, 0] > 0.98
    assert (found.groups[0, 1:] < 0.01).all()


def test_that_slopes_tell_what_raises_and_what_lowers() -> None:
    drawn = uniform(1000, 5)
    slopes = _shares(NAMES, drawn, 3 * drawn[0] - drawn[1]).slopes[0]
    assert slopes[0] > 0.8
    assert slopes[1] < -0.2
    assert abs(slopes[2]) < 0.1


def _correlated(futures: int) -> np.ndarray:
    scores = np.random.default_rng(3).normal(size=(3, futures))
    return np.array([scores[0], 0.8 * scores[0] + 0.6 * scores[1], scores[2]])


def test_that_a_group_explains_what_its_members_share_once() -> None:
    drawn = _correlated(2000)
    found = _shares(CHIPS, drawn, drawn[0] + drawn[1] + drawn[2])
    assert found.groups.shape == (1, 1)
    assert found.groups[0, 0] == pytest.approx(
        0.97, abs=0.02
    )  # tails bend more than four curves do
    assert found.alone[0].sum() > 1.3
    assert (found.alone <= found.groups + 0.01).all()


def test_that_groups_join_what_a_correlation_joins_through_others() -> None:
    names = ("pue", "growth_limit", "import_regime", "domestic_realization", "stock_2025")
    groups = groups_of(names)
    assert groups == ((0,), (1, 2, 3), (4,))
    assert members_of(names, groups[1]) == names[1:4]


def test_that_curves_are_at_right_angles_whatever_is_drawn() -> None:
    basis = basis_of(("pue", *CHIPS), np.vstack((uniform(500, 1)[:1], _correlated(500))))
    for block in (basis.alone[0], basis.together[1:].reshape(3 * CURVES, -1)):
        np.testing.assert_allclose(block @ block.T, np.eye(len(block)), atol=1e-9)
        np.testing.assert_allclose(block.sum(axis=1), 0, atol=1e-9)


def test_that_ranks_alone_count() -> None:
    drawn = uniform(400, 2)
    values = ishigami(drawn)
    moved = _shares(NAMES, np.exp(drawn), values)
    np.testing.assert_array_equal(moved.groups, _shares(NAMES, drawn, values).groups)


def test_that_futures_without_a_number_are_left_out_if_they_are_few() -> None:
    drawn = uniform(1000, 4)
    whole = ishigami(drawn)
    few, many = whole.copy(), whole.copy()
    few[:20], many[:200] = np.nan, np.inf
    found = _shares(NAMES, drawn, whole, few, many)
    kept = _shares(NAMES, drawn[:, 20:], whole[20:])
    np.testing.assert_allclose(found.groups[1], kept.groups[0])
    assert np.isfinite(found.groups[0]).all()
    assert np.isnan(found.groups[2]).all()


def test_that_nothing_is_told_of_what_does_not_vary_or_of_too_few_futures() -> None:
    drawn = uniform(1000, 4)
    still = np.full(1000, 7.0) + 1e-9 * drawn[0]
    assert np.isnan(_shares(NAMES, drawn, still).groups).all()
    few = uniform(FEWEST - 1, 4)
    assert np.isnan(_shares(NAMES, few, ishigami(few)).groups).all()


def test_that_the_last_curves_are_kept() -> None:
    kept, made = KeptBases(), list[Basis]()
    for number in range(6):
        made.append(kept.keep((number,), basis_of(NAMES, uniform(100, number))))
    assert kept.get((5,)) is made[5]
    assert kept.get((0,)) is None
