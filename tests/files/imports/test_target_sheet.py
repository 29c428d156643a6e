"""The sheet of targets: a row for each, in the order in which they stand."""

from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid
from planner.files.imports.sheet_marks import Marks
from planner.files.imports.target_sheet import read_targets

HEAD = ("outcome", "level", "scenario", "year", "notes of ours")


def _grid(*rows):
    lines = enumerate((HEAD, *rows), start=1)
    return Grid("Targets", {at: dict(enumerate(cells, start=1)) for at, cells in lines}, Marks())


def _levels(*levels):
    rows = (("enterprises", level, "Mine", 2030.0, "why") for level in levels)
    found = read_targets(_grid(*rows), {"mine"}, Faults())["mine"]
    assert all(fields["year"] == 2030 for fields, _ in found)
    return [fields["level"] for fields, _ in found]


def test_that_a_level_is_a_number_knots_or_another_outcome():
    assert _levels(9000, "9,000", "1e4", "utilization", "lots") == [
        9000,
        9000,
        10_000,
        "utilization",
        "lots",
    ]
    assert _levels("2027:9000; 2030-07:1.2万", "soon: 1") == [
        [[2027, 9000], [2030.5, 12_000]],
        "soon: 1",
    ]


def test_that_without_a_sheet_or_a_column_there_are_no_targets():
    faults = Faults()
    assert read_targets(None, set(), faults) == {}
    assert len(faults) == 0
    assert read_targets(Grid("Targets", {1: {1: "outcome"}}, Marks()), set(), faults) == {}
    assert len(faults) == 1
