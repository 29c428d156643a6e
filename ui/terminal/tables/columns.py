"""Tables of the terminal: a column of names, then columns of numbers set to the right."""

from collections.abc import Sequence
from unicodedata import category, combining, east_asian_width

from planner.storage.sentences.direction import isolated

WIDTH = 100
"""Columns that sentences are wrapped at."""
_GAP = "  "


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as lines; the first column is set to the left, all others to the right."""
    rows = [[isolated(cell) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


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


def columns_of(text: str) -> int:
    """Return the columns a text takes: a Chinese character two, what only marks others none."""
    return sum(map(_columns, text))


def _columns(mark: str) -> int:
    if combining(mark) or category(mark) == "Cf":
        return 0
    return 2 if east_asian_width(mark) in "WF" else 1
