"""The rows of a table on paper, with columns as wide as what stands in them. Floor: print."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ui.print.report.blocks import TEXT_PIXELS, Block, TextBlock, Words, rule
from ui.print.report.parts import Cell, Cells, Table
from ui.style.lettering import unbroken
from ui.style.theme import LIGHT

_BETWEEN: Final = 10.0
_SLACK: Final = 1.0
"""Pixels by which the widths of words may be rounded."""
_PADDING: Final = 2.0
_INDENT: Final = 6.0
_FIRST: Final = 0.34
"""Share of the first column where the others hold words, at most."""
_LEAST_FIRST: Final = 0.2
_LINES_OF_TITLE: Final = 1.8
"""Lines that a title may take over a column or before a row; what is more of it is cut."""
_WORD_OF_TITLE: Final = 100.0
"""How wide one word of a title may make its column."""


def table_rows(table: Table, room: float, *, gap: float = 0.0) -> Iterator[Block]:
    """Yield a block for each row of a table.

    Its head never stands alone, nor does its first or its last row: what stays `together` of a
    table makes one step of it.
    """
    widths = _widths(table, room)
    heads = tuple(
        RowBlock(cells, widths, table.rights, gap=0.0 if number else gap, is_head=True)
        for number, cells in enumerate(table.heads)
    )
    yield from heads
    for number, cells in enumerate(table.rows, start=1):
        leads = _leads(number, table)
        yield RowBlock(cells, widths, table.rights, heads=heads, leads=leads)


def _leads(number: int, table: Table) -> bool:
    """Tell whether a row, counted from 1, stays on a page with the next one."""
    last, step = len(table.rows), table.together
    return number < last and (number % step > 0 or number in (step, last - step))


def _widths(table: Table, room: float) -> tuple[float, ...]:
    count = len(table.rights)
    if not any(table.rights):
        first = min(_first(table.rows or table.heads), _FIRST * room)
        return (first, *([(room - first) / (count - 1)] * (count - 1)))
    wide, is_stacked = _wanted(table, _lined), all(table.rights[1:])
    first = min(_first((*table.heads, *table.rows)), _LEAST_FIRST * room)
    most = room - first
    if is_stacked:
        least = (1 - _FIRST) * room / (count - 1)
        wide = [max(least, each) if column else 0.0 for column, each in enumerate(wide)]
    if sum(wide) > most:
        wide = _narrowed(wide, _wanted(table, _longest_word), most)
    shrunk = min(1.0, most / sum(wide)) if any(wide) else 1.0
    return (room - shrunk * sum(wide), *(shrunk * each for each in wide[1:]))


def _first(rows: Iterable[Cells]) -> float:
    """Return how wide the first column is where none of its cells in rows takes two lines."""
    return max(_width(cells[0]) for cells in rows) + _INDENT + _BETWEEN + _SLACK


def _wanted(table: Table, width_of: Callable[[Cell, bool], float]) -> list[float]:
    """Return how wide columns are behind the first one; a width is that of a cell or a head."""
    wide = [0.0] * len(table.rights)
    for cells in (*table.heads, *table.rows):
        for column, cell in _placed(cells):
            if cell.span == 1 and column:
                width = width_of(cell, cells in table.heads)
                wide[column] = max(wide[column], width + _BETWEEN + _SLACK)
    return wide


def _lined(cell: Cell, is_head: bool) -> float:
    """Return how wide a cell is; a title on its lines, none of its words broken."""
    if not (is_head and cell.strong):
        return _width(cell)
    return max(_width(cell) / _LINES_OF_TITLE, _longest_word(cell, is_head))


def _longest_word(cell: Cell, is_head: bool) -> float:
    words = [Words(each, bold=cell.strong) for each in unbroken(cell.text)]
    words += [Words(each) for each in unbroken(cell.below)]
    widest = max((each.width for each in words), default=0.0)
    return min(widest, _WORD_OF_TITLE) if is_head and cell.strong else widest


def _narrowed(wide: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return widths that fit a room as far as no word is broken for it."""
    spare = [max(0.0, each - word) for each, word in zip(wide, least, strict=True)]
    part = min(1.0, (sum(wide) - room) / sum(spare)) if any(spare) else 0.0
    return [each - part * more for each, more in zip(wide, spare, strict=True)]


def _width(cell: Cell) -> float:
    texts = (Words(cell.text, bold=cell.strong), Words(cell.below))
    return max(each.width for each in texts)


def _cut(cell: Cell, width: float) -> Cell:
    """Return a title no longer than its lines may be in a column; another cell as it is."""
    if not cell.strong:
        return cell
    words = Words(cell.text, TEXT_PIXELS, bold=True)
    return replace(cell, text=words.cut(_LINES_OF_TITLE * width).text)


def _placed(cells: Cells) -> Iterator[tuple[int, Cell]]:
    """Yield each cell with the number of its first column."""
    column = 0
    for cell in cells:
        yield column, cell
        column += cell.span


class RowBlock:
    """One row: each cell wraps in its column, numbers stand at the right of it.

    `heads` are said again above a row that is the first of a page.
    """

    def __init__(
        self,
        cells: Cells,
        widths: Sequence[float],
        rights: Sequence[bool],
        *,
        gap: float = 0.0,
        is_head: bool = False,
        heads: "tuple[RowBlock, ...]" = (),
        leads: bool = False,
    ) -> None:
        self.heads = heads
        self.gap, self.leads, self._is_head = gap, is_head or leads, is_head
        self._room = sum(widths)
        self._cells: list[tuple[float, float, TextBlock]] = []
        for column, cell in _placed(cells):
            left = sum(widths[:column]) + (0.0 if column else _INDENT)
            width = sum(widths[column : column + cell.span]) - _BETWEEN - (0 if column else _INDENT)
            shown = _cut(cell, width) if is_head or not column else cell
            self._place(shown, left, width, is_right=rights[column] and cell.span == 1)

    def _place(self, cell: Cell, left: float, width: float, *, is_right: bool) -> None:
        top = 0.0
        for text, color, strong in (
            (cell.text, cell.color, cell.strong),
            (cell.below, LIGHT.muted, False),
        ):
            if not text:
                continue
            words = Words(text, TEXT_PIXELS, color, strong)
            block = TextBlock(words, width)
            shift = max(0.0, width - words.width) if is_right else 0.0
            self._cells.append((left + shift, top, block))
            top += block.height

    @property
    def height(self) -> float:
        """The height of the highest cell, and around it."""
        high = max((top + block.height for _, top, block in self._cells), default=0.0)
        return high + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the ground of a head, the cells, and a line below them."""
        height = self.height
        if self._is_head:
            painter.fillRect(QRectF(x, y, self._room, height), QColor(LIGHT.window))
        for left, top, block in self._cells:
            block.paint(painter, x + left, y + _PADDING + top)
        if not self._is_head:
            rule(painter, x, y + height, self._room)
