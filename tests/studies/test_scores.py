"""Scores reward futures that are near a figure and sure of it; floors ask for no more."""

from dataclasses import replace

import numpy as np
import pytest

from planner.facts.measured import measured_points
from planner.studies.scores import crps, is_inside, is_inside_with_error

POINT = replace(measured_points()[0], low=90.0, central=100.0, high=110.0)
FLOOR = replace(POINT, bound="floor", low=100.0, high=100.0)


def test_that_one_future_scores_its_error():
    assert crps(POINT, np.array([130.0])) == pytest.approx(0.3)


def test_that_the_score_is_the_mean_distance_less_half_the_spread():
    values = np.array([80.0, 100.0, 150.0, 90.0])
    near = np.abs(values - 100).mean()
    apart = np.abs(values[:, None] - values).mean()
    assert crps(POINT, values) == pytest.approx((near - apart / 2) / 100)


def test_that_being_sure_and_right_is_better_than_unsure_and_better_than_sure_and_wrong():
    spread = np.linspace(-1, 1, 101)
    sure, unsure = crps(POINT, 100 + spread), crps(POINT, 100 + 40 * spread)
    assert sure < unsure < crps(POINT, 160 + spread)


def test_that_a_point_is_inside_between_p10_and_p90():
    values = np.linspace(95, 195, 101)
    assert not is_inside(POINT, values)
    assert is_inside(POINT, values - 10)


def test_that_the_error_of_the_source_takes_a_near_point_in():
    values = np.linspace(103, 108, 101)
    assert not is_inside(POINT, values)
    assert is_inside_with_error(POINT, values)
    assert not is_inside_with_error(POINT, values * 2)


def test_that_the_error_lies_on_the_side_that_the_source_gives_it():
    lopsided = replace(POINT, low=99.9, high=200.0)
    assert is_inside_with_error(lopsided, np.full(11, 150.0))
    assert not is_inside_with_error(lopsided, np.full(11, 75.0))


def test_that_a_floor_is_met_by_whatever_lies_above():
    assert crps(FLOOR, np.array([100.0, 500.0])) == 0
    assert is_inside(FLOOR, np.array([100.0, 500.0, 20.0]))
    assert is_inside_with_error(FLOOR, np.array([100.0, 500.0, 20.0]))
    assert not is_inside(FLOOR, np.array([100.0, 50.0, 20.0]))
    assert crps(FLOOR, np.array([50.0])) == pytest.approx(0.5)
