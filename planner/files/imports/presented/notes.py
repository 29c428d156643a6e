"""Reads the sheet of notes on charts: a row for each, in the order they stand; seventh floor.

What a note may be is checked as in a scenario file, where the scenario is put together.
"""

from collections.abc import Mapping

from planner.files.format.decode import Fields
from planner.files.imports.cells import as_in_a_file, date_in, text_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid
from planner.files.imports.presented.named_rows import NamedRow, rows_named
from planner.files.presented.tables import NOTES, OF_NOTES
from planner.files.scenario.sheet_layout import NAMED

PlacedFields = dict[str, list[tuple[Fields, str]]]
"""Fields of a file and the cell their row begins at, by the plain head of a scenario."""

_NEEDED = (NAMED, "chart", "text")
_NUMBERS = ("value", "x", "y")


def read_notes(grids: Mapping[str, Grid], scenarios: set[str], faults: Faults) -> PlacedFields:
    """Return the notes of the scenarios whose columns have these plain heads."""
    found: PlacedFields = {}
    for row in rows_named(grids.get(NOTES), OF_NOTES, _NEEDED, faults):
        with faults.kept():
            row.check(_NEEDED)
            found.setdefault(row.scenario(scenarios), []).append((_note(row), row.at))
    return found


def _note(row: NamedRow) -> Fields:
    values = row.values
    fields: Fields = {"text": text_in(values["text"], row.cell_at("text"))}
    for key in ("chart", "element"):
        if key in values:
            fields[key] = text_in(values[key], row.cell_at(key)).strip()
    if "date" in values:
        fields["date"] = date_in(values["date"], row.cell_at("date"))
    return fields | {key: as_in_a_file(values[key]) for key in _NUMBERS if key in values}
