"""The budget that is enough lies where the next one costs what it is worth."""

import numpy as np
import pytest

from planner.studies.money.enough import enough


def _enough(budgets: list[float], costs: list[float], worth: float) -> float:
    return float(enough(budgets, np.array(costs)[:, None], worth)[0])


def test_that_it_lies_between_the_middles_where_costs_pass_what_it_is_worth():
    assert _enough([0, 100, 200, 300], [10, 20, 40], 30) == pytest.approx(200)
    assert _enough([0, 100, 200, 300], [10, 20, 40], 20) == pytest.approx(150)


def test_that_it_is_nothing_where_even_the_first_costs_too_much():
    assert _enough([0, 100, 200], [50, 60], 30) == 0


def test_that_it_is_beyond_what_was_tried_where_all_are_worth_it():
    assert _enough([0, 100, 200], [10, 20], 30) == np.inf


def test_that_a_budget_that_adds_nothing_more_is_half_way_to_where_it_stops():
    assert _enough([0, 100, 200], [10, np.inf], 30) == pytest.approx(100)


def test_that_a_dear_first_one_does_not_hide_cheaper_ones_behind_it():
    assert _enough([0, 100, 200, 300], [50, 10, 50], 30) == pytest.approx(200)


def test_that_it_is_undefined_where_a_cost_is():
    assert np.isnan(_enough([0, 100, 200], [10, np.nan], 30))


def test_that_each_future_has_its_own():
    found = enough([0, 100, 200], np.array([[10.0, 50.0], [20.0, 60.0]]), 30)
    assert found.tolist() == [np.inf, 0]
