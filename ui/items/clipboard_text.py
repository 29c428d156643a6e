"""Tables as the clipboard holds them for a spreadsheet, as text and as HTML.

A cell that a spreadsheet would take for a formula is marked as text. Floor: items.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@")
_NUMBER: Final = re.compile(r"[+-]\d[\d.,'\u2019 ]*%?( [^=+*^&|!@<>(){}\"]*)?")
"""A signed number with its unit, which is none, whatever it begins with."""


def tab_separated(table: Iterable[Sequence[str]]) -> str:
    """Return a table as lines of tab-separated values."""
    return "".join("\t".join(map(plain_text, row)) + "\n" for row in table)


def as_html(table: Sequence[Sequence[str]]) -> str:
    """Return a table as HTML, its first row as heads."""
    head, *rows = ([escape(plain_text(cell)) for cell in row] for row in table)
    top = "".join(f"<th>{cell}</th>" for cell in head)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>\n<tr>{top}</tr>\n{body}\n</table>\n"


def plain_text(cell: str) -> str:
    """Return a text without what ends a cell or a row, and that begins no formula."""
    text = " ".join(cell.split())
    is_formula = text.startswith(_FORMULA) and len(text) > 1 and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
