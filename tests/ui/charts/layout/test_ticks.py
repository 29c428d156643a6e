"""Axes: round steps, zero where it costs little, years that do not touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.charts.layout.ticks import (
    log_ticks,
    nice_range,
    nice_step,
    value_ticks,
    year_names,
    year_ticks,
)


@given(
    low=st.floats(-1e9, 1e9),
    span=st.floats(1e-6, 1e9),
    most=st.integers(2, 8),
)
def test_that_a_range_holds_what_it_was_made_for(low, span, most):
    high = low + span
    bottom, top = nice_range(low, high, most)
    slack = 1e-6 * max(abs(low), abs(high), span)
    assert bottom <= low + slack
    assert top >= high - slack
    ticks, _ = value_ticks(bottom, top, most)
    assert 2 <= len(ticks) <= most + 3


@pytest.mark.parametrize(("span", "most", "step"), [(10, 5, 2), (9, 4, 2.5), (1300, 6, 250)])
def test_that_steps_are_round(span, most, step):
    assert nice_step(span, most) == step


def test_that_an_axis_begins_at_zero_where_that_costs_little():
    assert nice_range(400, 1000, 5)[0] == 0
    assert nice_range(900, 1000, 5)[0] > 0
    assert nice_range(-1000, -100, 5)[1] == 0


def test_that_shares_do_not_pass_a_hundred_percent():
    assert nice_range(0, 93, 4, ceiling=100) == (0, 100)
    assert nice_range(0, 120, 4, ceiling=100)[1] >= 120


def test_that_a_value_that_never_changes_has_room():
    bottom, top = nice_range(5, 5, 4)
    assert bottom < 5 < top
    assert nice_range(0, 0, 4) == (0, 1)


def test_that_years_thin_out_where_there_is_no_room():
    assert year_ticks(2025, 2036, 1100, 40) == tuple(range(2025, 2037))
    assert year_ticks(2025, 2036, 200, 40) == (2025, 2030, 2035)


@pytest.mark.parametrize(
    ("pixels", "names"),
    [
        (500, [str(year) for year in range(2025, 2037)]),
        (300, ["2025", *map(str, range(26, 37))]),
        (210, ["2025", "2027", "2029", "2031", "2033", "2035"]),
        (140, ["2025", "27", "29", "31", "33", "35"]),
    ],
)
def test_that_years_are_all_in_full_or_brief_after_the_first(pixels, names):
    assert list(year_names(2025, 2036, pixels, 34, 25).values()) == names


@given(low=st.floats(-12, 12), span=st.floats(1e-3, 12), most=st.integers(2, 8))
def test_that_a_logarithmic_axis_always_has_two_marks_within_it(low, span, most):
    ticks = log_ticks(low, low + span, most)
    assert len(ticks) >= 2
    assert len(set(ticks)) == len(ticks)
    assert all(low - 1e-6 <= tick <= low + span + 1e-6 for tick in ticks)
