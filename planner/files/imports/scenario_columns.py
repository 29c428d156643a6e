"""Reads the first sheet: a row for each value, a column for each scenario.

Seventh floor of planner. Each cell is checked by itself, so that everything that is wrong is found,
and then each scenario as a whole by the checks of a scenario file: what a scenario may hold is told
nowhere here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from planner.files.format.decode import Fields
from planner.files.imports.cells import number_in, text_in, whole_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid, Value
from planner.files.imports.nested import merged, nested, whole_spread
from planner.files.imports.own_sheet import OwnBySheet, OwnOfSheet, read_own
from planner.files.imports.path_sheet import Knots, Paths, read_paths
from planner.files.imports.presented.notes import PlacedFields, read_notes
from planner.files.imports.presented.story import read_stories
from planner.files.imports.target_sheet import Targets, read_targets
from planner.files.own.sheet import OWN
from planner.files.scenario.content import Content, content_of_fields
from planner.files.scenario.fields import fields_of
from planner.files.scenario.scenario_list import SCENARIOS_AT_MOST
from planner.files.scenario.sheet_layout import (
    KEY,
    ON_A_PATH,
    PARTS,
    PATHS,
    SCENARIOS,
    TARGETS,
    WHOLE,
    SheetRow,
    is_beside,
    plain_head,
    sheet_rows,
)
from planner.model.inputs import Assumption, Lever
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import refusal, shown
from planner.storage.sentences.message import Message, message

_CHOICES: Final = ("figures", "draws")


@dataclass(slots=True)
class _Column:
    """What one scenario's column says: fields of its file so far, and where each stands."""

    head: str
    at: str
    settings: Fields = field(default_factory=dict)
    levers: dict[str, Any] = field(default_factory=dict)
    on_a_path: dict[str, str] = field(default_factory=dict)
    assumed: dict[str, dict[str, float]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other sheets say of the scenarios."""

    paths: Paths
    targets: Targets
    own: OwnBySheet
    presented: dict[str, PlacedFields]
    """Steps as `story`, notes as `pinned`."""


def read_scenarios(grids: Mapping[str, Grid], faults: Faults) -> tuple[Content, ...]:
    """Return the scenarios of a workbook; what is wrong is added to the faults."""
    grid = grids[SCENARIOS]
    key_column = _key_column(grid, faults)
    if key_column is None:
        return ()
    columns = _scenario_columns(grid, faults)
    rows = dict(_rows(grid, key_column, faults))
    _add_strays(grid, rows, key_column, set(columns), faults)
    heads = {plain_head(each.head) for each in columns.values()}
    beside = _Beside(
        read_paths(grids.get(PATHS), heads, faults),
        read_targets(grids.get(TARGETS), heads, faults),
        read_own(grids.get(OWN), heads, faults),
        {
            "story": read_stories(grids, heads, faults),
            "pinned": read_notes(grids, heads, faults),
        },
    )
    contents = []
    for number, column in columns.items():
        for line, row in rows.items():
            cell = grid.rows[line].get(number)
            if cell is not None:
                with faults.kept():
                    _read_cell(column, row, cell, grid.at(line, number))
        contents.append(_put_together(column, beside, faults))
    return tuple(each for each in contents if each is not None)


def _key_column(grid: Grid, faults: Faults) -> int | None:
    """Return the column that the keys of rows stand in."""
    for column, cell in grid.head.items():
        if isinstance(cell, str) and plain_head(cell) == KEY:
            return column
    faults.add("sheet_no_column", file=grid.name, found=shown(KEY))
    return None


def _scenario_columns(grid: Grid, faults: Faults) -> dict[int, _Column]:
    """Return every column that is a scenario, by its number."""
    columns: dict[int, _Column] = {}
    taken: set[str] = set()
    for number, cell in sorted(grid.head.items()):
        at = grid.at(1, number)
        with faults.kept():
            head = text_in(cell, at)
            if plain_head(head) in taken:
                key = "sheet_date_twice" if is_beside(head) else "sheet_scenario_twice"
                raise refusal(key, file=at, found=shown(head))
            taken |= {plain_head(head)} - {""}
            if not is_beside(head):
                columns[number] = _Column(head, at)
    if len(columns) > SCENARIOS_AT_MOST:
        count, most = len(columns), SCENARIOS_AT_MOST
        faults.add("too_many_scenarios", file=grid.name, count=count, most=most)
        return {}
    if not columns:
        faults.add("sheet_without", file=grid.name)
    return columns


def _rows(grid: Grid, key_column: int, faults: Faults) -> Iterator[tuple[int, SheetRow]]:
    """Yield the number of every row whose key is known; add a fault for each that is not."""
    seen: dict[str, int] = {}
    for number, cells in grid.below():
        if key_column not in cells:
            continue
        at = grid.at(number, key_column)
        with faults.kept():
            key = text_in(cells[key_column], at).strip()
            row = sheet_rows().get(key)
            if row is None:
                raise refusal("sheet_no_row", file=at, found=shown(key), hint=_hint(key))
            if key in seen:
                raise refusal("sheet_row_twice", file=at, found=shown(key))
            seen[key] = number
            yield number, row


def _hint(key: str) -> Message:
    from difflib import get_close_matches

    near = get_close_matches(key, sheet_rows(), n=1)
    if not near:
        return message("sheet_keys_stand_in")
    return message("did_you_mean", names=(message("exactly", value=near[0]),))


def _add_strays(
    grid: Grid, rows: dict[int, SheetRow], key_column: int, scenarios: set[int], faults: Faults
) -> None:
    """Add what nothing would read: values below no name, and values of scenarios without a key."""
    for number, cells in grid.below():
        for column in cells:
            if column not in grid.head and number in rows:
                faults.add("sheet_no_head", file=grid.at(number, column))
        values = scenarios & set(cells)
        if key_column not in cells and values:
            faults.add("sheet_row_without", file=grid.at(number, min(values)), found=shown(KEY))


def _read_cell(column: _Column, row: SheetRow, cell: Value, at: str) -> None:
    """Take over what one cell says. Raises FileError where a scenario cannot hold it."""
    column.places[row.key] = at
    match row.of:
        case Lever() as lever:
            if isinstance(cell, str) and plain_head(cell) == ON_A_PATH:
                column.on_a_path[row.key] = at
                return
            value: Any = number_in(cell, lever, at)
            _check({"levers": nested(row.key, value)}, at)
            column.levers[row.key] = value
        case Assumption() as assumption:
            number = number_in(cell, assumption, at)
            column.assumed.setdefault(row.address, {})[row.part] = number
        case None:
            value = whole_in(cell) if row.key in WHOLE else text_in(cell, at)
            if row.key in _CHOICES:
                value = value.strip()
            _check({row.key: value}, at)
            column.settings[row.key] = value


def _put_together(column: _Column, beside: _Beside, faults: Faults) -> Content | None:
    """Return the scenario of a column, checked as its file would be."""
    before, plain = len(faults), plain_head(column.head)
    paths = {key: path for (name, key), path in beside.paths.items() if name == plain}
    _add_paths(column, paths, faults)
    lists = {"targets": beside.targets} | beside.presented
    told = {key: _checked_list(key, each.get(plain, []), faults) for key, each in lists.items()}
    fields = {**_bare(), "title": column.head.strip(), **column.settings, **told}
    fields["levers"] = merged(column.levers)
    spreads = {}
    for address, parts in column.assumed.items():
        spreads[address] = whole_spread(address, parts, fields["figures"])
        first = next(part for part in PARTS if part in parts)
        with faults.kept():
            at = column.places[f"{address}.{first}"]
            _check({"assumptions": nested(address, spreads[address])}, at)
    fields["assumptions"] = merged(spreads)
    if own := beside.own.get(plain):
        fields["own"] = _own(own, faults)
    if len(faults) > before:
        return None
    with faults.kept():
        return content_of_fields(fields, column.at)
    return None


def _checked_list(key: str, items: list[tuple[Fields, str]], faults: Faults) -> list[Fields]:
    """Return items of a list of the file, each checked by itself."""
    for item, at in items:
        with faults.kept():
            _check({key: [item]}, at)
    return [item for item, _ in items]


def _own(own: OwnOfSheet, faults: Faults) -> Fields:
    """Return own numbers as they stand in a file, each checked by itself."""
    points = own.named_points()
    for point, at in points:
        with faults.kept():
            _check({"own": {"points": [point]}}, at)
    found: Fields = {"points": [point for point, _ in points]}
    for kind, inputs in (("levers", own.levers), ("assumptions", own.assumptions)):
        for name, (setting, at) in inputs.items():
            with faults.kept():
                _check({"own": {kind: nested(name, setting)}}, at)
        found[kind] = merged({name: setting for name, (setting, _) in inputs.items()})
    return {key: each for key, each in found.items() if each}


def _add_paths(column: _Column, own: dict[str, tuple[Knots, str]], faults: Faults) -> None:
    for key, at in column.on_a_path.items():
        if key not in own:
            faults.add("sheet_no_path", file=at, found=shown(column.head.strip()))
    for key, (knots, at) in own.items():
        if not knots:
            continue
        with faults.kept():
            if key in column.levers:
                raise refusal("sheet_path_and_number", file=column.places[key], found=at)
            _check({"levers": nested(key, knots)}, at)
            column.levers[key] = knots


def _check(fields: Fields, at: str) -> None:
    """Raise FileError, naming the place, unless a scenario file could hold these fields."""
    content_of_fields({**_bare(), **fields}, at)


def _bare() -> Fields:
    return fields_of(Scenario())
