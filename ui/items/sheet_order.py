"""What the rows of a comparison are sorted by, and where the column of that stands later.

Floor: items; no Qt is needed here.
"""

from collections.abc import Sequence
from math import isnan

from planner.studies.comparison import Row


def sort_key(row: Row, column: int) -> float | None:
    """Return what a row is sorted by: what differs, in parts of the level, or else the level.

    Rows have units of their own, so that differences are held against their levels.
    """
    cell, below = row.cells[column], row.reference[column]
    if cell.level is None:
        return None
    if cell.difference is None or below is None:
        key = cell.level.median
    elif not cell.difference.told:
        key = 0.0
    else:
        key = cell.difference.median / abs(below.median) if below.median else float("nan")
    return None if isnan(key) else key


def column_again(
    column: int, before: Sequence[int | None], now: Sequence[int | None]
) -> int | None:
    """Return where a column stands now that had its place among others before, by its color.

    One behind all scenarios, of what these give only together, stays behind them. None where the
    column is gone.
    """
    if column >= len(before):
        return len(now)
    return now.index(before[column]) if before[column] in now else None
