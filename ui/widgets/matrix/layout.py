"""Where the parts of a cell of the matrix lie, whether painted or a real field and slider.

Floor: widgets; nothing is painted here.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

CELL_HEIGHT: Final = 50
CELL_WIDTH: Final = 148
PADDING: Final = 10
_FIELD_WIDTH: Final = 62
_FIELD_HEIGHT: Final = 22
_MARK_WIDTH: Final = 22
_SLIDER_EDGE: Final = 4
_TOP: Final = 4


@dataclass(frozen=True, slots=True)
class CellParts:
    """The number, the mark of a path, what is said beside it, and the slider below."""

    field: QRect
    mark: QRect
    note: QRect
    slider: QRect


def parts_in(cell: QRect) -> CellParts:
    """Return where the parts of a cell lie."""
    top = cell.top() + _TOP
    field = QRect(cell.left() + PADDING, top, _FIELD_WIDTH, _FIELD_HEIGHT)
    mark = QRect(field.right() + 3, top, _MARK_WIDTH, _FIELD_HEIGHT)
    note = QRect(mark.right() + 2, top, 0, _FIELD_HEIGHT)
    note.setRight(cell.right() - PADDING // 2)
    below = cell.bottom() - top - _FIELD_HEIGHT
    slider = QRect(cell.left() + _SLIDER_EDGE, top + _FIELD_HEIGHT, 0, below)
    slider.setRight(cell.right() - _SLIDER_EDGE)
    return CellParts(field, mark, note, slider)
