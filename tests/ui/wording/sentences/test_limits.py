"""What is said of limits and of chips wanted, at the edges."""

from math import inf, nan

import pytest

from planner.model.graph import model
from planner.studies.parts.limits import LimitShare
from ui.wording.sentences.limits import limits_sentence, shortage_clause


def _limit(key, share):
    return (LimitShare(model().outcomes["limit"].state(key), share),)


def test_that_one_cause_of_both_segments_is_said_once():
    limits = {"cloud": _limit("demand", 0.66), "centers": _limit("demand", 0.68)}
    assert limits_sentence(limits, 2030, 1.66) == (
        "2030 mean: limited by demand in clouds (66% of futures) and centers (68%); "
        "in Dec, 1.66 chips wanted per chip on offer."
    )


def test_that_two_causes_are_said_each_of_its_segment():
    limits = {"cloud": _limit("chips", 0.58), "centers": _limit("demand", 1.0)}
    assert limits_sentence(limits, 2028, None) == (
        "2028 mean: clouds limited by chips (58% of futures), centers by demand (all futures)."
    )


def test_that_a_cause_of_less_than_half_is_the_largest_share():
    limits = {"cloud": _limit("money", 0.41)}
    assert limits_sentence(limits, 2026, None) == (
        "2026 mean: clouds limited by money (41% of futures, the largest share)."
    )


def test_that_nothing_is_said_of_what_was_not_counted():
    assert limits_sentence({"cloud": (), "centers": ()}, 2028, 2.05) == ""
    half = limits_sentence({"cloud": (), "centers": _limit("power", 0.7)}, 2028, None)
    assert half == "2028 mean: centers limited by power (70% of futures)."


@pytest.mark.parametrize("wanted", [None, nan, inf, 0.4, 1.0, 1.004])
def test_that_no_shortage_is_said_where_no_more_chips_are_wanted_than_offered(wanted):
    assert shortage_clause(wanted) == ""


def test_that_a_shortage_is_said_from_the_first_printed_hundredth_on():
    assert "; in Dec, 1.01 chips wanted" in shortage_clause(1.006)
    assert "; in Dec, 2.05 chips wanted" in shortage_clause(2.05)


def test_that_of_one_future_shares_are_of_the_year_and_no_mean_is_named():
    said = limits_sentence({"cloud": _limit("chips", 0.4)}, 2028, None, is_one_future=True)
    assert said == "2028: clouds limited by chips (40% of the year)."
