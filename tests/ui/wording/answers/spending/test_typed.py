"""Amounts and bounds as they are typed and told: units, empty fields, and what is refused."""

import pytest

from planner.quantities.unit_system import UnitSystem
from ui.wording.answers.spending.bounds import bounds_text
from ui.wording.answers.spending.typed import bare_money, money_typed
from ui.wording.figures.units import telling_in
from ui.wording.paths.typed import Refused


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("200", 200),
        ("0.5bn", 500),
        ("5亿", 500),
        ("1,200", 1200),
        ("0", 0),
        ("", None),
        (" ", None),
    ],
)
def test_that_an_amount_is_read_in_any_form_and_an_empty_one_is_none(text, amount):
    assert money_typed(text) == amount


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("much", "no amount of money"),
        ("5 EFLOPS", "no amount of money"),
        ("-1", "outside 0 to 100,000"),
        ("200,000", "outside 0 to 100,000"),
        ("nan", "no amount of money"),
    ],
)
def test_that_what_is_no_amount_is_refused_in_a_sentence(text, why):
    with pytest.raises(Refused, match=why):
        money_typed(text)


def test_that_it_is_told_and_read_in_the_currency_that_is_shown():
    with telling_in(UnitSystem(money="USD")):
        assert money_typed(bare_money(710.0)) == pytest.approx(710, rel=1e-3)
        assert bare_money(710.0) != "710"


def test_that_bounds_are_told_in_short():
    assert bounds_text(0, None, 0, 0) == "any amount"
    assert bounds_text(0, 200, 0, 0) == "at most 200"
    assert bounds_text(10, None, 0, 0) == "at least 10 each"
    assert bounds_text(10, 200, 50, 1) == "10 to 200 each, 50 a place, 1 of its own"
    assert bounds_text(0, 200, 0, 2).endswith("2 of their own")
