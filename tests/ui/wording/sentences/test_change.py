"""What is said of a change, and of a level, at the edges of both."""

from dataclasses import replace
from math import inf, nan

import pytest

from planner.ensemble.projection import Request
from planner.storage.sentences.direction import isolated
from planner.studies.comparison import Difference
from tests.ui.wording.sentences.rows import row
from ui.wording.sentences.change import (
    change_sentence,
    is_moved,
    is_open,
    level_sentence,
    size_of_change,
)

FIRMS = Request("enterprises")
RENT = Request("rent", "centers")


def _said(request, below, *numbers, reference="", told=True):
    found = replace(Difference(*numbers), told=told)
    return change_sentence(row(request, below, found), reference)


def test_that_what_is_counted_is_more_or_fewer():
    more = _said(FIRMS, 12_263, 435, 263, 744, 1.0, 0.0)
    assert more == (
        "By December 2030: 435 more AI enterprises than in the baseline (80%: 263 to 744), "
        "in all futures."
    )
    fewer = _said(FIRMS, 12_263, -12, -21, -7, 0.0, 0.994)
    assert fewer == (
        "By December 2030: 12 fewer AI enterprises than in the baseline (80%: 7 to 21), "
        "in 99% of futures."
    )


def test_that_anything_else_is_higher_or_lower_with_its_unit():
    said = _said(Request("used_compute"), 2_876, 369, 282, 466, 1.0, 0.0)
    assert "used compute 369 EFLOPS realized higher than in" in said
    points = _said(Request("utilization", "centers"), 0.398, 0.106, 0.089, 0.124, 1.0, 0.0)
    assert "utilization in centers 10.6 points higher than in" in points
    assert "(80%: 8.9 to 12.4)" in points


def test_that_a_range_with_both_signs_keeps_them_and_is_called_open():
    said = _said(FIRMS, 12_263, 12, -30, 60, 0.62, 0.36)
    assert "(80%: −30 to +60); open: higher in 62% of futures, lower in 36%." in said
    assert is_open(Difference(12, -30, 60))
    assert not is_open(Difference(12, 0, 60))
    assert not is_open(Difference(12))


@pytest.mark.parametrize(("higher", "said"), [(0.999, "99%"), (0.004, "1%"), (1.0, "all")])
def test_that_all_futures_are_only_all(higher, said):
    assert f", in {said}" in _said(FIRMS, 10_000, 40, 10, 90, higher, 0.0)


def test_that_a_change_less_than_the_level_can_tell_is_as_the_reference():
    said = _said(FIRMS, 12_263, 0.2, 0.1, 0.4, 1.0, 0.0, told=False)
    assert said == "By December 2030: AI enterprises as in the baseline."
    named = _said(FIRMS, 12_263, 0.2, told=False, reference="Network in 2 years")
    assert named.removesuffix(".").endswith(isolated("Network in 2 years"))


def test_that_a_median_of_nothing_with_a_wide_range_is_said_of_the_median():
    said = _said(FIRMS, 12_263, 0.2, -3, 5, 0.5, 0.4)
    assert said.startswith("By December 2030: AI enterprises at the median as in the baseline")
    assert "(80%: −3 to +5); open:" in said


def test_that_without_futures_there_is_neither_range_nor_share():
    said = _said(FIRMS, 12_263, 435)
    assert said == "By December 2030: 435 more AI enterprises than in the baseline."


def test_that_a_range_of_one_number_is_left_out():
    assert "(80%" not in _said(FIRMS, 12_263, 346, 346.1, 345.9, 1.0, 0.0)
    assert "(80%: 346 to 347)" in _said(FIRMS, 12_263, 346, 346, 347, 1.0, 0.0)


@pytest.mark.parametrize("median", [nan, inf])
def test_that_what_is_no_number_is_not_said(median):
    assert _said(FIRMS, 12_263, median) == ""
    assert not is_moved(row(FIRMS, 12_263, Difference(median)))


def test_that_places_are_named_one_by_one_and_many_by_their_number():
    two = _said(Request("enterprises", "shanghai+chengdu"), 3_000, 20)
    assert "20 more AI enterprises in Shanghai + Chengdu than" in two
    six = "beijing+shanghai+shenzhen+ningbo+shandong+henan"
    assert "in the other six places than" in _said(Request("enterprises", six), 9_000, 20)


def test_that_names_keep_their_capital_within_a_sentence():
    assert ": Alibaba's AI investment 3.0 bn" in _said(Request("alibaba_capex"), 20, 3)
    assert ": electricity 3.0 TWh" in _said(Request("electricity"), 20, 3)
    assert "H100 equivalents" in _said(Request("h100_equivalents"), 2e6, 1e6)


def test_that_a_baseline_has_its_level_and_range():
    level = level_sentence(row(FIRMS, 12_263, None))
    assert level == "December 2030: 12,263 AI enterprises (80%: 12,262 to 12,264)."
    rent = level_sentence(row(RENT, 0.05, None))
    assert rent.startswith("December 2030: compute rent in centers 5.64 CNY/card-h (80%: ")
    assert level_sentence(row(FIRMS, nan, None)) == ""
    assert change_sentence(row(FIRMS, 12_263, None), "") == ""
    assert size_of_change(row(FIRMS, 12_263, None)) == ""
