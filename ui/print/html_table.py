"""Tables of a page as HTML, every text letter by letter. Floor: print."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

Cell = Sequence[str]
"""The lines of a cell, the first of which is the largest."""


class Head(NamedTuple):
    """What stands over a column, in a color of its own."""

    text: str
    color: str


def html_table(
    head: Iterable[str | Head], rows: Iterable[Sequence[Cell]], *, look: str = ""
) -> str:
    """Return a table; each line of a cell is one of its own. `look` is its class in the styles."""
    top = "".join(map(_head, head))
    body = "\n".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    begin = f'<table class="{look}">' if look else "<table>"
    return f"{begin}\n<tr>{top}</tr>\n{body}\n</table>"


def _head(head: str | Head) -> str:
    match head:
        case Head(text, color):
            return f'<th style="color: {color}">{escape(text)}</th>'
        case text:
            return f"<th>{escape(text)}</th>"


def _cell(lines: Cell) -> str:
    first, *more = map(escape, lines)
    return f"<td>{first}{''.join(f'<small>{line}</small>' for line in more)}</td>"
