"""Reads the second sheet: a row for each lever and scenario, a column for each date; seventh floor.

Columns may stand in any order; a cell that holds nothing makes no knot. Whether the knots make a
path is checked where the scenario is put together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from planner.files.imports.cells import date_in, number_in, text_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid, Value
from planner.files.imports.heads import columns_named
from planner.files.scenario.sheet_layout import (
    BESIDE_PATHS,
    DEFAULT,
    KEY,
    NAMED,
    plain_head,
    sheet_rows,
)
from planner.model.inputs import Lever
from planner.storage.sentences.file_error import refusal, shown

Knots = list[list[float]]
Paths = dict[tuple[str, str], tuple[Knots, str]]
"""Knots and the cell their row begins at, by the plain head of a scenario and an address.

No knots where the row is there and something is wrong with it.
"""

_NEEDED: Final = (KEY, NAMED)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column says what: those of `BESIDE_PATHS` by name, dates by their column."""

    named: Mapping[str, int]
    dates: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row below the head, and where its cells are."""

    grid: Grid
    number: int
    cells: Mapping[int, Value]
    columns: _Columns

    @property
    def is_of_default(self) -> bool:
        """Whether it is there to be looked at."""
        cell = self.cells.get(self.columns.named[NAMED])
        return isinstance(cell, str) and plain_head(cell) == DEFAULT

    def at(self, column: int) -> str:
        """Return where one of its cells is."""
        return self.grid.at(self.number, column)

    def text(self, name: str) -> str:
        """Return the text in one of the columns that are needed. Raises FileError."""
        column = self.columns.named[name]
        if column not in self.cells:
            raise refusal("sheet_row_without", file=self.at(column), found=shown(name))
        return text_in(self.cells[column], self.at(column)).strip()


def read_paths(grid: Grid | None, scenarios: set[str], faults: Faults) -> Paths:
    """Return the paths of the scenarios whose columns have these plain heads."""
    found: Paths = {}
    columns = None if grid is None else _columns(grid, faults)
    if grid is None or columns is None:
        return found
    for number, cells in grid.below():
        with faults.kept():
            _read_row(_Row(grid, number, cells, columns), scenarios, found)
    return found


def _columns(grid: Grid, faults: Faults) -> _Columns | None:
    """Return what the columns say, None where one that is needed is missing."""
    named = columns_named(grid, BESIDE_PATHS, faults)
    missing = [name for name in _NEEDED if name not in named]
    for name in missing:
        faults.add("sheet_no_column", file=grid.name, found=shown(name))
    return None if missing else _Columns(named, _dates(grid, faults))


def _dates(grid: Grid, faults: Faults) -> dict[int, float]:
    dates: dict[int, float] = {}
    for column, cell in grid.head.items():
        if isinstance(cell, str) and plain_head(cell) in BESIDE_PATHS:
            continue
        with faults.kept():
            at = grid.at(1, column)
            date = date_in(cell, at)
            if date in dates.values():
                raise refusal("sheet_date_twice", file=at, found=f"{date:.10g}")
            dates[column] = date
    return dates


def _read_row(row: _Row, scenarios: set[str], found: Paths) -> None:
    """Read the knots of one row. Raises FileError for what is wrong with it."""
    stray = next((column for column in row.cells if column not in row.grid.head), None)
    if stray is not None:
        raise refusal("sheet_no_head", file=row.at(stray))
    values = {column: row.cells[column] for column in row.columns.dates if column in row.cells}
    if not values or row.is_of_default:
        return
    key, name = (row.text(needed) for needed in _NEEDED)
    place, at = (plain_head(name), key), row.at(row.columns.named[KEY])
    known = sheet_rows().get(key)
    if known is None or not isinstance(known.of, Lever):
        raise refusal("sheet_no_lever", file=at, found=shown(key))
    if plain_head(name) not in scenarios:
        raise refusal("sheet_no_scenario", file=at, found=shown(name))
    if place in found:
        raise refusal("sheet_row_twice", file=at, found=shown(key))
    found[place] = [], at
    dates, lever = row.columns.dates, known.of
    knots = [[dates[c], number_in(cell, lever, row.at(c))] for c, cell in values.items()]
    found[place] = sorted(knots), at
