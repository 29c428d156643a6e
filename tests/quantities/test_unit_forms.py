"""Every unit is shown, one without a row too: in words made of its parts."""

import pytest

from planner.facts.convert import factor
from planner.model.graph import model
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_table import SHARE_OF_FUTURES


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("firm", "enterprises"),
        ("share", "%"),
        ("1", "plain number"),
        ("yr", "years"),
        ("EFLOPS", "EFLOPS (FP16)"),
        ("EFLOPS/yr", "EFLOPS (FP16) per year"),
        ("EFLOPS realized", "EFLOPS (FP16) realized"),
        ("PFLOPS/firm", "PFLOPS (FP16) per enterprise"),
        ("M CNY", "million CNY"),
        ("M CNY/firm", "million CNY per enterprise"),
        ("bn CNY/yr", "billion CNY per year"),
        ("bn CNY/EFLOPS/yr", "CNY per card-hour (H100 equivalent)"),
        ("bn CNY/EFLOPS/(M person)", "bn CNY/EFLOPS/(M person)"),
        ("TWh/yr", "TWh per year"),
        ("trn token/day", "trillion tokens per day"),
        ("CNY/M token", "CNY per million tokens"),
        ("parsec/fortnight", "parsec per fortnight"),
        ("firm/(M CNY/yr)", "firm/(M CNY/yr)"),
    ],
)
def test_that_a_unit_is_said_in_words_whether_or_not_it_has_a_row(unit, words):
    assert unit_form(unit).words == words


def test_that_a_unit_without_a_row_is_shown_as_it_is_written():
    form = unit_form("parsec/fortnight")
    assert (form.shown, form.factor, form.difference) == ("parsec/fortnight", 1.0, form.shown)
    assert not form.is_count


def test_that_only_things_are_counted():
    assert unit_form("firm").is_count
    assert not unit_form("M CNY/firm").is_count


def test_that_accelerators_are_told_in_millions_and_shares_of_futures_in_percent():
    cards, states = unit_form("H100"), unit_form(SHARE_OF_FUTURES)
    assert 1_360_000 * cards.factor == pytest.approx(1.36)
    assert cards.shown == "M H100"
    assert (states.factor, states.shown, states.words) == (100.0, "%", "% of futures")
    assert states.difference == "points"


def test_that_a_shortage_is_told_in_times_what_is_on_offer_without_a_change_of_its_numbers():
    shortage = model().outcomes["chip_shortage"]
    told = unit_form(shortage.told_in)
    assert (shortage.unit, told.shown, told.words) == ("1", "times", "times what is on offer")
    for outcome in model().outcomes.values():
        assert outcome.is_counted or factor(outcome.unit, outcome.told_in) == 1.0
