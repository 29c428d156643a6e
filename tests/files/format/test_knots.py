"""Knots in a file: their shape, and a sentence of its own for each fault."""

import pytest

from planner.files.format.knots import fault_of_knots, path_of, schema_of_knots
from planner.model.graph import model
from planner.model.paths import KNOTS_AT_MOST, LeverPath

LEVER = model().levers["alibaba_capex"]
SCHEMA = schema_of_knots(LEVER.least, LEVER.most, LEVER.unit)
GOOD: list[list[float]] = [[2025, 1], [2026.5, 2]]


def test_that_good_knots_have_no_fault_and_are_the_path_they_say():
    assert fault_of_knots(GOOD, SCHEMA, "levers.x", "f") is None
    assert path_of(GOOD) == LeverPath(((2025.0, 1.0), (2026.5, 2.0)))


@pytest.mark.parametrize(
    ("knots", "key"),
    [
        ([], "knots_count"),
        ([[2025, 1]] * (KNOTS_AT_MOST + 1), "knots_count"),
        ([[2025, 1], 7], "knot_pair"),
        ([[2025, 1, 2]], "knot_pair"),
        ([[1999, 1]], "knot_date"),
        ([["2025", 1]], "knot_date"),
        ([[2025, LEVER.most * 2]], "knot_value"),
        ([[2025, True]], "knot_value"),
        ([[2025, float("nan")]], "knot_value"),
        ([[2026, 1], [2025, 2]], "dates_rise"),
        ([[2025, 1], [2025, 2]], "dates_rise"),
    ],
)
def test_that_each_fault_has_a_sentence_of_its_own(knots, key):
    fault = fault_of_knots(knots, SCHEMA, "levers.x", "f")
    assert fault is not None
    assert fault.key == key
    assert "levers.x" in str(fault)


def test_that_the_number_of_the_knot_is_told():
    fault = fault_of_knots([*GOOD, [2030, "a"]], SCHEMA, "levers.x", "f")
    assert fault is not None
    assert fault.values["number"] == 3
