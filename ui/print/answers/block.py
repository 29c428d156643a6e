"""Answers on paper: two beside each other, each with its picture, or its table where it has none.

A long table stands behind them and goes on over as many pages as it needs. Floor: print.
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
_ROWS_BESIDE: Final = 16
"""Rows of a table that stands beside another answer."""
_WIDEST: Final = 480.0
"""How wide a picture is that is drawn for one column and stands alone."""
_COLUMNS_BESIDE: Final = 5
"""Columns of such a table."""


def fitting_answers(
    found: Sequence[AnswerTold], column: float, step: float, room: float, *, has_tables: bool
) -> list[Block] | None:
    """Return the answers where they fit into the room of a page, None where they do not.

    Where it `has_tables` each has its table below its picture, or beside it. What one answer says
    by itself stands above, in the sentences of the page.
    """
    form = _Form(column, step, _is_said_once(found), has_tables=has_tables, alone=len(found) == 1)
    stamp = _stamps(found, form)
    if any(map(_is_long, found)) and not has_tables:
        return None
    tried = ([*_page(found, form._replace(shrunk=each)), *stamp] for each in _SHRUNK)
    return next((page for page in tried if _height(page) <= room), None)


def answer_blocks(
    found: Sequence[AnswerTold],
    column: float,
    step: float,
    room: float,
    *,
    alone: bool | None = None,
) -> list[Block]:
    """Return the answers in rows of two columns that are so wide, `step` apart; wide ones behind.

    Where they are higher than the room of a page, pictures are lower, as far as they can be read.
    Behind them stands row by row what goes on over pages. How futures were drawn is said once
    where it is the same for all. One that is `alone` in its report is said above; by default a
    single one is.
    """
    beside = [each for each in found if not _is_long(each)]
    is_alone = len(found) == 1 if alone is None else alone
    form = _Form(column, step, _is_said_once(found), alone=is_alone)
    stamp = _stamps(found, form)
    tried = [_page(beside, form._replace(shrunk=shrunk)) for shrunk in _SHRUNK]
    page = next((each for each in tried if _height([*each, *stamp]) <= room), tried[0])
    rows = [block for each in found if _is_long(each) for block in _blocks(each, form.both, form)]
    return [*page, *rows, *stamp]


def _is_said_once(found: Sequence[AnswerTold]) -> bool:
    """Tell whether how futures were drawn is the same for several answers."""
    return len({told.stamp for told in found}) == 1 < len(found)


def _stamps(found: Sequence[AnswerTold], form: "_Form") -> list[Block]:
    return [_muted(found[0].stamp, form.both)] if form.once else []


class _Form(NamedTuple):
    """How wide a column is, how far two are apart, and by how much pictures are lower.

    `once` tells that how futures were drawn is said below all answers, `has_tables` that each has
    its table beside its picture, `alone` that there is but one, whose sentence stands above.
    """

    column: float
    step: float
    once: bool
    shrunk: float = 1.0
    has_tables: bool = False
    alone: bool = False

    @property
    def both(self) -> float:
        """The width of both columns."""
        return self.step + self.column


def _page(found: Sequence[AnswerTold], form: _Form) -> list[Block]:
    wide = [each for each in found if form.alone or _is_wide(each) or _has_wide_table(each, form)]
    columns = [_blocks(each, form.column, form) for each in found if each not in wide]
    rows = [columns[begin : begin + 2] for begin in range(0, len(columns), 2)]
    rows += [[_blocks(each, form.both, form)] for each in wide]
    return [BesideBlock(row, form.step, gap=_GAP) for row in rows]


def _has_wide_table(told: AnswerTold, form: _Form) -> bool:
    return form.has_tables and len(told.table.rights) > _COLUMNS_BESIDE


def _height(page: Sequence[Block]) -> float:
    return sum(each.height + each.gap for each in page)


def _is_wide(told: AnswerTold) -> bool:
    if told.answered.paint is None:
        return len(told.table.rights) > _COLUMNS_BESIDE
    return told.answered.is_wide


def _is_long(told: AnswerTold) -> bool:
    """Tell whether an answer stands as a table that is too long to stand beside another one."""
    return told.answered.paint is None and len(told.table.rows) > _ROWS_BESIDE


def _blocks(told: AnswerTold, room: float, form: _Form) -> list[Block]:
    said: list[Block] = [
        TextBlock(Words(told.title, bold=True), room, gap=_GAP * _is_long(told), leads=True),
        TextBlock(Words(told.about, color=LIGHT.muted), room, leads=True),
    ]
    if not form.alone:
        said.append(TextBlock(Words(told.sentence), room, gap=_LINE, leads=True))
    stamp = () if form.once else (told.stamp,)
    notes = _joined((*told.notes, *stamp))
    return [*said, *_shown(told, room, form), *([_muted(notes, room)] if notes else [])]


def _joined(notes: Sequence[str]) -> str:
    """Return notes in a line: sentences one after the other, words with a semicolon behind."""
    ended = [each if each.endswith((".", "。")) else f"{each};" for each in notes]
    return " ".join(ended).removesuffix(";")


def _shown(told: AnswerTold, room: float, form: _Form) -> list[Block]:
    """Return the picture of an answer, its table where it has none; both where there is room."""
    if told.answered.paint is None:
        return list(table_rows(told.table, room, gap=4))
    is_narrow = form.alone and not told.answered.is_wide
    is_beside = is_narrow and form.has_tables and not _has_wide_table(told, form)
    width = form.column if is_beside else min(room, _WIDEST) if is_narrow else room
    picture = PictureBlock(AnswerPicture(told.answered, width, form.shrunk))
    if not form.has_tables:
        return [picture]
    rows = list(table_rows(told.table, width if is_beside else room, gap=4))
    return [BesideBlock([[picture], rows], form.step, gap=4.0)] if is_beside else [picture, *rows]


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
