"""Numbers are told in other currencies and measures of compute, and read back as themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.facts.load import evidence
from planner.model.graph import model
from planner.quantities.typed.reading import read_quantity
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, CNY_PER_USD, RATE_EVIDENCE, UnitSystem
from tests.some import some

DOLLARS = UnitSystem(money="USD")
CARDS = UnitSystem(compute="H100e")
BOTH = UnitSystem(money="USD", compute="H100e")


def test_that_the_rate_is_that_of_its_evidence():
    fact = evidence().facts[RATE_EVIDENCE]
    assert fact.unit == "CNY/USD"
    assert float(CNY_PER_USD) == fact.value


@pytest.mark.parametrize(
    ("unit", "system", "shown", "value", "told"),
    [
        ("bn CNY/yr", DOLLARS, "bn USD/yr", 720.0, 100.0),
        ("M CNY/firm", DOLLARS, "M USD/enterprise", 36.0, 5.0),
        ("firm/M CNY", DOLLARS, "enterprises/M USD", 1.0, 7.2),
        ("EFLOPS", CARDS, "k H100e", 0.989, 1.0),
        ("EFLOPS realized", CARDS, "k H100e realized", 98.9, 100.0),
        ("PFLOPS realized/firm", CARDS, "H100e realized/enterprise", 0.989, 1.0),
        ("kW/PFLOPS", CARDS, "kW/H100e", 1.0, 0.989),
        ("bn CNY/EFLOPS", CARDS, "M CNY/H100e", 0.2, 0.2 * 0.989),
        ("bn CNY/EFLOPS", BOTH, "M USD/H100e", 7.2, 0.989),
        ("bn CNY/EFLOPS/yr", BASE, "CNY/card-h", 0.108, 12.193150684931507),
        ("bn CNY/EFLOPS/yr", CARDS, "CNY/card-h", 0.108, 12.193150684931507),
        ("bn CNY/EFLOPS/yr", DOLLARS, "USD/card-h", 0.108, 12.193150684931507 / 7.2),
        ("share", BOTH, "%", 0.5, 50.0),
        ("firm", BOTH, "enterprises", 7.0, 7.0),
        ("H100", BOTH, "M H100", 1e6, 1.0),
    ],
)
def test_that_a_number_is_told_in_the_units_of_a_system(unit, system, shown, value, told):
    form = unit_form(unit, system)
    assert form.shown == shown
    assert value * form.factor == pytest.approx(told, rel=1e-12)


def test_that_no_unit_of_the_model_keeps_yuan_or_flops_where_others_are_wanted():
    known = model()
    outcomes = {row.unit for row in known.outcomes.values()}
    levers = {row.unit for row in known.levers.values()}
    assumptions = {row.unit for row in known.assumptions.values()}
    for unit in some(outcomes | levers | assumptions):
        form = unit_form(unit, BOTH)
        for text in (form.shown, form.short, form.words, form.difference_words, form.typed):
            assert "CNY" not in text, unit
            assert "FLOPS" not in text, unit


@given(number=st.floats(min_value=1e-3, max_value=1e6), system=st.sampled_from([BASE, BOTH]))
def test_that_a_number_typed_in_the_shown_unit_is_that_number(number, system):
    for unit in ("bn CNY/yr", "M CNY/yr", "EFLOPS/yr", "bn CNY/EFLOPS", "bn CNY/EFLOPS/yr"):
        form = unit_form(unit, system)
        text = f"{number:.9g} {form.shown}"
        assert read_quantity(text, form.typed) == pytest.approx(float(f"{number:.9g}"), rel=1e-12)
        base = read_quantity(text, unit)
        assert base * form.factor == pytest.approx(float(f"{number:.9g}"), rel=1e-9)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("53 bn USD", "bn CNY", 381.6),
        ("$400M", "M CNY/yr", 2880.0),
        ("5亿美元", "M CNY", 3600.0),
        ("7.2 bn CNY", "bn USD", 1.0),
        ("100k H100", "EFLOPS/yr", 98.9),
        ("10万 H100e", "k H100e/yr", 100.0),
        ("12 CNY/card-hour", "CNY/H100e/h", 12.0),
        ("12元/卡时", "CNY/H100e/h", 12.0),
        ("12.193150684931507 CNY per GPU hour", "bn CNY/EFLOPS/yr", 0.108),
    ],
)
def test_that_each_currency_and_measure_is_understood_where_another_is_shown(text, unit, value):
    assert read_quantity(text, unit) == pytest.approx(value, rel=1e-12)
