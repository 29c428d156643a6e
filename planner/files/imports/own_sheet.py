"""Reads the sheet of own numbers: a row for each point and lever of a scenario; seventh floor.

Columns may stand in any order. What a point may be is checked as in a scenario file, where the
scenario is put together; names of places, outcomes and units are those of a planner's CSV.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from planner.facts.convert import can_convert, convert
from planner.files.format.decode import Fields
from planner.files.imports.cells import as_in_a_file, date_in, text_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid, Value
from planner.files.imports.heads import columns_named
from planner.files.own.names import key_named, place_named
from planner.files.own.sheet import COLUMNS, FIELDS
from planner.files.own.typed import date_in as date_of
from planner.files.own.typed import number_in
from planner.files.scenario.sheet_layout import IN_A_KNOT, IN_A_PATH, NAMED, plain_head
from planner.model.graph import model
from planner.model.indices import address
from planner.quantities.typed.digits import ReadingError
from planner.storage.sentences.file_error import refusal, shown
from planner.storage.sentences.message import message

_NEEDED: Final = (NAMED, "outcome", "value")
_DATES: Final = ("date", "until", "base_start", "base_end")
_NUMBERS: Final = ("value", "low", "high")
_TEXTS: Final = tuple(name for name in COLUMNS if name not in (*_DATES, *_NUMBERS))


@dataclass(slots=True)
class OwnOfSheet:
    """The points of a scenario as fields of its file, its inputs by address, with their places."""

    points: list[tuple[Fields, str]] = field(default_factory=list)
    levers: dict[str, tuple[Any, str]] = field(default_factory=dict)
    assumptions: dict[str, tuple[Any, str]] = field(default_factory=dict)

    def named_points(self) -> list[tuple[Fields, str]]:
        """Return the points, those without an id with one that no other has."""
        taken = {point.get("id") for point, _ in self.points}
        free = (name for number in count(1) if (name := f"U{number:02d}") not in taken)
        return [
            (point if "id" in point else {**point, "id": next(free)}, at)
            for point, at in self.points
        ]


OwnBySheet = dict[str, OwnOfSheet]
"""By the plain head of a scenario."""


def read_own(grid: Grid | None, scenarios: set[str], faults: Faults) -> OwnBySheet:
    """Return the own numbers of the scenarios whose columns have these plain heads."""
    found: OwnBySheet = {}
    if grid is None:
        return found
    named = columns_named(grid, (NAMED, *COLUMNS), faults)
    missing = [name for name in _NEEDED if name not in named]
    for name in missing:
        faults.add("sheet_no_column", file=grid.name, found=shown(name))
    for column, cell in grid.head.items():
        if column not in named.values():
            said = shown(as_in_a_file(cell))
            at, names = grid.at(1, column), (NAMED, *COLUMNS)
            faults.add("sheet_no_such", file=at, found=said, names=names)
    for number, cells in () if missing else grid.below():
        values = {name: cells[column] for name, column in named.items() if column in cells}
        with faults.kept():
            stray = next((column for column in cells if column not in grid.head), None)
            if stray is not None:
                raise refusal("sheet_no_head", file=grid.at(number, stray))
            _read_row(values, grid.at(number, named[NAMED]), scenarios, found)
    return found


def _read_row(values: Mapping[str, Value], at: str, scenarios: set[str], found: OwnBySheet) -> None:
    for name in _NEEDED:
        if name not in values:
            raise refusal("sheet_row_without", file=at, found=shown(name))
    title = plain_head(text_in(values[NAMED], at))
    if title not in scenarios:
        raise refusal("sheet_no_scenario", file=at, found=shown(text_in(values[NAMED], at)))
    own = found.setdefault(title, OwnOfSheet())
    texts = {name: text_in(values[name], at).strip() for name in _TEXTS if name in values}
    said, place = texts["outcome"], texts.get("place", "")
    key, element = key_named(said) or said, place_named(place)
    element = place if element is None else element
    name, unit = address(key, element), texts.get("unit", "")
    if name in own.levers or name in own.assumptions:
        raise refusal("sheet_row_twice", file=at, found=shown(name))
    if key in model().levers:
        own.levers[name] = _lever(model().levers[key].unit, unit, values, at), at
    elif key in model().assumptions:
        own.assumptions[name] = _assumption(model().assumptions[key].unit, unit, values, at), at
    else:
        own.points.append((_point(key, element, texts, values, at), at))


def _point(
    key: str, element: str, texts: dict[str, str], values: Mapping[str, Value], at: str
) -> Fields:
    outcome = model().outcomes.get(key)
    usual = {"unit": outcome.unit if outcome else "1"}
    fields: Fields = usual | {FIELDS[name]: text for name, text in texts.items()}
    fields["outcome"] = key
    if element:
        fields["element"] = element
    for name, cell in values.items():
        if name in _DATES:
            fields[FIELDS[name]] = _date(cell, at)
        elif name in _NUMBERS:
            fields[FIELDS[name]] = _number(cell, fields["unit"])
    return fields


def _lever(unit: str, typed: str, values: Mapping[str, Value], at: str) -> Any:  # noqa: ANN401
    """Return the setting of a lever as a file holds it. Raises FileError."""
    if any(name in values for name in _DATES):
        raise refusal("sheet_lever_date", file=at)
    cell = values["value"]
    if isinstance(cell, str) and IN_A_KNOT in cell:
        knots = (part.partition(IN_A_KNOT) for part in cell.split(IN_A_PATH))
        return [[_date(date, at), _converted(value, typed, unit, at)] for date, _, value in knots]
    return _converted(cell, typed, unit, at)


def _assumption(unit: str, typed: str, values: Mapping[str, Value], at: str) -> Fields:
    """Return the range of an assumption as a file holds it; one that is not told is its value."""
    parts = (("low", "low"), ("central", "value"), ("high", "high"))
    cells = {part: values.get(name, values["value"]) for part, name in parts}
    return {part: _converted(cell, typed, unit, at) for part, cell in cells.items()}


def _converted(cell: Value, typed: str, unit: str, at: str) -> Any:  # noqa: ANN401
    """Return a number in the unit of its input. Raises FileError for a unit of something else."""
    if typed and not can_convert(typed, unit):
        allowed = message("own_unit", unit=unit)
        raise refusal("wrong", file=at, field="unit", found=shown(typed), allowed=allowed)
    value = _number(cell, typed or unit)
    return convert(value, typed, unit) if typed and isinstance(value, float) else value


def _date(cell: Value, at: str) -> float:
    if isinstance(cell, str):
        try:
            return date_of(cell)
        except ReadingError:
            pass
    return date_in(cell, at)


def _number(cell: Value, unit: str) -> Any:  # noqa: ANN401  (as a file holds it)
    """Return the number of a cell; what is none stays as it is, and the checks of a file tell."""
    if isinstance(cell, str):
        try:
            return number_in(cell.strip(), unit, ".")
        except ReadingError:
            return cell
    found = as_in_a_file(cell)
    return float(found) if isinstance(found, int) and not isinstance(found, bool) else found
