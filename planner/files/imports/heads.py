"""Finds the columns of a sheet by the names that stand in its first row; seventh floor of planner.

Names are compared without case and outer spaces. What stands below them is not looked at here.
"""

from collections.abc import Iterable

from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid
from planner.files.scenario.sheet_layout import plain_head
from planner.storage.sentences.file_error import shown


def columns_named(grid: Grid, names: Iterable[str], faults: Faults) -> dict[str, int]:
    """Return the column that each of these names heads; a name above two columns is a fault."""
    wanted, found = set(names), dict[str, int]()
    for column, cell in sorted(grid.head.items()):
        head = plain_head(cell) if isinstance(cell, str) else ""
        if head in found:
            faults.add("sheet_date_twice", file=grid.at(1, column), found=shown(head))
        elif head in wanted:
            found[head] = column
    return found
