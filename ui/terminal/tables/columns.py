"""Tables of the terminal: a column of names, then columns of numbers set to the right."""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.storage.sentences.direction import isolated
from ui.terminal.tables.wrapping import columns_of, in_lines

_GAP: Final = "  "
_HEAD_AT_MOST: Final = 36
"""Columns of a heading above numbers that are no wider; what is more of it goes on below."""


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as lines; the first column is set to the left, all others to the right.

    The first row is the head: a long title in it takes several lines.
    """
    rows = [[isolated(cell) for cell in row] for row in (*_head_in_lines(rows), *rows[1:])]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _head_in_lines(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Yield the lines of the head; a title ends on the last of them, above its numbers."""
    cells = [[rows[0][0]]]
    for number, title in enumerate(rows[0][1:], start=1):
        width = max((columns_of(row[number]) for row in rows[1:]), default=0)
        cells.append(in_lines(title, max(width, _HEAD_AT_MOST)))
    high = max(map(len, cells))
    yield from zip(*([""] * (high - len(each)) + each for each in cells), strict=True)


def aligned_left(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as lines of words; every column is set to the left."""
    rows = [[isolated(cell) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        _GAP.join(
            cell + " " * (width - columns_of(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        (cell, " " * (width - columns_of(cell))) for cell, width in zip(row, widths, strict=True)
    )
    cells = ["".join(first), *(padding + cell for cell, padding in others)]
    return _GAP.join(cells).rstrip()
