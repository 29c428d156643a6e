"""Reads columns that were copied from a spreadsheet: dates and values, one pair a line.

One column of values, or two of which the first has the dates; tabs or semicolons
part them, a heading is left out, and a table that lies on its side is turned. How a date or a value
is read is told by whoever asks. Floor: quantities.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planner.quantities.typed.digits import ReadingError
from planner.storage.sentences.catalog import translate

LONGEST: Final = 100_000
"""Letters: a path of 120 knots takes a few thousand."""
_CELLS: Final = re.compile(r"\t|;")
_TWO: Final = 2
_QUOTED: Final = 40


@dataclass(frozen=True, slots=True)
class PastedColumn:
    """What a text says: values, and their dates where it has a column of them."""

    dates: tuple[float, ...] | None
    values: tuple[float, ...]


def read_pasted(
    text: str, date: Callable[[str], float], value: Callable[[str], float]
) -> PastedColumn:
    """Return the columns that a text holds.

    Raises ReadingError naming the first line that is understood by neither reader.
    """
    if len(text) > LONGEST:
        raise ReadingError(translate("Typed", "what was copied is too long for a path"))
    rows = _turned(_rows(text))
    if not rows:
        raise ReadingError(translate("Typed", "nothing was copied"))
    has_dates = max(map(len, rows)) >= _TWO
    if has_dates and _is_heading(rows[0], date, value):
        rows = rows[1:]
    if not has_dates and len(rows) > 1 and _fails(value, rows[0][0]):
        rows = rows[1:]
    if not rows:
        raise ReadingError(translate("Typed", "there is a heading and no value"))
    return _dated(rows, date, value) if has_dates else _plain(rows, value)


def _rows(text: str) -> list[list[str]]:
    """Return the cells of each line that has any."""
    lines = (line for line in text.splitlines() if line.strip(" \t;"))
    return [[cell.strip() for cell in _cells(line)] for line in lines]


def _cells(line: str) -> list[str]:
    cells = _CELLS.split(line.strip("\r\n"))
    while len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return cells


def _turned(rows: list[list[str]]) -> list[list[str]]:
    """Return a table with one pair a line, also of one that has one pair a column."""
    if rows and len(rows) <= _TWO < len(rows[0]):
        return [list(cells) for cells in zip(*rows, strict=False)]
    return rows


def _is_heading(
    cells: list[str], date: Callable[[str], float], value: Callable[[str], float]
) -> bool:
    return _fails(date, cells[0]) and _fails(value, cells[-1])


def _fails(read: Callable[[str], float], text: str) -> bool:
    try:
        read(text)
    except ReadingError:
        return True
    return False


def _plain(rows: list[list[str]], value: Callable[[str], float]) -> PastedColumn:
    return PastedColumn(None, tuple(_read(value, cells[0]) for cells in rows))


def _dated(
    rows: list[list[str]], date: Callable[[str], float], value: Callable[[str], float]
) -> PastedColumn:
    for cells in rows:
        if len(cells) != _TWO:
            said = translate("Typed", '"{text}" is no date with one value')
            raise ReadingError(said.format(text=" ".join(cells)[:_QUOTED]))
    dates = tuple(_read(date, cells[0]) for cells in rows)
    return PastedColumn(dates, tuple(_read(value, cells[1]) for cells in rows))


def _read(read: Callable[[str], float], text: str) -> float:
    try:
        return read(text)
    except ReadingError as error:
        said = translate("Typed", '"{text}" cannot be taken: {reason}')
        raise ReadingError(said.format(text=text[:_QUOTED], reason=error)) from None
