"""What is said of a place: budget, enterprises, money for each, other places, at the edges."""

from dataclasses import replace
from math import inf

import pytest

from planner.ensemble.projection import Request
from planner.model.sums import others_of
from planner.studies.comparison import Difference
from planner.studies.parts.budget import BudgetUse
from tests.ui.wording.sentences.rows import row
from ui.wording.figures.added_cost import AddedCost
from ui.wording.sentences.place import (
    PlaceNumbers,
    added_clause,
    budget_clause,
    others_clause,
    place_sentence,
)

CHENGDU = Request("enterprises", "chengdu")
OTHERS = Request("enterprises", others_of(("chengdu",)))
USED = BudgetUse(2025 + 11 / 12, 2025 + 8 / 12, 2026 + 4 / 12, stays=True)


def _rows(request, median, low=None, high=None, *, told=True):
    return row(request, 1_800, Difference(median, low, high, told=told))


NUMBERS = PlaceNumbers(
    "chengdu",
    2030,
    2035,
    USED,
    _rows(CHENGDU, 11, 5, 21),
    AddedCost(51.4, 23.0, 108.0, 74.8),
    _rows(OTHERS, -4),
)


def test_that_a_place_is_told_in_one_sentence():
    assert place_sentence(NUMBERS) == (
        "Chengdu: the year's budget is fully used from Dec 2025 (80%: Sep 2025 to May 2026); "
        "11 more enterprises by the end of 2030 (80%: 5 to 21), "
        "51 M CNY of added vouchers for each "
        "(80%: 23 to 110; 75 on average for all that vouchers added); "
        "the other six places lose 4."
    )


def test_that_a_place_of_which_nothing_is_known_says_nothing():
    assert place_sentence(PlaceNumbers("chengdu", 2030, 2035)) == ""


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (replace(USED, late=None), "from Dec 2025 (80%: Sep 2025 or later)"),
        (replace(USED, early=None, late=None), "the year's budget is fully used from Dec 2025"),
        (replace(USED, late=USED.early), "the year's budget is fully used from Dec 2025"),
        (replace(USED, stays=False), "first fully used in Dec 2025 (80%: Sep 2025 to May 2026)"),
        (BudgetUse(None), "the year's budget is never fully used by 2035"),
        (BudgetUse(None, 2030.25), "never fully used by 2035 (80%: Apr 2030 or later)"),
    ],
)
def test_that_a_budget_is_told_by_what_dates_are_known(budget, said):
    assert budget_clause(budget, 2035).endswith(said)


def test_that_fewer_enterprises_save_money():
    fewer = replace(NUMBERS, enterprises=_rows(CHENGDU, -16, -27, -10), each=AddedCost(29.6))
    assert added_clause(fewer) == (
        "16 fewer enterprises by the end of 2030 (80%: 10 to 27), "
        "30 M CNY of vouchers saved for each"
    )


@pytest.mark.parametrize(
    ("each", "said"), [(0.00514, "0.0051"), (9.96, "10"), (51.4, "51"), (1_249.0, "1,200")]
)
def test_that_a_cost_has_two_digits(each, said):
    numbers = replace(NUMBERS, each=AddedCost(each))
    assert added_clause(numbers).endswith(f", {said} M CNY of added vouchers for each")


def test_that_money_that_adds_nothing_in_many_futures_has_no_upper_end():
    numbers = replace(NUMBERS, each=AddedCost(51.4, 23.0, inf))
    assert added_clause(numbers).endswith(" for each (80%: 23 or more)")


def test_that_what_does_not_move_is_as_before_and_costs_nothing():
    still = replace(NUMBERS, enterprises=_rows(CHENGDU, 0.2, told=False))
    assert added_clause(still) == "enterprises as before by the end of 2030"
    assert added_clause(replace(NUMBERS, enterprises=None)) == ""


def test_that_other_places_lose_gain_or_go_unsaid():
    assert others_clause(_rows(OTHERS, 219)) == "the other six places gain 219"
    assert others_clause(_rows(OTHERS, 0.3, told=False)) == ""
    assert others_clause(None) == ""
