"""Projections as a workbook for spreadsheets: what was run, what was changed, and every number.

Top floor of planner. The numbers are those of the CSV, in the same columns. Texts are written as
texts, whatever they begin with: nothing in a workbook is a formula or a link.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps, to_the_end
from planner.ensemble.projection import Projection, Request
from planner.files.exports.chart_table import CHART_COLUMNS, chart_rows
from planner.files.exports.tidy_table import BANDS, COLUMNS, tidy_table
from planner.files.exports.xml_text import xml_text
from planner.files.scenario.titles import distinct_names
from planner.model.graph import model
from planner.model.lever_settings import has_knots, lever_texts
from planner.model.paths import KNOTS_AT_MOST
from planner.model.scenario import (
    BASELINE,
    Scenario,
    assumption_at,
    assumption_default,
    lever_at,
    lever_value,
)
from planner.quantities.shown import words_of
from planner.quantities.spread import Spread

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | float
Row = Sequence[Cell]

_NO_SURPRISES: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ROWS_A_STEP: Final = 2000
_CELL_AT_MOST: Final = 32_767  # characters that a spreadsheet takes in one cell
_USUAL_WIDTH: Final = 13
_WIDTHS: Final = {"scenario": 24, "time": 9, "outcome": 32, "index": 12, "unit": 18, "state": 10}
_CHANGES: Final = ("scenario", "input", "label", "unit", "default", "value")


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    head: tuple[str, ...]
    rows: Iterator[Row]
    widths: tuple[int, ...]


def workbook(projections: Sequence[Projection]) -> bytes:
    """Return a workbook of three sheets: runs, changed inputs, and the tidy table of numbers.

    Undefined and unbounded values are said in words; a run without futures has no ranges. A run a
    scenario; names are those of the CSV.
    """
    return to_the_end(workbook_steps(projections))


def chart_workbook(projections: Sequence[Projection], requests: Sequence[Request]) -> bytes:
    """Return a workbook of what one chart shows, the numbers in the columns of its CSV."""
    rows = list(chart_rows(projections, requests))
    return to_the_end(_steps(projections, CHART_COLUMNS, rows, len(rows)))


def workbook_steps(projections: Sequence[Projection]) -> Steps[bytes]:
    """Do what `workbook` does, yielding the share of the numbers that is written."""
    table = tidy_table(projections)
    return _steps(projections, COLUMNS, table.itertuples(index=False), len(table))


def _steps(
    projections: Sequence[Projection],
    columns: Sequence[str],
    rows: Iterable[Row],
    count: int,
) -> Steps[bytes]:
    """Write a workbook whose sheet of numbers has these rows, `count` of them."""
    from xlsxwriter import Workbook

    names = distinct_names(each.scenario.title for each in projections)
    named = tuple(zip(names, projections, strict=True))
    data = BytesIO()
    with Workbook(data, _NO_SURPRISES) as book:
        title = xml_text(projections[0].scenario.title)
        book.set_properties({"title": title, "author": "Suanli"})
        bold = book.add_format({"bold": True, "bottom": 1})
        for sheet in (_runs(named), _changes(named)):
            _fill(_made(book, sheet, bold), sheet.rows)
        bare = frozenset(name for name, run in named if not run.futures)
        numbers = _numbers(iter(rows), bare, columns)
        made = _made(book, numbers, bold)
        for begin in range(0, count, _ROWS_A_STEP):
            _fill(made, islice(numbers.rows, _ROWS_A_STEP), begin)
            yield begin / count
    return data.getvalue()


def _made(book: "Workbook", sheet: _Sheet, bold: "Format") -> "Worksheet":
    """Return a worksheet with its head; there is nothing below it yet."""
    made = book.add_worksheet(sheet.name)
    made.freeze_panes(1, 0)
    made.write_row(0, 0, sheet.head, bold)
    for place, width in enumerate(sheet.widths):
        made.set_column(place, place, width)
    return made


def _fill(made: "Worksheet", rows: Iterable[Row], begin: int = 0) -> None:
    for number, row in enumerate(rows, start=begin + 1):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                made.write_string(number, place, xml_text(cell)[:_CELL_AT_MOST])
            elif isfinite(cell):
                made.write_number(number, place, cell)
            else:
                made.write_string(number, place, words_of(cell))


def _runs(named: Sequence[tuple[str, Projection]]) -> _Sheet:
    """Return what was run; where a run breaks a law of the model, a last column says so."""
    head = ("scenario", "title", "author", "notes", "baseline", "figures", "model", "futures")
    breach = ("breach",) if any(run.breach for _, run in named) else ()
    rows: Iterator[Row] = (
        (
            name,
            run.scenario.title,
            run.scenario.author,
            run.scenario.notes,
            BASELINE,
            run.scenario.figures,
            model().version,
            run.futures,
            run.draws.kind if run.futures else "",
            run.scenario.seed,
            *([run.breach.sentence if run.breach else ""] if breach else ()),
        )
        for name, run in named
    )
    widths = (24, 32, 16, 48, 16, 14, 8, 10, 12, 10, *(80 for _ in breach))
    return _Sheet("runs", (*head, "draws", "seed", *breach), rows, widths)


def _changes(named: Sequence[tuple[str, Projection]]) -> _Sheet:
    rows = (row for name, run in named for row in _changed_inputs(name, run.scenario))
    return _Sheet("changes", _CHANGES, rows, (24, 32, 40, 16, 22, 22))


def _changed_inputs(name: str, scenario: Scenario) -> Iterator[Row]:
    for where, _ in scenario.levers:
        lever, _ = lever_at(where)
        default = Scenario(figures=scenario.figures)
        values: tuple[Cell, ...] = tuple(lever_value(each, where) for each in (default, scenario))
        if has_knots(where, scenario):
            values = tuple(_whole_paths(where, (default, scenario)))
        yield name, where, lever.label, lever.unit, *values
    for where, spread in scenario.assumptions:
        row, _ = assumption_at(where)
        default_spread = assumption_default(where, scenario.figures)
        yield name, where, row.label, row.unit, _three(default_spread), _three(spread)


def _whole_paths(name: str, scenarios: Sequence[Scenario]) -> list[str]:
    return lever_texts(name, scenarios, "{:.10g}".format, most=KNOTS_AT_MOST)


def _three(spread: Spread) -> str:
    return " : ".join(f"{part:.10g}" for part in spread.parts)


def _numbers(rows: Iterator[Row], bare: frozenset[str], columns: Sequence[str]) -> _Sheet:
    """Return a tidy table; `bare` are the names of runs that have no ranges to tell."""
    ranges, state = columns.index(BANDS[0]), columns.index("state")
    told = (_told(row, ranges, state, is_bare=row[0] in bare) for row in rows)
    widths = tuple(_WIDTHS.get(column, _USUAL_WIDTH) for column in columns)
    return _Sheet("numbers", tuple(columns), told, widths)


def _told(row: Row, ranges: int, state: int, *, is_bare: bool) -> Row:
    """Return a row without what it has not: ranges that are not told, and what only states have."""
    if not row[state]:
        return row[:ranges] if is_bare else row[:state]
    last = state + 1 if is_bare else len(row)
    return (*row[:ranges], *[""] * len(BANDS), *row[state:last])
