"""The sheet of targets: a row for each, in the order in which they stand."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import CellError, Grid
from planner.files.imports.sheet_marks import Marks
from planner.files.imports.target_sheet import read_targets
from planner.storage.sentences.file_error import FileError

HEAD = ("outcome", "level", "scenario", "year", "notes of ours", "element", "sense", "between")


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


def test_that_a_column_that_may_be_one_that_lacks_is_no_note():
    grid = Grid("Targets", {1: {1: "scenario", 2: "outcome", 3: "level", 4: "by"}}, Marks())
    [told] = _told(grid)
    assert told.startswith(
        'Targets, D1: "by" is no column of this sheet; it must be one of scenario, '
    )


def test_that_a_value_without_a_column_of_its_own_is_told():
    grid = _grid(("enterprises", 9000, "Mine", 2030.0, "why"))
    grid.rows[2][20] = 2031
    assert _told(grid) == ["Targets, T2: nothing stands above this value in the first row"]


def test_that_dates_and_errors_are_no_level_and_no_year():
    for cell in (
        date(2030, 1, 1),
        datetime(2030, 1, 1, tzinfo=UTC),
        time(3),
        timedelta(3),
        CellError("#N/A"),
    ):
        found = read_targets(_grid(("enterprises", cell, "Mine", cell)), {"mine"}, Faults())
        [(fields, _)] = found["mine"]
        assert isinstance(fields["level"], str)
        assert fields["level"] == fields["year"]


def _told(grid):
    faults = Faults()
    read_targets(grid, {"mine"}, faults)
    with pytest.raises(FileError) as refused:
        faults.check("a.xlsx")
    return [str(each) for each in refused.value.details]
