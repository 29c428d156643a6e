"""Scenarios out of a workbook: all of them, or one list of everything that is wrong; seventh floor.

What such a workbook looks like is told in `planner.files.scenario.sheet_layout`. It is no place to
save to: what is read opens as new scenarios.
"""

import os
from dataclasses import replace
from io import BufferedIOBase
from typing import Final

from planner.files.imports.fault_list import SHEETS, Faults
from planner.files.imports.grid import Grid, read_grids
from planner.files.imports.parts import is_workbook
from planner.files.imports.scenario_columns import read_scenarios
from planner.files.scenario.content import Content
from planner.files.scenario.scenario_file import opened_from
from planner.files.scenario.scenario_list import Listed, OpenedList
from planner.files.scenario.sheet_layout import SCENARIOS
from planner.storage.identity import identity_of_open
from planner.storage.opening import bytes_of, regular_file
from planner.storage.sentences.file_error import one_line, refusal, shown, shown_path

WORKBOOK_ENDINGS: Final = (".xlsx", ".xlsm")
_SHOWN_AT_MOST: Final = 30


def is_named_as_workbook(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is called as a workbook is."""
    return os.fspath(path).casefold().endswith(WORKBOOK_ENDINGS)


def read_workbook(path: str | os.PathLike[str]) -> Listed:
    """Return the scenarios of a workbook. Raises FileError, its details all that is wrong."""
    with regular_file(path) as file:
        return Listed(_contents(file, shown_path(path)))


def open_workbook(path: str | os.PathLike[str]) -> OpenedList:
    """Return the scenarios of a workbook as they open. Raises FileError as `read_workbook`."""
    with regular_file(path) as file:
        contents = _contents(file, shown_path(path))
        identity = identity_of_open(file)
    opened = (opened_from(each, identity, picture=True) for each in contents)
    return OpenedList(tuple(replace(each, is_workbook=True) for each in opened))


def contents_of_workbook(data: bytes, name: str) -> tuple[Content, ...]:
    """Return the scenarios in the bytes of a workbook. Raises FileError as `read_workbook`."""
    if not is_workbook(data):
        raise refusal("sheet_no_workbook", file=name)
    grids = read_grids(data, name, SHEETS)
    if SCENARIOS not in grids:
        raise refusal("sheet_missing", file=name, found=shown(SCENARIOS))
    faults = Faults()
    for grid in grids.values():
        _add_marks(grid, faults)
    contents = read_scenarios(grids, faults)
    faults.check(name)
    return contents


def _contents(file: BufferedIOBase, name: str) -> tuple[Content, ...]:
    return contents_of_workbook(bytes_of(file, name), name)


def _add_marks(grid: Grid, faults: Faults) -> None:
    """Add what a value alone does not tell: merged cells, formulas that nobody has worked out."""
    for merged in grid.marks.merged:
        faults.add("sheet_merged", file=f"{grid.name}, {one_line(merged[:_SHOWN_AT_MOST])}")
    if unworked := grid.marks.unworked:
        first, count = f"{grid.name}, {unworked[0]}", len(unworked)
        faults.add("sheet_formula", file=first, count=count)
