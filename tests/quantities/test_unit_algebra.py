"""Products and quotients of units, and which of them agree."""

import pytest

from planner.model.graph import model
from planner.quantities.unit_algebra import agrees, product, quotient
from tests.some import some


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("EFLOPS", "bn CNY/EFLOPS", "bn CNY"),
        ("firm", "M CNY/firm/yr", "M CNY/yr"),
        ("share", "share", "share"),
        ("share", "1", "1"),
        ("share", "firm", "firm"),
        ("EFLOPS", "EFLOPS realized/EFLOPS", "EFLOPS realized"),
        ("1/yr", "1/yr", "1/yr/yr"),
    ],
)
def test_that_a_product_is_written_as_short_as_it_can_be(left, right, expected):
    assert product(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("bn CNY/yr", "bn CNY/EFLOPS", "EFLOPS/yr"),
        ("firm", "firm", "1"),
        ("1", "yr", "1/yr"),
        ("share", "share", "1"),
    ],
)
def test_that_a_quotient_is_written_as_short_as_it_can_be(left, right, expected):
    assert quotient(left, right) == expected


def test_that_units_agree_that_measure_the_same_in_one_size():
    assert agrees("GW*h/yr", product("GW", "h/yr"))
    assert agrees("TWh/yr", quotient(product("MW", "h/yr"), "MWh/TWh"))
    assert agrees("H100", "1")
    assert agrees("kW", "MW") is False
    assert agrees("bn CNY", "M CNY") is False
    assert agrees("EFLOPS", "EFLOPS realized") is False


def test_that_every_unit_of_the_model_divided_by_itself_is_none():
    for unit in some(set(model().units.values())):
        assert quotient(unit, unit) == "1"
        assert agrees(product(unit, "1"), unit)
