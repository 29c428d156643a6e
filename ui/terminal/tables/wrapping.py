"""Breaks texts into lines by the columns their letters take: at spaces, and between Chinese ones.

As textwrap does where all letters are one column wide. A line neither begins with a mark that
closes nor ends with one that opens.
"""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category, combining, east_asian_width

WIDTH: Final = 100
"""Columns that sentences are wrapped at."""
_NOT_FIRST: Final = (
    "\uff0c\u3002\uff1b\uff1a\uff1f\uff01\u3001\u2026\u00b7"  # comma, stop, colon and their like
    "\uff09\u300b\u3011\u201d\u2019"  # brackets and quotes that close
    "\uff05\uff5e"  # percent, and the sign of a range
)
_NOT_LAST: Final = "\uff08\u300a\u3010\u201c\u2018"
"""Brackets and quotes that open."""
_WIDE: Final = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_PIECE: Final = re.compile(
    rf"[{_NOT_LAST}]*(?:[{_WIDE}]|[^\s{_WIDE}{_NOT_LAST}]+)[{_NOT_FIRST}]*|\S+?(?=\s|$)"
)


def filled(text: str, indent: str = "") -> str:
    """Return a sentence on lines of WIDTH columns; all but the first begin with the indent."""
    return f"\n{indent}".join(wrapped(text, WIDTH - len(indent)))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text, each at most so many columns wide unless a word is wider."""
    lines: list[str] = []
    for space, piece in _pieces(" ".join(text.split())):
        longer = f"{lines[-1]}{space}{piece}" if lines else piece
        if lines and columns_of(longer) > width:
            lines.append(piece)
        else:
            lines[-1:] = [longer]
    return lines


def in_lines(text: str, width: int) -> list[str]:
    """Return the lines of a text, each at most so many columns wide: a longer word is broken."""
    return [part for line in wrapped(text, width) or [""] for part in _parts(line, width)]


def _parts(line: str, width: int) -> Iterator[str]:
    """Yield a line in parts of so many columns."""
    begin, used = 0, 0
    for end, mark in enumerate(line):
        if used + _columns(mark) > width:
            yield line[begin:end]
            begin, used = end, 0
        used += _columns(mark)
    yield line[begin:]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a line may be broken before, with the space that else stands in front of it."""
    end = 0
    for found in _PIECE.finditer(text):
        yield text[end : found.start()], found[0]
        end = found.end()


def columns_of(text: str) -> int:
    """Return the columns a text takes: a Chinese character two, what only marks others none."""
    return sum(map(_columns, text))


def _columns(mark: str) -> int:
    if combining(mark) or category(mark) == "Cf":
        return 0
    return 2 if east_asian_width(mark) in "WF" else 1
