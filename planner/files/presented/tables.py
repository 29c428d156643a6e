"""Stories and notes on charts as rows of a workbook of scenarios; seventh floor of planner.

The one owner of what their sheets are called and which columns they have. A story has a row for
each step, and one on a sheet of their own for each scenario drawn beside it. What a state has
changed stands on a sheet of inputs, what it wants on one of targets, each told by the number of its
step and, where it is beside, by its own. `planner.files.imports.presented` reads them again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Final

from planner.files.format.decode import Fields
from planner.files.own.sheet import dated_values
from planner.files.scenario.fields import fields_of
from planner.files.scenario.sheet_layout import (
    ALSO_OF_TARGETS,
    KEY,
    NAMED,
    OF_TARGETS,
    PARTS,
    SheetRow,
    column_names,
    sheet_rows,
)
from planner.files.scenario.target_fields import fields_of_targets
from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario
from planner.model.story.states import story_of
from planner.model.targets.target import Target
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.spoken import ENGLISH

STORY: Final = "Story"
STORY_BESIDE: Final = "Story scenarios"
STORY_INPUTS: Final = "Story inputs"
STORY_TARGETS: Final = "Story targets"
NOTES: Final = "Notes on charts"

STEP: Final = "step"
BESIDE: Final = "beside"
"""How many are drawn beside a step, or which of them a row is of, counted from 1."""
SETTINGS: Final = ("figures", "draws", "seed", "futures", "last_year")
SHOWN: Final = tuple(part.name for part in fields(Shown))
OF_STORY: Final = (NAMED, STEP, "title", "sentence", *SETTINGS, *SHOWN, BESIDE)
OF_BESIDE: Final = (NAMED, STEP, BESIDE, "title", *SETTINGS)
VALUE: Final = "value"
OF_INPUTS: Final = (NAMED, STEP, KEY, VALUE, BESIDE)
OF_STORY_TARGETS: Final = (NAMED, STEP, *OF_TARGETS, BESIDE)
OF_NOTES: Final = (NAMED, "chart", "element", "text", "date", "value", "x", "y")
ALSO: Final = ALSO_OF_TARGETS
"""Columns of inputs and targets that are there for whoever reads them."""
_LEVEL: Final = OF_TARGETS.index("level")
_QUOTE: Final = '"'

Cell = str | float | bool | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, and the place of the one that is told in percent, if any is."""

    cells: tuple[Cell, ...]
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its head, the widths of its first columns, its rows."""

    name: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[TableRow, ...]


def presented_tables(scenarios: tuple[Scenario, ...]) -> Iterator[Table]:
    """Yield the sheets that hold something: the story's four, and that of notes."""
    named = tuple(zip(column_names(scenarios), scenarios, strict=True))
    yield from _filled(STORY, OF_STORY, (24, 8, 34, 60), _steps(named))
    yield from _filled(STORY_BESIDE, OF_BESIDE, (24, 8, 8, 34), _besides(named))
    inputs = (*OF_INPUTS, *ALSO)
    yield from _filled(STORY_INPUTS, inputs, (24, 8, 34, 20, 8, 44, 20), _inputs(named))
    yield from _filled(STORY_TARGETS, (*OF_STORY_TARGETS, *ALSO), (24, 8, 28), _targets(named))
    yield from _filled(NOTES, OF_NOTES, (24, 28, 12, 60), _notes(named))


def target_row(before: Sequence[Cell], target: Target, behind: Sequence[Cell] = ()) -> TableRow:
    """Return the row of a target, before and behind it the cells that tell whose it is."""
    [found] = fields_of_targets((target,))
    row, level = model().outcomes[target.outcome], target.level
    cells = [found.get(key) for key in OF_TARGETS]
    cells[_LEVEL] = dated_values(level) if isinstance(level, LeverPath) else level
    shown = unit_form(row.unit, language=ENGLISH).shown
    is_percent = shown.startswith(PERCENT) and not isinstance(cells[_LEVEL], str)
    place = len(before) + _LEVEL if is_percent else None
    return TableRow((*before, *cells, *behind, row.label, shown), place)


def quoted(text: str) -> str:
    """Return a text for a cell: an empty one in quotes, for an empty cell says nothing."""
    return text if text.strip(_QUOTE) else f"{_QUOTE}{text}{_QUOTE}"


def unquoted(text: str) -> str:
    """Return the text that `quoted` made a cell of."""
    is_quoted = len(text) > 1 and not text.strip(_QUOTE)
    return text[1:-1] if is_quoted else text


_Named = tuple[tuple[str, Scenario], ...]


def _filled(
    name: str, head: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[TableRow]
) -> Iterator[Table]:
    found = tuple(rows)
    if found:
        yield Table(name, head, widths, found)


def _steps(named: _Named) -> Iterator[TableRow]:
    for name, scenario in named:
        for number, step in enumerate(fields_of(scenario).get("story", ()), start=1):
            yield TableRow((name, number, *_said(step)))


def _said(step: Fields) -> Iterator[Cell]:
    """Yield the cells of a step behind its number; what it leaves out is empty."""
    for key in ("title", "sentence", *SETTINGS):
        yield step.get(key)
    for part in SHOWN:
        found: Cell = step.get("shown", {}).get(part)
        yield quoted(found) if isinstance(found, str) else found
    yield len(step["beside"]) if "beside" in step else None


def _besides(named: _Named) -> Iterator[TableRow]:
    for name, scenario in named:
        for number, step in enumerate(fields_of(scenario).get("story", ()), start=1):
            for place, each in enumerate(step.get("beside", ()), start=1):
                cells = (each[key] for key in ("title", *SETTINGS))
                yield TableRow((name, number, place, *cells))


def _states(scenario: Scenario) -> Iterator[tuple[int, int | None, Scenario]]:
    """Yield the states of a story, each with the number of its step and of those beside it."""
    for number, step in enumerate(story_of(scenario), start=1):
        yield number, None, step.state
        for place, each in enumerate(step.beside or (), start=1):
            yield number, place, each.state


def _inputs(named: _Named) -> Iterator[TableRow]:
    for name, scenario in named:
        for number, beside, state in _states(scenario):
            for key, value in _changed(state):
                yield _input((name, number), sheet_rows()[key], value, beside)


def _changed(state: Scenario) -> Iterator[tuple[str, Cell]]:
    """Yield the key of a row of the first sheet and a value, for each that is no default."""
    for key, setting in state.levers:
        yield key, dated_values(setting) if isinstance(setting, LeverPath) else setting
    for key, spread in state.assumptions:
        yield from zip((f"{key}.{part}" for part in PARTS), spread.parts, strict=True)


def _input(before: tuple[Cell, ...], row: SheetRow, value: Cell, beside: int | None) -> TableRow:
    is_percent = row.is_percent and not isinstance(value, str)
    cells = (*before, row.key, value, beside, row.label, row.unit)
    return TableRow(cells, OF_INPUTS.index(VALUE) if is_percent else None)


def _targets(named: _Named) -> Iterator[TableRow]:
    for name, scenario in named:
        for number, beside, state in _states(scenario):
            for target in state.targets:
                yield target_row((name, number), target, (beside,))


def _notes(named: _Named) -> Iterator[TableRow]:
    for name, scenario in named:
        for note in fields_of(scenario).get("pinned", ()):
            yield TableRow((name, *(note.get(key) for key in OF_NOTES[1:])))
