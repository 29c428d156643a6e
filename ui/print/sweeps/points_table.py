"""The table of the points of a sweep as a file: CSV for programs, a workbook as it is read.

A CSV is in English and in units of the model, a workbook in the language and units chosen. Both
are made some thousand rows at a time. Floor: print.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps
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
from planner.storage.sentences.catalog import translate
from ui.engine.sweeps.points import PointsFound
from ui.items.sweep_columns import PointsColumn, columns_of_figures, columns_of_settings

if TYPE_CHECKING:
    from planner.sweep.design.points import Points

_STEP: Final = 5000
"""Rows of a step."""
_PACKING: Final = 0.9
"""Share of the work before a workbook is packed, which is one step."""
_WIDTH: Final = 18


def table_of_points(points: "Points", found: PointsFound, path: Path) -> Steps[dict[Path, bytes]]:
    """Return the table as the ending of the name says: a workbook, else CSV; yields the share."""
    columns = (*columns_of_settings(points), *columns_of_figures(found))
    is_book = path.suffix.casefold() == ".xlsx"
    making = _workbook(columns, points.count) if is_book else _csv(columns, found, points.count)
    return {path: (yield from making)}


def _csv(columns: Sequence[PointsColumn], found: PointsFound, count: int) -> Steps[bytes]:
    level, name = found.asked.level, found.asked.column.name
    asked = (name,) if level is None else (name, level.text)
    head = [each.key for each in columns]
    parts = [",".join((*head, "column", *(() if level is None else ("level",))))]
    end = ",".join(asked)
    for begin in range(0, count, _STEP):
        cells = [_plain(each, begin) for each in columns]
        parts.extend(f"{','.join(row)},{end}" for row in zip(*cells, strict=True))
        yield begin / count
    return ("\n".join(parts) + "\n").encode()


def _plain(column: PointsColumn, begin: int) -> list[str]:
    """Return some cells of a column as programs read them; empty where there is no number."""
    values = column.values[begin : begin + _STEP].tolist()
    if column.kind == "word":
        return [column.keys[int(each)] for each in values]
    return ["" if isnan(each) else f"{each:.9g}" for each in values]


def _workbook(columns: Sequence[PointsColumn], count: int) -> Steps[bytes]:
    from xlsxwriter import Workbook

    data = BytesIO()
    head = tuple(each.heading for each in columns)
    name = translate("Sweeps", "Points")
    with Workbook(data, {"constant_memory": True}) as book:
        forms = forms_of(book)
        sheet = Sheet(name, head, (), (_WIDTH,) * len(head), frozen=1)
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
