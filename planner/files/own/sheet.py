"""A planner's own numbers as rows of a workbook of scenarios; seventh floor of planner.

The one owner of what its sheet is called and which columns it has. A row is a point, a lever
that was in force, its value a number or dated values, or an assumption. What reads it again is
`planner.files.imports.own_sheet`.
"""

from collections.abc import Iterator
from typing import Final

from planner.files.format.own_fields import fields_of_points
from planner.files.own.heads import STANDARD
from planner.files.scenario.sheet_layout import IN_A_KNOT, IN_A_PATH
from planner.model.counted.own import OwnNumbers
from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.paths import LeverPath

OWN: Final = "Own numbers"
COLUMNS: Final = (
    *("outcome", "place", "date", "until", "value", "low", "high", "unit", "source", "label"),
    *("reading", "base_start", "base_end", "bound", "id"),
)
"""Columns besides that of the scenario, as in a planner's CSV."""
FIELDS: Final = {name: STANDARD.get(name, name) for name in COLUMNS}
"""What a scenario file calls each."""

Cell = str | float | None


def rows_of_own(own: OwnNumbers) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each point, lever and assumption, in the order of the columns."""
    for fields in fields_of_points(own.points):
        yield tuple(fields.get(FIELDS[name]) for name in COLUMNS)
    for address, setting in own.levers:
        key, element = split_address(address)
        value = dated_values(setting) if isinstance(setting, LeverPath) else setting
        said: dict[str, Cell] = {"outcome": key, "place": element or None, "value": value}
        said["unit"] = model().levers[key].unit
        yield tuple(said.get(name) for name in COLUMNS)
    for address, spread in own.assumptions:
        key, element = split_address(address)
        said = {"outcome": key, "place": element or None, "value": spread.central}
        said |= {"low": spread.low, "high": spread.high, "unit": model().assumptions[key].unit}
        yield tuple(said.get(name) for name in COLUMNS)


def dated_values(path: LeverPath) -> str:
    """Return knots as one text with all their digits: `2027.0:9000.0; 2030.0:12000.0`."""
    return f"{IN_A_PATH} ".join(f"{date!r}{IN_A_KNOT}{value!r}" for date, value in path.knots)
