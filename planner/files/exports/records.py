"""Rows of a study as CSV: the same columns in each, numbers with nine digits at most.

Seventh floor.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.files.exports.tidy_table import csv_cell

Value = str | float | bool | None
Record = Mapping[str, Value]


def records_csv(records: Sequence[Record]) -> str:
    """Return a line per record below one of their names; a lone `id` where there is none."""
    return "".join(records_lines(records))


def records_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the same line by line, so that many records need not be held."""
    is_first = True
    for record in records:
        if is_first:
            yield _line(map(csv_cell, record))
            is_first = False
        yield _line(map(_cell, record.values()))
    if is_first:
        yield _line(["id"])


def _line(cells: Iterable[str]) -> str:
    return f"{','.join(cells)}\n"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return csv_cell(value) if isinstance(value, str) else f"{value:.9g}"
