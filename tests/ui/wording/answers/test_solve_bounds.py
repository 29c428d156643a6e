"""A bound of a lever is read in its shown unit, is nothing for the usual end, or is refused."""

import pytest

from planner.studies.solve.handle import handle_of
from ui.wording.answers.solve_bounds import ENDS, bound_typed
from ui.wording.paths.typed import Refused

CENTERS, BUDGET = handle_of("center_sellable_target"), handle_of("voucher_budget")


def test_that_a_bound_is_read_in_the_unit_of_its_lever():
    assert bound_typed(CENTERS, "low", "30").low == pytest.approx(0.3)
    assert bound_typed(CENTERS, "high", "85%").high == pytest.approx(0.85)
    assert bound_typed(BUDGET, "high", "8 bn CNY/yr").high == pytest.approx(8000)
    assert bound_typed(BUDGET, "high", "2亿").high == pytest.approx(200)


def test_that_nothing_is_the_end_of_the_slider():
    narrow = handle_of("voucher_budget", 1000, 2000)
    assert [bound_typed(narrow, end, " ") for end in ENDS] == [
        handle_of("voucher_budget", 0, 2000),
        handle_of("voucher_budget", 1000, 10_000),
    ]


@pytest.mark.parametrize(
    ("end", "text", "word"),
    [
        ("low", "95", "no room to move: 95% is not below 90%"),
        ("high", "20%", "no room to move: 20% is not above 20%"),
        ("high", "lots", "cannot be"),
        ("high", "170", "allowed are"),
        ("low", "-5", "allowed are"),
        ("low", "2026: 30, 2028: 40", "one number"),
        ("low", "nan", "cannot be"),
    ],
)
def test_that_what_is_no_bound_is_refused_in_plain_words(end, text, word):
    with pytest.raises(Refused, match=word) as refusal:
        bound_typed(CENTERS, end, text)
    assert "center_sellable" not in str(refusal.value)
