"""Keeping futures by weight: different ones, in proportion, and no luck in it."""

import numpy as np
import pytest

from planner.ensemble.conditioning.systematic import effective_size, kept_places, scale_for

RANDOM = np.random.default_rng(4)


def test_that_equal_weights_all_tell_and_one_alone_tells_one() -> None:
    assert effective_size(np.full(8, 0.3)) == pytest.approx(8)
    assert effective_size(np.array([0.0, 2.0, 0.0])) == pytest.approx(1)
    assert effective_size(np.zeros(3)) == 0


@pytest.mark.parametrize("count", [1, 10, 400, 1000])
def test_that_probabilities_sum_up_to_the_number_kept_and_none_is_above_one(count: int) -> None:
    weights = RANDOM.random(1000) ** 20 + 1e-12
    probabilities = np.minimum(1, scale_for(weights, count) * weights)
    assert probabilities.sum() == pytest.approx(count)
    kept = kept_places(probabilities)
    assert len(kept) == count
    assert (np.diff(kept) > 0).all()


def test_that_the_kept_ones_stand_for_the_weighted_pool() -> None:
    values = RANDOM.normal(size=2**14)
    weights = np.exp(-((values - 0.5) ** 2))
    kept = values[kept_places(np.minimum(1, scale_for(weights, 1000) * weights))]
    assert kept.mean() == pytest.approx(np.average(values, weights=weights), abs=0.03)


def test_that_equal_probabilities_keep_every_so_many_from_the_middle_of_each() -> None:
    assert kept_places(np.full(64, 1 / 16)).tolist() == [7, 23, 39, 55]


def test_that_more_than_have_any_weight_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="3 futures cannot be kept of 2"):
        scale_for(np.array([0.0, 1.0, 1e-300]), 3)
