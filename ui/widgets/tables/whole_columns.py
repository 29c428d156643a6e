"""Columns of a table come whole or not at all: half a number reads as another one.

Floor: widgets; nothing is painted here.
"""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


def is_cut(column: QRect, seen: int) -> bool:
    """Tell whether the right edge of what is `seen` cuts a column that is not the first there."""
    return column.left() > 0 and column.right() >= seen


def width_in_sight(option: QStyleOptionViewItem) -> int:
    """Return how many pixels of a table are to be seen, from the left edge of its cells."""
    table = option.widget
    return (table.viewport() if isinstance(table, QAbstractItemView) else table).width()


def filled(rooms: Sequence[int], seen: int) -> list[int]:
    """Return the widths of columns, the first of which end at the edge where not all are seen.

    The width that is left by as many as are whole is shared by these.
    """
    ends = list(accumulate(rooms))
    whole = sum(end <= seen for end in ends)
    if whole in (0, len(rooms)):
        return list(rooms)
    more = (seen - ends[whole - 1]) // whole
    return [room + more * (number < whole) for number, room in enumerate(rooms)]
