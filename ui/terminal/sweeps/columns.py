"""Columns and levels of a sweep as they are typed: `enterprises_2030_12>=9000`."""

import re
from typing import TYPE_CHECKING, Final

from planner.model.graph import model
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.changes import number_of
from ui.terminal.reading.inputs import InputError

if TYPE_CHECKING:
    from planner.sweep.plan.columns import Column
    from planner.sweep.summary.level import Level, Sense
    from planner.sweep.summary.reader import Folder

_LEVEL: Final = re.compile(r"\s*(\w+)\s*(>=|<=|≥|≤)\s*(.+?)\s*")
_SENSES: Final[dict[str, "Sense"]] = {
    ">=": "at least",
    "≥": "at least",
    "<=": "at most",
    "≤": "at most",
}


def column_named(folder: "Folder", name: str) -> "Column":
    """Return a column by its name. Raises InputError."""
    known = {column.name: column for column in folder.plan.columns}
    if name not in known:
        said = translate("Terminal", "the sweep has no column {name}; it has {known}")
        raise InputError(said.format(name=shown(name), known=in_a_row(known)))
    return known[name]


def level_of(folder: "Folder", text: str) -> "Level":
    """Return the level that is typed. Raises InputError."""
    from planner.sweep.summary.level import Level

    found = _LEVEL.fullmatch(text)
    if found is None:
        said = translate("Terminal", "--level takes a column, >= or <= and a number, not {given}")
        raise InputError(said.format(given=shown(text)))
    name, sign, number = found.groups()
    outcome = model().outcomes[column_named(folder, name).outcome]
    if outcome.states:
        said = translate("Terminal", "{name} has states; the share of each is told without --level")
        raise InputError(said.format(name=name))
    return Level(name, _SENSES[sign], number_of(name, number, outcome.unit))
