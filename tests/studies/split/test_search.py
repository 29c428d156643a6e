"""The search finds what trying every split finds, and money that gains nothing stays unspent."""

from dataclasses import replace
from itertools import product
from math import log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.ensemble.progress import to_the_end
from planner.studies.split.search import (
    Bounds,
    Score,
    Scores,
    Split,
    all_to_one,
    exchanged,
    filled_up,
    shared_out,
    started,
)

BLOCK = 10.0
BUDGET = 80.0


def _bounds(uses: int, least: float = 0.0, most: float = BUDGET) -> Bounds:
    return Bounds((least,) * uses, (most,) * uses, BLOCK)


def _best(scores: Scores, bounds: Bounds, budget: float = BUDGET) -> Split:
    least = to_the_end(started(scores, bounds))
    rising = to_the_end(filled_up(scores, bounds, budget, least))
    ends = (*rising[-1:], least, *all_to_one(bounds, least, budget))
    return to_the_end(exchanged(scores, bounds, max(ends, key=scores)))


def _by_brute_force(scores: Scores, bounds: Bounds, budget: float = BUDGET) -> Score:
    """Return the score of the best of all splits in whole blocks."""
    steps = [
        [low + BLOCK * n for n in range(round((high - low) / BLOCK) + 1)]
        for low, high in zip(bounds.least, bounds.most, strict=True)
    ]
    return max(
        scores(split)
        for split in product(*steps)
        if sum(split) <= budget + 1e-9
        and all(
            sum(split[use] for use in group) >= bounds.group_least - 1e-9 for group in bounds.groups
        )
    )


@given(
    gains=st.lists(st.floats(0.1, 9), min_size=2, max_size=4),
    pace=st.floats(0.01, 0.3),
    least=st.sampled_from([0.0, BLOCK]),
    most=st.sampled_from([30.0, BUDGET]),
)
def test_that_uses_with_gains_that_fall_get_the_best_split_there_is(gains, pace, least, most):
    def score(split: Split) -> Score:
        return (sum(a * log1p(pace * x) for a, x in zip(gains, split, strict=True)),)

    bounds = _bounds(len(gains), least, most)
    assert score(_best(score, bounds))[0] == pytest.approx(_by_brute_force(score, bounds)[0])


@given(shared=st.floats(0, 0.9), gains=st.lists(st.floats(1, 9), min_size=3, max_size=3))
def test_that_uses_that_take_from_each_other_get_it_too(shared, gains):
    def score(split: Split) -> Score:
        own = [a * log1p(0.1 * x) for a, x in zip(gains, split, strict=True)]
        return (sum(own) - shared * min(own[0], own[1]),)

    bounds = _bounds(3)
    assert score(_best(score, bounds))[0] == pytest.approx(_by_brute_force(score, bounds)[0])


def test_that_a_block_that_went_wrong_at_first_changes_its_place():
    def score(split: Split) -> Score:
        first, second = split
        return (min(first, 10.0) * 2 + second + (20 if second >= 80 else 0),)

    bounds = _bounds(2)
    assert _best(score, bounds) == (0.0, 80.0)
    assert score((10.0, 70.0)) < score((0.0, 80.0))


def test_that_money_that_gains_nothing_stays_unspent():
    def score(split: Split) -> Score:
        return (min(split[0], 25.0) + min(split[1], 15.0),)

    split = _best(score, _bounds(2))
    assert split == (30.0, 20.0)
    assert _best(lambda _: (0.0,), _bounds(2)) == (0.0, 0.0)


def test_that_money_that_does_harm_stays_unspent():
    assert _best(lambda split: (-sum(split),), _bounds(3)) == (0.0, 0.0, 0.0)


def test_that_the_first_number_of_a_score_decides_and_the_next_one_breaks_ties():
    def score(split: Split) -> Score:
        return (float(split[0] >= 20), 2 * min(split[0], 20.0) + split[1])

    assert _best(score, _bounds(2)) == (20.0, 60.0)


def test_that_bounds_hold_all_the_way_and_the_last_block_is_as_large_as_the_rest():
    bounds = Bounds((5.0, 0.0), (100.0, 12.0), BLOCK)
    rising = to_the_end(filled_up(lambda split: (split[0] + 2 * split[1],), bounds, 33.0))
    assert rising[-1] == (21.0, 12.0)
    assert [sum(split) for split in rising] == sorted(sum(split) for split in rising)
    for split in rising:
        assert split[0] >= 5
        assert split[1] <= 12


def test_that_no_split_is_scored_twice_where_the_first_gain_stays_the_largest():
    asked: list[Split] = []

    def score(split: Split) -> Score:
        asked.append(split)
        return (split[0] * 10 + split[1],)

    to_the_end(filled_up(score, _bounds(2), BUDGET))
    assert (0.0, 10.0) in asked
    assert len({split for split in asked if split[1] > 0}) == 1, "the second use is asked once"


def test_that_a_budget_is_shared_out_by_weights_as_far_as_bounds_allow():
    assert shared_out([1, 1, 2], _bounds(3), 80) == (20, 20, 40)
    assert shared_out([1, 1, 2], _bounds(3, most=30), 80) == pytest.approx((25, 25, 30))
    assert shared_out([1, 0], _bounds(2, most=30), 80) == (30, 0)
    assert shared_out([0, 0], _bounds(2, least=5), 80) == (5, 5)


@given(
    gains=st.lists(st.floats(0.1, 9), min_size=4, max_size=4),
    pace=st.floats(0.01, 0.3),
    group_least=st.sampled_from([10.0, 30.0]),
)
def test_that_groups_that_get_something_at_least_get_the_best_split_there_is(
    gains, pace, group_least
):
    def score(split: Split) -> Score:
        return (sum(a * log1p(pace * x) for a, x in zip(gains, split, strict=True)),)

    bounds = replace(_bounds(4), groups=((0, 1), (2, 3)), group_least=group_least)
    found = _best(score, bounds)
    assert min(found[0] + found[1], found[2] + found[3]) >= group_least
    assert score(found)[0] == pytest.approx(_by_brute_force(score, bounds)[0])


def test_that_a_group_is_given_its_least_even_where_that_gains_nothing():
    bounds = replace(_bounds(3), groups=((0,), (1, 2)), group_least=15.0)
    assert to_the_end(started(lambda _: (0.0,), bounds)) == (15.0, 7.5, 7.5)
    assert _best(lambda split: (split[0],), bounds) == (65.0, 7.5, 7.5)
    assert shared_out([1, 0, 0], bounds, 80) == (65, 7.5, 7.5)
    assert shared_out([1, 1, 3], bounds, 80) == (16, 16, 48), "both get enough of it anyway"
    assert shared_out([1, 0, 9], bounds, 80) == (15, 0, 65)


@given(
    gains=st.lists(st.floats(0.5, 3), min_size=2, max_size=2),
    height=st.floats(0.001, 0.02),
    most=st.sampled_from([40.0, BUDGET]),
)
def test_that_a_use_that_gains_more_the_more_it_has_is_found(gains, height, most):
    def score(split: Split) -> Score:
        first, *others = split
        return (height * first**2 + sum(a * x for a, x in zip(gains, others, strict=True)),)

    bounds = replace(_bounds(3), most=(BUDGET, most, most))
    assert score(_best(score, bounds))[0] == pytest.approx(_by_brute_force(score, bounds)[0])
