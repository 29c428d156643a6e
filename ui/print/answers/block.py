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


def answer_blocks(found: Sequence[AnswerTold], column: float, step: float) -> list[Block]:
    """Return the answers in rows of two columns that are so wide, `step` apart."""
    columns = [_blocks(each, column) for each in found]
    pairs = (columns[begin : begin + 2] for begin in range(0, len(columns), 2))
    return [BesideBlock(pair, step, gap=_GAP) for pair in pairs]


def _blocks(told: AnswerTold, room: float) -> list[Block]:
    picture = AnswerPicture(told.answered, room)
    said: list[Block] = [
        TextBlock(Words(told.title, bold=True), room),
        TextBlock(Words(told.about, color=LIGHT.muted), room),
        TextBlock(Words(told.sentence), room, gap=_LINE),
    ]
    rows = [PictureBlock(picture)] if not picture.is_empty else table_rows(told.table, room, gap=4)
    notes = [
        TextBlock(Words(each, color=LIGHT.muted), room, gap=_LINE)
        for each in (*told.notes, told.stamp)
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
