"""Shapley values of games whose answer is known, exact and from orders drawn."""

from itertools import islice, permutations
from math import sqrt

import numpy as np
import pytest

from planner.studies.explain.game import (
    added_in,
    all_together,
    coalitions_along,
    exact_parts,
    orders,
    standard_errors,
)
from tests.some import some


def _game(players: int, futures: int = 5, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 100, (1 << players, futures))


def _by_brute_force(worth: np.ndarray) -> np.ndarray:
    """Return the mean of what each adds over all orders, one after the other."""
    players = len(worth).bit_length() - 1
    total, count = np.zeros((players, worth.shape[1])), 0
    for order in permutations(range(players)):
        there, count = 0, count + 1
        for player in order:
            total[player] += worth[there + 2**player] - worth[there]
            there += 2**player
    return total / count


@pytest.mark.parametrize("players", [1, 2, 3, 5, 7])
def test_that_parts_are_means_over_all_orders(players):
    worth = _game(players)
    assert exact_parts(worth).parts == pytest.approx(_by_brute_force(worth), abs=1e-9)


def test_that_a_pair_of_gloves_is_worth_most_to_who_has_the_rare_one():
    """One left glove and two right ones: 2/3, 1/6, 1/6, as textbooks have it."""
    worth = [[float(bool(held & 1) and bool(held & 0b110))] for held in range(8)]
    assert exact_parts(np.array(worth)).parts[:, 0] == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def test_that_a_weighted_vote_gives_the_power_of_the_textbook():
    """Quota 51 of weights 50, 49, 1: power 2/3, 1/6, 1/6 (Shapley and Shubik, 1954)."""
    weights = (50, 49, 1)
    votes = [sum(w for bit, w in enumerate(weights) if held >> bit & 1) for held in range(8)]
    worth = np.array([[float(each >= 51)] for each in votes])
    assert exact_parts(worth).parts[:, 0] == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def test_that_parts_add_up_in_every_future():
    worth = _game(10, futures=50)
    parts = exact_parts(worth).parts
    assert np.abs(parts.sum(axis=0) - (worth[-1] - worth[0])).max() < 1e-9


def test_that_a_player_who_adds_nothing_has_no_part():
    worth = _game(3)
    idle = np.concatenate((worth, worth))
    assert np.abs(exact_parts(idle).parts[3]).max() < 1e-12


def test_that_an_order_and_its_reverse_are_drawn_from_a_seed():
    drawn = [*islice(orders(6, 7), 5)]
    assert drawn == [*islice(orders(6, 7), 5)]
    assert drawn != [*islice(orders(6, 8), 5)]
    for order, reverse in some(drawn):
        assert sorted(order) == [*range(6)]
        assert order == reverse[::-1]


def test_that_what_an_order_adds_is_all_there_is():
    worth, order = _game(4), (2, 0, 3, 1)
    passed = coalitions_along(order)
    assert passed == (0, 0b100, 0b101, 0b1101, all_together(4))
    added = added_in(order, [worth[each] for each in passed])
    assert added[2] == pytest.approx(worth[0b100] - worth[0])
    assert added.sum(axis=0) == pytest.approx(worth[-1] - worth[0])


def test_that_orders_come_close_to_the_exact_parts_within_their_error():
    worth, means = _game(6, futures=1), []
    for pair in islice(orders(6, 2025), 400):
        each = [added_in(order, [worth[c] for c in coalitions_along(order)]) for order in pair]
        means.append(np.mean(each, axis=0)[:, 0])
    errors = standard_errors(means)
    assert errors == pytest.approx(np.std(means, axis=0, ddof=1) / sqrt(400))
    assert (errors > 0).all()
    missed = np.abs(np.mean(means, axis=0) - exact_parts(worth).parts[:, 0]) / errors
    assert missed.max() < 4
