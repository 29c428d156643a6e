"""A value is said with the unit a reader knows, and in words where it is no number."""

from math import inf, nan

import pytest

from planner.model.graph import model
from planner.quantities.shown import (
    in_range,
    shown_unit,
    unit_of_difference,
    with_unit,
    words_of,
    words_of_difference,
)
from planner.quantities.told.values import range_text


def test_that_a_bare_number_has_no_unit_and_a_word_takes_none():
    assert shown_unit("1") == ("", 1.0)
    assert with_unit("1.00", "") == "1.00"
    assert with_unit("60.0", "%") == "60.0%"
    assert with_unit("unbounded", "M CNY") == "unbounded"
    assert with_unit("…", "years") == "…"


def test_that_no_unit_of_the_model_is_shown_as_one():
    levers, assumptions, outcomes = model().levers, model().assumptions, model().outcomes
    units = {
        *(row.unit for row in levers.values()),
        *(row.unit for row in assumptions.values()),
        *(row.unit for row in outcomes.values()),
    }
    shown = map(shown_unit, units)
    assert "1" in units
    assert not {"1", "share"} & {unit for unit, _ in shown}


def test_that_percents_differ_by_points_and_all_else_by_its_unit():
    assert unit_of_difference("share") == "points"
    assert unit_of_difference("1/yr") == "points/yr"
    assert unit_of_difference("EFLOPS") == "EFLOPS"


def test_that_what_is_no_number_has_a_word():
    assert [words_of(value) for value in (1.0, 0.0, inf, -inf, nan)] == [
        "",
        "",
        "unbounded",
        "unbounded below",
        "undefined",
    ]


@pytest.mark.parametrize(
    ("value", "reference", "words"),
    [
        (3.0, 2.0, ""),
        (inf, 2.0, "unbounded"),
        (3.0, inf, "baseline unbounded"),
        (inf, inf, "both unbounded"),
        (nan, nan, "both undefined"),
        (nan, 2.0, "undefined"),
        (3.0, nan, "baseline undefined"),
        (inf, nan, "baseline undefined"),
    ],
)
def test_that_a_missing_difference_says_why(value, reference, words):
    assert words_of_difference(value, reference, "baseline") == words


def test_that_a_range_of_one_word_says_it_once():
    assert in_range("{low} to {high}", "unbounded", "unbounded") == "unbounded"
    assert in_range("{low} to {high}", "3.0", "unbounded") == "3.0 to unbounded"
    assert in_range("{low} to {high}", "0", "0") == "0 to 0"


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (0.01, 1, "share", "0.01 to 1 (1% to 100%)"),
        (0, 1, "1", "0 to 1"),
        (2025, 2051, "year", "2025 to 2051"),
        (0, 100_000, "M CNY/yr", "0 to 100000 M CNY/yr"),
        (0.25, 50, "yr", "0.25 to 50 years"),
    ],
)
def test_that_a_range_is_said_as_it_is_typed_and_as_it_is_seen(low, high, unit, said):
    assert range_text(low, high, unit) == said
