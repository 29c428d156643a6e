"""Where the parts of a cell of the matrix lie, whether painted or a real field and slider.

Floor: widgets; nothing is painted here.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from ui.style.theme import TEXT_PIXELS, font

CELL_HEIGHT: Final = 50
CELL_WIDTH: Final = 148
PADDING: Final = 10
TEXT_EDGE: Final = 12
"""Pixels from the right edge of a field to its number."""
_FIELD_WIDTH: Final = 62
_USUAL_LETTERS: Final = 5
"""Of a number for which a field is wide enough in any font."""
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


def parts_in(cell: QRect, number: str) -> CellParts:
    """Return where the parts of a cell lie that has a number, which is never cut."""
    top = cell.top() + _TOP
    field = QRect(cell.left() + PADDING, top, _width_of(number), _FIELD_HEIGHT)
    mark = QRect(field.right() + 3, top, _MARK_WIDTH, _FIELD_HEIGHT)
    note = QRect(mark.right() + 2, top, 0, _FIELD_HEIGHT)
    note.setRight(cell.right() - PADDING // 2)
    below = cell.bottom() - top - _FIELD_HEIGHT
    slider = QRect(cell.left() + _SLIDER_EDGE, top + _FIELD_HEIGHT, 0, below)
    slider.setRight(cell.right() - _SLIDER_EDGE)
    return CellParts(field, mark, note, slider)


def _width_of(number: str) -> int:
    """Return the width of a field: wider where a number is long, be it bold for a change."""
    if len(number) <= _USUAL_LETTERS:
        return _FIELD_WIDTH
    text = QFontMetrics(font(TEXT_PIXELS, bold=True)).horizontalAdvance(number)
    return max(_FIELD_WIDTH, text + 2 * TEXT_EDGE)
