"""Answers on paper: two beside each other, each with its picture, or its table where it has none.

Floor: print.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtGui import QPainter

from ui.print.answers.picture import AnswerPicture
from ui.print.report.blocks import BesideBlock, Block, TextBlock, Words
from ui.print.report.parts import AnswerTold
from ui.print.report.rows import table_rows
from ui.style.theme import LIGHT

_GAP: Final = 10.0
_LINE: Final = 2.0
_SHRUNK: Final = (1.0, 0.87, 0.75, 0.65)
"""By how much pictures may be lower, so that all answers stand on one page."""


def answer_blocks(
    found: Sequence[AnswerTold], column: float, step: float, room: float
) -> list[Block]:
    """Return the answers in rows of two columns that are so wide, `step` apart; wide ones behind.

    Where they are higher than the room of a page, pictures are lower, as far as they can be read.
    How futures were drawn is said once where it is the same for all.
    """
    tried = (_page(found, _Form(column, step, shrunk)) for shrunk in _SHRUNK)
    fitting = (page for page in tried if sum(each.height + each.gap for each in page) <= room)
    return next(fitting, _page(found, _Form(column, step)))


class _Form(NamedTuple):
    """How wide a column is, how far two are apart, and by how much pictures are lower."""

    column: float
    step: float
    shrunk: float = 1.0

    @property
    def both(self) -> float:
        """The width of both columns."""
        return self.step + self.column


def _page(found: Sequence[AnswerTold], form: _Form) -> list[Block]:
    stamps = list(dict.fromkeys(told.stamp for told in found))
    once = len(stamps) == 1 < len(found)
    wide = [each for each in found if _is_wide(each)]
    columns = [_blocks(each, form.column, form, once) for each in found if each not in wide]
    rows = [columns[begin : begin + 2] for begin in range(0, len(columns), 2)]
    rows += [[_blocks(each, form.both, form, once)] for each in wide]
    page: list[Block] = [BesideBlock(row, form.step, gap=_GAP) for row in rows]
    return [*page, _muted(stamps[0], form.both)] if once else page


def _is_wide(told: AnswerTold) -> bool:
    return told.answered.is_wide and told.answered.paint is not None


def _blocks(told: AnswerTold, room: float, form: _Form, once: bool) -> list[Block]:
    picture = AnswerPicture(told.answered, room, form.shrunk)
    said: list[Block] = [
        TextBlock(Words(told.title, bold=True), room),
        TextBlock(Words(told.about, color=LIGHT.muted), room),
        TextBlock(Words(told.sentence), room, gap=_LINE),
    ]
    rows = [PictureBlock(picture)] if not picture.is_empty else table_rows(told.table, room, gap=4)
    left_out = told.left_out if picture.is_empty else ()
    stamp = () if once else (told.stamp,)
    notes = [_muted(each, room) for each in (*left_out, *told.notes, *stamp)]
    return [*said, *rows, *notes]


def _muted(text: str, room: float) -> TextBlock:
    return TextBlock(Words(text, color=LIGHT.muted), room, gap=_LINE)


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
