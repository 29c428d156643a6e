"""All shares of what limits compute are told, in one form, also those of nothing."""

import pytest

from planner.storage.sentences.spoken import speaking
from tests.ui.wording.limited import limits_of
from ui.wording.figures.limits import first_text, shares_text


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (
            {"chips": 0.73, "demand": 0.24, "money": 0.03},
            "chips 73%, demand 24%, money 3%, power 0%",
        ),
        ({"demand": 1.0}, "demand 100%, chips, money and power 0% each"),
        ({"demand": 0.997, "chips": 0.003}, "demand 99%, chips under 1%, money and power 0% each"),
    ],
)
def test_that_a_year_names_every_state_and_nothing_is_0_but_none(shares, said):
    assert shares_text(limits_of(**shares)) == said


def test_that_years_have_ranges_in_the_order_of_their_means():
    years = limits_of(chips=0.77, demand=0.23), limits_of(chips=0.51, demand=0.39, money=0.1)
    assert shares_text(*years) == "chips 51–77%, demand 23–39%, money up to 10%, power 0%"
    assert first_text(*years) == "chips 51–77%"
    few = limits_of(demand=1.0), limits_of(demand=0.998, chips=0.002)
    assert shares_text(*few) == "demand 99–100%, chips under 1%, money and power 0% each"


def test_that_nothing_is_told_of_what_was_not_counted():
    assert shares_text() == shares_text(()) == ""


def test_that_chinese_has_its_own_marks():
    with speaking("zh_CN"):
        assert shares_text(limits_of(chips=0.7, demand=0.3)).startswith("芯片")
