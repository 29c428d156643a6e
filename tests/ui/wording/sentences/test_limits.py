"""What is said of limits and of chips wanted, at the edges."""

from math import inf, nan

import pytest

from tests.ui.wording.limited import limits_of
from ui.wording.sentences.limits import limits_sentence, shortage_clause


def test_that_each_segment_has_all_its_shares_the_largest_first():
    limits = {
        "cloud": limits_of(demand=0.61, chips=0.36, money=0.03),
        "centers": limits_of(demand=1.0),
    }
    assert limits_sentence(limits, 2030, 1.66) == (
        "2030 mean, share of futures: clouds limited by demand 61%, chips 36%, money 3%, power 0%; "
        "centers by demand 100%, chips, money and power 0% each; "
        "in Dec, 1.66 chips wanted per chip on offer."
    )


def test_that_nothing_is_said_of_what_was_not_counted():
    assert limits_sentence({"cloud": (), "centers": ()}, 2028, 2.05) == ""
    half = limits_sentence({"cloud": (), "centers": limits_of(power=0.7, chips=0.3)}, 2028, None)
    assert half == (
        "2028 mean, share of futures: centers limited by power 70%, chips 30%, "
        "money and demand 0% each."
    )


@pytest.mark.parametrize("wanted", [None, nan, inf, 0.4, 1.0, 1.004])
def test_that_no_shortage_is_said_where_no_more_chips_are_wanted_than_offered(wanted):
    assert shortage_clause(wanted) == ""


def test_that_a_shortage_is_said_from_the_first_printed_hundredth_on():
    assert "; in Dec, 1.01 chips wanted" in shortage_clause(1.006)
    assert "; in Dec, 2.05 chips wanted" in shortage_clause(2.05)


def test_that_of_one_future_shares_are_of_the_year_and_so_called():
    said = limits_sentence(
        {"cloud": limits_of(chips=0.4, money=0.6)}, 2028, None, is_one_future=True
    )
    assert said == (
        "2028, share of the year: clouds limited by money 60%, chips 40%, power and demand 0% each."
    )
