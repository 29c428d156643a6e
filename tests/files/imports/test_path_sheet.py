"""The sheet of paths: a row for each lever and scenario, a column for each date."""

from datetime import datetime

import pytest

from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid
from planner.files.imports.path_sheet import read_paths
from planner.files.imports.sheet_marks import Marks
from planner.storage.sentences.file_error import FileError

HEAD = ("scenario", datetime(2027, 7, 1), 2025, "key", "2026-01")  # noqa: DTZ001 - as read


def _grid(*rows):
    lines = [dict(enumerate(cells, start=1)) for cells in rows]
    kept = [{at: cell for at, cell in line.items() if cell is not None} for line in lines]
    return Grid("Paths", dict(enumerate(kept, start=1)), Marks())


def _told(*rows):
    faults = Faults()
    read_paths(_grid(*rows), {"mine"}, faults)
    with pytest.raises(FileError) as refused:
        faults.check("a.xlsx")
    return [str(each) for each in refused.value.details]


def test_that_knots_are_read_in_order_of_their_dates_wherever_columns_stand():
    faults = Faults()
    row = ("Mine", 6, 4, "data_voucher_budget", 5)
    found = read_paths(_grid(HEAD, row, ("default", 1, 1, "no_lever", 1)), {"mine"}, faults)
    assert len(faults) == 0
    assert found == {
        ("mine", "data_voucher_budget"): ([[2025, 4], [2026, 5], [2027.5, 6]], "Paths, D2"),
    }


def test_that_without_a_sheet_there_are_no_paths():
    assert read_paths(None, {"mine"}, Faults()) == {}


def test_that_a_row_is_told_by_what_is_missing_or_there_twice():
    row = ("Mine", 6, 4, "data_voucher_budget", 5)
    assert _told(HEAD, row, row, (None, 1, None, "data_voucher_budget"), (*row, 7)) == [
        'Paths, D3: there is a row "data_voucher_budget" already',
        'Paths, A4: this row has values, but no "scenario"',
        "Paths, F5: nothing stands above this value in the first row",
    ]


def test_that_a_date_stands_once_and_names_of_columns_are_needed():
    assert _told((*HEAD, 2026)) == ["Paths, F1: there is a column for 2026 already"]
    assert len(_told(("a", 2025))) == 2
