"""Rows of a study as CSV: the same columns in each, numbers with nine digits at most.

Seventh floor.
"""

from collections.abc import Mapping, Sequence

from planner.files.exports.tidy_table import csv_cell

Value = str | float | bool | None
Record = Mapping[str, Value]


def records_csv(records: Sequence[Record]) -> str:
    """Return a line per record below one of their names; a lone `id` where there is none."""
    head = list(records[0]) if records else ["id"]
    lines = [head, *(list(map(_cell, record.values())) for record in records)]
    return "".join(f"{','.join(line)}\n" for line in lines)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return csv_cell(value) if isinstance(value, str) else f"{value:.9g}"
