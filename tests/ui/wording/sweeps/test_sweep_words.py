"""What the window of a sweep calls numbers and inputs: as the rest of the window does."""

import pytest

from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import speaking
from planner.sweep.design.inputs import Input
from planner.sweep.plan.columns import Column
from ui.wording.figures.units import telling_in
from ui.wording.paths.typed import Refused
from ui.wording.sweeps.inputs import input_told, world_told
from ui.wording.sweeps.numbers import column_text, level_read, level_to_edit, number_text

MONEY = Column("net_public_cost", "", 71)


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        (Input("voucher_budget.shanghai"), "Voucher budget, Shanghai, M CNY/yr"),
        (Input("voucher_budget"), "Voucher budget, each place, M CNY/yr"),
        (Input("center_sellable_target"), "What centers can sell"),
        (
            Input("crowd_in", is_fixed=True),
            "Private money per CNY of public funds (same in all futures)",
        ),
    ],
    ids=["place", "each place", "percent", "fixed"],
)
def test_that_an_input_is_called_as_in_the_window(given, heading):
    assert input_told(given).heading == heading


def test_that_a_value_is_told_with_its_unit():
    assert input_told(Input("voucher_budget.shanghai")).value(900) == "900 M CNY/yr"
    assert input_told(Input("center_sellable_target")).value(0.55) == "55%"


def test_that_numbers_are_told_in_the_chosen_units_and_levels_read_in_them():
    assert column_text(Column("enterprises", "shanghai", 41)) == (
        "AI enterprises, Shanghai, June 2028"
    )
    level = level_read(MONEY, "at most", "12")
    assert number_text(MONEY, float("nan")) == "–"
    assert level_to_edit(MONEY, level.value) == "12"
    with telling_in(UnitSystem(money="USD")):
        assert level_to_edit(MONEY, level.value) != "12"
        dollars = level_read(MONEY, "at most", "12")
    assert dollars.value > level.value
    with pytest.raises(Refused):
        level_read(MONEY, "at most", "much")


def test_that_worlds_and_numbers_are_named_in_the_language_that_is_spoken():
    with speaking("zh_CN"):
        assert column_text(Column("enterprises", "", 71)).endswith("2030年12月")
    assert world_told("tight_chips") == "Tight chips"
