"""Ready paths stay in the range of their lever, and a tilt keeps the total of its plan."""

from zlib import crc32

import numpy as np
import pytest

from planner.model.paths import LAST_DATE, LeverPath, constant_path, value_at
from planner.model.ready_paths import frozen, plan_of, ramp, tilted, total_of
from planner.model.scenario import (
    Scenario,
    lever_addresses,
    lever_at,
    lever_default_path,
    with_lever,
)
from tests.some import some

NOW, HORIZON = 2027.0, 2036.0
NAMES = some(name for name in lever_addresses() if lever_at(name)[0].over_time != "constant")


def has_a_plan(name):
    """Tell whether anything of a lever's plan is left to be tilted: one year has one part."""
    row, path = lever_at(name)[0], lever_default_path(name)
    stretch = plan_of(row, path, NOW, HORIZON)
    return any(path.values) and stretch.end - stretch.start > 1


WITH_A_PLAN = some(filter(has_a_plan, NAMES))


def any_path(name, seed):
    """Return a path within the hard range of a lever, other for each seed; not all of it even."""
    row, _ = lever_at(name)
    random = np.random.default_rng((seed, crc32(name.encode())))
    dates = np.sort(random.choice(300, random.integers(2, 12), replace=False))
    high = row.most if seed % 2 else row.high
    values = random.choice((row.least, high, random.uniform(row.least, high)), len(dates))
    return LeverPath(
        tuple(
            (2025 + float(date) / 12, float(value))
            for date, value in zip(dates, values, strict=True)
        )
    )


def paths_of(name):
    return (lever_default_path(name), *(any_path(name, seed) for seed in range(12)))


@pytest.mark.parametrize("name", NAMES)
def test_that_every_ready_path_is_in_range_and_a_scenario_takes_it(name):
    row, _ = lever_at(name)
    published = lever_default_path(name)
    for path in some(paths_of(name)):
        stretch = plan_of(row, path, NOW, HORIZON)
        for ready in (
            ramp(row, path, published, NOW),
            frozen(row, path, 2028.0),
            tilted(row, path, stretch, early=True),
            tilted(row, path, stretch, early=False),
        ):
            assert all(row.least <= value <= row.most for value in some(ready.values))
            with_lever(Scenario(), name, ready)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_tilt_keeps_the_total_of_the_plan_and_all_outside_it(name):
    row, _ = lever_at(name)
    for path in some(paths_of(name)):
        stretch = plan_of(row, path, NOW, HORIZON)
        total = total_of(path, row.over_time, stretch)
        for early in (True, False):
            ready = tilted(row, path, stretch, early=early)
            assert total_of(ready, row.over_time, stretch) == pytest.approx(total, 1e-9, 1e-9)
            for date in (2025.0, 2026.5, NOW - 1e-6, _back_at(row, stretch), LAST_DATE):
                usual = value_at(path, row.over_time, date)
                assert value_at(ready, row.over_time, date) == pytest.approx(usual)


def _back_at(row, stretch):
    """Return when a tilted path is back at what it was: a line takes a month for that."""
    return min(stretch.end + (1 / 12 if row.over_time == "linear" else 0), LAST_DATE)


def _yearly(path, over_time, stretch):
    """Return the mean of a path in each whole year of a stretch."""
    starts = np.arange(stretch.start, stretch.end - 1 + 1e-9)
    return [total_of(path, over_time, type(stretch)(start, start + 1)) for start in starts]


def _tilts(name):
    """Return each path of a lever that has a tilt, with both: front-loaded, then back-loaded."""
    row, _ = lever_at(name)
    for path in paths_of(name):
        stretch = plan_of(row, path, NOW, HORIZON)
        for early in (True, False):
            ready = tilted(row, path, stretch, early=early)
            if ready != path:
                yield path, ready, stretch, 1 if early else -1


STEPS = [name for name in NAMES if lever_at(name)[0].over_time == "step"]
LINES = [name for name in NAMES if lever_at(name)[0].over_time == "linear"]


@pytest.mark.parametrize("name", some(name for name in STEPS if name in WITH_A_PLAN))
def test_that_the_share_of_each_year_falls_evenly_in_a_front_loaded_plan_and_rises_in_the_other(
    name,
):
    for path, ready, stretch, sign in some(_tilts(name)):
        before, after = (np.array(_yearly(each, "step", stretch)) for each in (path, ready))
        shares = sign * np.round(after[before != 0] / before[before != 0], 9)
        assert list(shares) == sorted(shares, reverse=True)
        assert not after[before == 0].any()


@pytest.mark.parametrize("name", NAMES)
def test_that_a_tilt_makes_nothing_negative_and_no_peak(name):
    for path, ready, stretch, _ in some(_tilts(name)):
        moments = np.linspace(stretch.start, stretch.end - 1e-6, 400)
        over_time = lever_at(name)[0].over_time
        before, after = (
            np.array([value_at(each, over_time, moment) for moment in moments])
            for each in (path, ready)
        )
        assert min(after) >= 2 * min(0, *before) - 1e-9
        assert max(after) <= 2 * max(0, *before) + 1e-9


