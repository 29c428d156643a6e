"""A measured point is read from a run as a value, a mean, a growth or a ratio of months."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.ensemble.conditioning.measured import (
    is_comparable,
    misfit,
    observation_error,
    read_point,
)
from planner.facts.measured import measured_points

TIMES = Clock(2026).times()
CURVE = (TIMES - 2024) ** 2


@pytest.fixture
def point():
    found = {each.id: each for each in measured_points()}
    return found["V01"]


def _read(point, series, times=TIMES):
    return read_point(point, lambda *_: series, times)


def test_that_a_value_lies_on_the_line_between_two_months(point):
    assert _read(replace(point, start=2025.5, end=2025.5), TIMES) == pytest.approx(2025.5)
    between = replace(point, start=2025.17, end=2025.17)
    assert _read(between, TIMES) == pytest.approx(2025.17, abs=1e-9)


def test_that_the_first_and_the_last_month_can_be_read(point):
    for time in (TIMES[0], TIMES[-1]):
        there = replace(point, start=float(time), end=float(time))
        assert _read(there, CURVE) == pytest.approx((time - 2024) ** 2)


def test_that_a_mean_is_the_trapezoid_over_the_months(point):
    year = replace(point, reading="mean", start=2025.0, end=2026.0)
    inside = slice(0, 13)
    expected = np.trapezoid(CURVE[inside], TIMES[inside])
    assert _read(year, CURVE) == pytest.approx(expected)


def test_that_a_mean_may_begin_and_end_within_a_month(point):
    spring = replace(point, reading="mean", start=2025.15, end=2025.25)
    assert _read(spring, TIMES) == pytest.approx(2025.2)


def test_that_a_ratio_of_means_and_a_growth_are_over_the_base(point):
    dates = {"start": 2025.5, "end": 2026.0, "base_start": 2025.0, "base_end": 2025.5}
    halves = replace(point, reading="ratio", unit="1", **dates)
    assert _read(halves, TIMES - 2025) == pytest.approx(3.0)
    growth = replace(halves, reading="growth", start=2026.0, base_start=2025.5)
    assert _read(growth, TIMES - 2025) == pytest.approx(1.0)


def test_that_many_futures_are_read_at_once_and_each_as_alone(point):
    futures = np.linspace(0.5, 2.0, 7)
    year = replace(point, reading="mean", start=2025.0, end=2026.0)
    together = _read(year, CURVE[:, None] * futures)
    assert together.shape == (7,)
    assert together == pytest.approx([_read(year, CURVE * each) for each in futures])


def test_that_the_points_that_weigh_draws_can_be_read_from_eighteen_months():
    times = TIMES[:18]
    weights = [each for each in measured_points() if each.set == "weights"]
    assert len(weights) >= 10
    for point in filter(is_comparable, weights):
        assert np.isfinite(_read(point, np.ones((18, 3)), times)).all()


def test_that_a_run_that_ends_too_early_is_refused(point):
    late = replace(point, start=2027.5, end=2027.5)
    with pytest.raises(ValueError, match=r"the run holds 2025 to 2026\.9, not 2027\.5 to 2027\.5"):
        _read(late, CURVE)


def test_that_a_reading_comes_in_the_unit_of_the_point(point):
    assert _read(replace(point, unit="PFLOPS"), CURVE) == pytest.approx(1000 * 1.5**2)


def test_that_a_narrow_source_is_taken_to_be_off_by_five_percent(point):
    narrow = replace(point, low=point.central, high=point.central * 1.5)
    below, above = observation_error(narrow)
    assert below == pytest.approx(0.05 / 1.2816)
    assert above == pytest.approx(np.log(1.5) / 1.2816)


def test_that_a_misfit_is_measured_on_the_side_where_it_lies(point):
    wide = replace(point, low=point.central / 2, high=point.central * 1.1)
    values = np.array([point.central / 2, point.central, point.central * 1.1])
    assert misfit(wide, values) == pytest.approx([-1.2816, 0, 1.2816])


def test_that_a_floor_is_missed_from_below_only(point):
    floor = replace(point, bound="floor", low=point.central, high=point.central)
    off = misfit(floor, point.central * np.array([0.9, 1.0, 3.0]))
    assert off[0] < -2
    assert off[1:] == pytest.approx([0, 0])
