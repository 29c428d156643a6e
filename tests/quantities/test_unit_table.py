"""The table of units is the only place that knows one: a row added to a copy is seen everywhere."""

import subprocess
import sys
from fractions import Fraction
from itertools import chain

import pytest

from planner.facts.convert import can_convert, factor
from planner.model.graph import model
from planner.quantities.unit_parts import measured, unit_parts
from planner.quantities.unit_table import UNITS

NEW_UNIT = """
from planner.quantities import unit_table
from planner.quantities.unit_row import UnitRow

row = UnitRow(
    key="rack unit", measure="racks", size=unit_table.Fraction(1, 42), shown="k U", short="U",
    words="thousand rack units", one="rack unit", factor=1e-3, difference="U more", is_mean=True,
    is_grouped=False, moves_by_sum=True, typed=("rack unit", "rack units", "u"), xmile="RU",
    xmile_equation="rack/42",
)
unit_table.UNITS = {**unit_table.UNITS, row.key: row}

from planner.facts.convert import convert
from planner.files.exports.xmile_units import unit_equations, xmile_unit
from planner.quantities.typed.reading import read_quantity
from planner.quantities.shown import shown_unit, unit_of_difference
from planner.quantities.unit_forms import unit_form

assert convert(84.0, "rack unit", "rack") == 2.0
assert convert(1.0, "k rack unit/yr", "rack unit/yr") == 1000.0
assert read_quantity("2k U", "rack unit") == 2000.0
assert shown_unit("rack unit") == ("k U", 1e-3)
assert unit_of_difference("rack unit") == "U more"
assert unit_form("rack unit").short == "U"
assert unit_form("M CNY/rack unit").words == "million CNY per rack unit"
assert xmile_unit("M CNY/rack unit") == "M_CNY/RU"
assert unit_equations()["rack_unit"] == "rack/42"
"""


def test_that_a_unit_added_to_a_copy_of_the_table_is_seen_everywhere():
    run = subprocess.run(
        [sys.executable, "-c", NEW_UNIT], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr


def test_that_the_table_knows_every_part_of_every_unit_of_the_model():
    units = set(model().units.values()) | {row.unit for row in model().outcomes.values()}
    parts = set(chain.from_iterable(map(unit_parts, units)))
    assert len(parts) > 20
    assert not {part.text for part in parts if part.row is None}
    assert not {unit for unit in units if measured(unit) is None}


def test_that_each_measure_has_a_unit_of_size_one():
    measures = {row.measure for row in UNITS.values() if row.measure}
    assert len(measures) > 15
    assert measures == {row.measure for row in UNITS.values() if row.size == 1 and row.measure}


def test_that_a_form_that_people_type_belongs_to_one_unit():
    typed = list(chain.from_iterable(row.typed for row in UNITS.values()))
    assert len(typed) > 100
    assert len(typed) == len(set(typed))


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("M CNY", Fraction(10**6)),
        ("bn CNY/quarter", Fraction(4 * 10**9)),
        ("%/yr", Fraction(1, 100)),
    ],
)
def test_that_a_product_of_units_has_the_product_of_their_sizes(unit, size):
    found = measured(unit)
    assert found is not None
    assert found.size == size


def test_that_realized_compute_is_not_nameplate_though_their_ratio_is_a_number():
    assert not can_convert("EFLOPS realized", "EFLOPS")
    assert factor("EFLOPS realized/EFLOPS", "share") == 1.0
    assert not can_convert("parsec", "parsec")
