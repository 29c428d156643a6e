"""Reads the third sheet: a row for each target of a scenario; seventh floor of planner.

Columns may stand in any order, and others beside them where none of them lacks. What a target may
be is checked as in a scenario file, where the scenario is put together.
"""

from collections.abc import Mapping
from typing import Any, Final

from planner.files.format.decode import Fields
from planner.files.imports.cells import as_in_a_file, exact_or_typed, text_in, whole_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid, Value
from planner.files.imports.heads import columns_named
from planner.files.scenario.sheet_layout import (
    ALSO_OF_TARGETS,
    IN_A_KNOT,
    IN_A_PATH,
    NAMED,
    OF_TARGETS,
    plain_head,
)
from planner.model.graph import model
from planner.quantities.dates import year_of_date
from planner.quantities.typed.digits import ReadingError
from planner.storage.sentences.file_error import refusal, shown

Targets = dict[str, list[tuple[Fields, str]]]
"""Fields of targets and the cell their row begins at, by the plain head of a scenario."""

_NEEDED: Final = (NAMED, *OF_TARGETS[:1])
_COLUMNS: Final = (NAMED, *OF_TARGETS)


def read_targets(grid: Grid | None, scenarios: set[str], faults: Faults) -> Targets:
    """Return the targets of the scenarios whose columns have these plain heads."""
    found: Targets = {}
    if grid is None:
        return found
    named = columns_named(grid, (*_COLUMNS, *ALSO_OF_TARGETS), faults)
    if not named.keys() >= {*_COLUMNS}:
        _check_heads(grid, faults)
    missing = [name for name in _NEEDED if name not in named]
    for name in missing:
        faults.add("sheet_no_column", file=grid.name, found=shown(name))
    for number, cells in () if missing else grid.below():
        values = {name: cells[named[name]] for name in _COLUMNS if named.get(name) in cells}
        with faults.kept():
            _check_strays(grid, number, cells)
            _read_row(values, grid.at(number, named[NAMED]), scenarios, found)
    return found


def _check_heads(grid: Grid, faults: Faults) -> None:
    """Add a fault for each column that nothing would read: it may be one of those that lack."""
    for column, cell in grid.head.items():
        head = cell if isinstance(cell, str) else ""
        if plain_head(head) not in (*_COLUMNS, *ALSO_OF_TARGETS):
            said = shown(as_in_a_file(cell))
            faults.add("sheet_no_such", file=grid.at(1, column), found=said, names=_COLUMNS)


def _check_strays(grid: Grid, number: int, cells: Mapping[int, Value]) -> None:
    for column in cells:
        if column not in grid.head:
            raise refusal("sheet_no_head", file=grid.at(number, column))


def _read_row(values: Mapping[str, Value], at: str, scenarios: set[str], found: Targets) -> None:
    if not values:
        return
    if NAMED not in values:
        raise refusal("sheet_row_without", file=at, found=shown(NAMED))
    name = text_in(values[NAMED], at).strip()
    if plain_head(name) not in scenarios:
        raise refusal("sheet_no_scenario", file=at, found=shown(name))
    found.setdefault(plain_head(name), []).append((target_in(values, at), at))


def target_in(values: Mapping[str, Value], at: str) -> Fields:
    """Return the fields of a target that the cells of a row tell. Raises FileError."""
    texts = ("outcome", "element", "sense", "between")
    fields: Fields = {key: text_in(values[key], at).strip() for key in texts if key in values}
    if "level" in values:
        outcome = model().outcomes.get(fields.get("outcome", ""))
        fields["level"] = _level(values["level"], outcome.unit if outcome else "1")
    if "year" in values:
        fields["year"] = whole_in(values["year"])
    return fields


def _level(cell: Value, unit: str) -> Any:  # noqa: ANN401  (as a file holds it)
    """Return a number, knots or the key of an outcome; what is none of them stays as it is."""
    if not isinstance(cell, str):
        return as_in_a_file(cell)
    text = cell.strip()
    try:
        if IN_A_KNOT in text:
            knots = (part.partition(IN_A_KNOT) for part in text.split(IN_A_PATH))
            return [
                [year_of_date(date.strip()), exact_or_typed(value, unit)]
                for date, _, value in knots
            ]
        return text if text in model().outcomes else exact_or_typed(text, unit)
    except ReadingError:
        return text