@pytest.mark.parametrize("name", some(LINES))
@pytest.mark.parametrize("early", [True, False])
def test_that_a_published_line_goes_on_from_where_it_is_and_turns_nowhere(name, early):
    row, path = lever_at(name)[0], lever_default_path(name)
    stretch = plan_of(row, path, NOW, HORIZON)
    ready = tilted(row, path, stretch, early=early)
    assert ready != path
    assert value_at(ready, "linear", NOW) == pytest.approx(value_at(path, "linear", NOW))
    direction = value_at(path, "linear", HORIZON) - value_at(path, "linear", NOW)
    if path.is_constant:
        direction = -1 if early else 1
    years = np.round(_yearly(ready, "linear", stretch), 9)
    assert list(years) == sorted(years, reverse=direction < 0)


def test_that_a_straight_line_that_rises_does_so_later_without_a_dip_or_a_jump():
    row, _ = lever_at("other_capex")
    path = LeverPath(((2027, 700), (2036, 1600)))
    stretch = plan_of(row, path, NOW, HORIZON)
    ready = tilted(row, path, stretch, early=False)
    values = [value_at(ready, "linear", date) for date in range(2027, 2037)]
    assert values[0] == 700
    assert values == sorted(values)
    assert 1600 < values[-1] < 2000
    assert max(np.diff(values)) < 3 * 100


@pytest.mark.parametrize("name", WITH_A_PLAN)
def test_that_a_front_loaded_plan_is_spent_earlier_than_a_back_loaded_one(name):
    row, _ = lever_at(name)
    path = lever_default_path(name)
    stretch = plan_of(row, path, NOW, HORIZON)
    middle = (stretch.start + stretch.end) / 2
    halves = [
        total_of(tilted(row, path, stretch, early=early), row.over_time, first_half)
        for early in (True, False)
        for first_half in [type(stretch)(stretch.start, middle)]
    ]
    assert halves[0] > total_of(path, row.over_time, type(stretch)(stretch.start, middle))
    assert halves[1] < halves[0]


def test_that_a_budget_that_ends_is_tilted_until_its_end_and_still_ends():
    row, _ = lever_at("voucher_budget.chengdu")
    path = lever_default_path("voucher_budget.chengdu")
    stretch = plan_of(row, path, NOW, HORIZON)
    assert (stretch.start, stretch.end) == (2027, 2031)
    ready = tilted(row, path, stretch, early=True)
    assert ready.values[-5:] == pytest.approx((150, 350 / 3, 250 / 3, 50, 0))
    assert ready.dates[-5:] == (2027, 2028, 2029, 2030, 2031)


def test_that_a_plan_of_nothing_and_a_plan_at_both_ends_of_the_range_stay():
    row, _ = lever_at("subsidy_rate.henan")
    for path in (constant_path(0), constant_path(1)):
        stretch = plan_of(row, path, NOW, HORIZON)
        ready = tilted(row, path, stretch, early=True)
        assert {value_at(ready, "step", date) for date in (2027, 2030, 2040)} == {path.values[0]}


def test_that_a_part_of_a_plan_is_tilted_by_itself_and_keeps_its_sum():
    row, _ = lever_at("alibaba_plan")
    assert row.part
    whole = row.part.of
    path = lever_default_path("alibaba_plan")
    stretch = plan_of(row, path, NOW, HORIZON)
    assert (stretch.start, stretch.end) == (2027, 2028.25)
    ready = tilted(whole, path, stretch, early=True)
    assert ready != path
    plan = type(stretch)(row.part.start, row.part.end)
    assert total_of(ready, "step", plan) == pytest.approx(380)


def test_that_a_ramp_rises_from_the_published_value_to_what_the_slider_says_and_still_ends():
    row, _ = lever_at("voucher_budget.chengdu")
    published = lever_default_path("voucher_budget.chengdu")
    assert ramp(row, published, published, NOW).values[-5:] == pytest.approx(
        (100, 400 / 3, 500 / 3, 200, 0)
    )
    moved = LeverPath(((2025, 40), (2025.667, 400), (2031, 0)))
    ready = ramp(row, moved, published, NOW)
    assert ready.knots[:2] == published.knots[:2]
    assert ready.values[-5:] == pytest.approx((100, 200, 300, 400, 0))


@pytest.mark.parametrize("name", NAMES)
def test_that_a_ramp_never_falls_until_its_top(name):
    row, _ = lever_at(name)
    published = lever_default_path(name)
    ready = ramp(row, published, published, NOW)
    dates = (2027, 2028, 2029, 2030)
    values = [value_at(ready, row.over_time, date) for date in dates]
    assert values == sorted(values)


def test_that_a_frozen_path_keeps_its_past_and_then_one_value():
    row, _ = lever_at("other_capex")
    path = lever_default_path("other_capex")
    ready = frozen(row, path, 2028.5)
    assert ready.knots == (*path.knots[:4], (2028.5, pytest.approx(883.5)))
    assert frozen(row, path, 2025.0) == constant_path(523)
