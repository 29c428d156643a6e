"""Answers on paper: two beside each other, each with its picture, or its table where it has none.

Floor: print.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QPainter

from ui.print.answers.picture import AnswerPicture
from ui.print.report.blocks import BesideBlock, Block, TextBlock, Words
from ui.print.report.parts import AnswerTold
from ui.print.report.rows import table_rows
from ui.style.theme import LIGHT

_GAP: Final = 10.0
_LINE: Final = 2.0
_SHRUNK: Final = (1.0, 0.85, 0.7, 0.55)
"""By how much pictures may be lower, so that all answers stand on one page."""


def answer_blocks(
    found: Sequence[AnswerTold], column: float, step: float, room: float
) -> list[Block]:
    """Return the answers in rows of two columns that are so wide, `step` apart; wide ones alone.

    Where they are higher than the room of a page, pictures are lower, as far as they can be read.
    """
    for shrunk in _SHRUNK:
        rows = _rows(found, column, step, shrunk)
        if sum(row.height + row.gap for row in rows) <= room:
            return rows
    return _rows(found, column, step, 1.0)


def _rows(found: Sequence[AnswerTold], column: float, step: float, shrunk: float) -> list[Block]:
    rows: list[list[list[Block]]] = []
    is_open = False
    for told in found:
        is_wide = told.answered.is_wide and told.answered.paint is not None
        blocks = _blocks(told, step + column if is_wide else column, shrunk)
        if is_open and not is_wide:
            rows[-1].append(blocks)
            is_open = False
        else:
            rows.append([blocks])
            is_open = not is_wide
    return [BesideBlock(row, step, gap=_GAP) for row in rows]


def _blocks(told: AnswerTold, room: float, shrunk: float) -> list[Block]:
    picture = AnswerPicture(told.answered, room, shrunk)
    said: list[Block] = [
        TextBlock(Words(told.title, bold=True), room),
        TextBlock(Words(told.about, color=LIGHT.muted), room),
        TextBlock(Words(told.sentence), room, gap=_LINE),
    ]
    rows = [PictureBlock(picture)] if not picture.is_empty else table_rows(told.table, room, gap=4)
    left_out = told.left_out if picture.is_empty else ()
    notes = [
        TextBlock(Words(each, color=LIGHT.muted), room, gap=_LINE)
        for each in (*left_out, *told.notes, told.stamp)
    ]
    return [*said, *rows, *notes]


class PictureBlock:
    """The picture of an answer."""

    leads = False
    gap = 4.0

    def __init__(self, picture: AnswerPicture) -> None:
        self._picture = picture

    @property
    def height(self) -> float:
        """How high the picture is."""
        return self._picture.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the picture."""
        self._picture.paint(painter, x, y)
