"""A table of a sweep as a file: CSV for programs, a workbook as it is read.

A CSV is in English and in units of the model, a workbook in the language and units chosen. Both
are made some thousand rows at a time. Floor: print.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from math import isnan
from pathlib import Path
from typing import Final

from planner.ensemble.progress import Steps
from planner.files.exports.records import records_lines
from planner.files.exports.sheets.cells import (
    Cell,
    Figure,
    Percent,
    Row,
    Sheet,
    begin_sheet,
    forms_of,
    write_rows,
)
from planner.quantities.telling import telling_decimals
from ui.items.sweep_columns import PointsColumn
from ui.items.sweep_told import TableTold

_STEP: Final = 5000
"""Rows of a step."""
_PACKING: Final = 0.9
"""Share of the work before a workbook is packed, which is one step."""
_WIDTH: Final = 18


def table_file(table: TableTold, path: Path) -> Steps[dict[Path, bytes]]:
    """Return the table as the ending of the name says: a workbook, else CSV; yields the share."""
    is_book = path.suffix.casefold() == ".xlsx"
    return {path: (yield from (_workbook(table) if is_book else _csv(table)))}


def _csv(table: TableTold) -> Steps[bytes]:
    lines, parts, done = records_lines(table.records()), [], 0
    while part := "".join(islice(lines, _STEP)):
        parts.append(part.encode())
        done += _STEP
        yield min(1.0, done / max(1, table.count))
    return b"".join(parts)


def _workbook(table: TableTold) -> Steps[bytes]:
    from xlsxwriter import Workbook

    data = BytesIO()
    columns, count = table.columns, table.count
    head = tuple(each.heading for each in columns)
    with Workbook(data, {"constant_memory": True}) as book:
        forms = forms_of(book)
        sheet = Sheet(table.name, head, (), (_WIDTH,) * len(head), frozen=1)
        made = begin_sheet(book, sheet, forms)
        for begin in range(0, count, _STEP):
            write_rows(made, _rows(columns, begin), forms, begin)
            yield _PACKING * begin / count
        yield _PACKING
    return data.getvalue()


def _rows(columns: Sequence[PointsColumn], begin: int) -> Iterator[Row]:
    cells = [_cells(each, begin) for each in columns]
    yield from zip(*cells, strict=True)


def _cells(column: PointsColumn, begin: int) -> list[Cell]:
    values = column.values[begin : begin + _STEP].tolist()
    if column.kind == "word":
        return [column.told(each) for each in values]
    if column.kind == "share":
        return [None if isnan(each) else Percent(each) for each in values]
    shown = map(column.shown, values)
    return [None if isnan(each) else _figure(each) for each in shown]


def _figure(value: float) -> Figure:
    is_whole = value == round(value) if abs(value) < 1e15 else True  # noqa: PLR2004
    return Figure(value, 0 if is_whole else telling_decimals(value))
