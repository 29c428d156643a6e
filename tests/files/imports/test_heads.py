"""Columns are found by the names above them."""

from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid
from planner.files.imports.heads import columns_named
from planner.files.imports.sheet_marks import Marks


def test_that_columns_are_found_whatever_the_case_and_the_order():
    grid = Grid("Paths", {1: {1: 2025, 2: " Key", 5: "SCENARIO", 6: "note"}}, Marks())
    faults = Faults()
    assert columns_named(grid, ("key", "scenario", "unit"), faults) == {"key": 2, "scenario": 5}
    assert len(faults) == 0


def test_that_a_name_above_two_columns_is_a_fault():
    faults = Faults()
    grid = Grid("Paths", {1: {3: "key", 7: "KEY"}}, Marks())
    assert columns_named(grid, ("key",), faults) == {"key": 3}
    assert len(faults) == 1
