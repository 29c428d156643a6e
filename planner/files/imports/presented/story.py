"""Reads the sheets of a story: steps, those beside them, inputs, targets; seventh floor of planner.

Steps stand in the order of their numbers, which may have gaps. What a step may be is checked as in
a scenario file, where the scenario is put together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from planner.facts.record import Figures
from planner.files.format.allowed import one_of
from planner.files.format.decode import Fields
from planner.files.imports.cells import as_in_a_file, knots_in, number_in, text_in, whole_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid, Value
from planner.files.imports.nested import merged, whole_spread
from planner.files.imports.presented.named_rows import NamedRow, rows_named
from planner.files.imports.presented.notes import PlacedFields
from planner.files.imports.target_sheet import target_in
from planner.files.presented.tables import (
    BESIDE,
    OF_BESIDE,
    OF_INPUTS,
    OF_STORY,
    OF_STORY_TARGETS,
    SETTINGS,
    SHOWN,
    STEP,
    STORY,
    STORY_BESIDE,
    STORY_INPUTS,
    STORY_TARGETS,
    VALUE,
    unquoted,
)
from planner.files.scenario.fields import fields_of
from planner.files.scenario.sheet_layout import IN_A_KNOT, KEY, NAMED, SheetRow, sheet_rows
from planner.model.inputs import Assumption, Lever
from planner.model.presented.step import BESIDE_AT_MOST
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import refusal, shown

_OF_STEP: Final = (NAMED, STEP, "title")
_OF_BESIDE: Final = (NAMED, STEP, BESIDE, "title")
_OF_INPUT: Final = (NAMED, STEP, KEY, VALUE)
_OF_TARGET: Final = (NAMED, STEP, "outcome")
_WHOLE: Final = ("seed", "futures", "last_year", "year")
_FLAGS: Final = ("strips",)


@dataclass(slots=True)
class _Step:
    """What is read of one step so far, or of one beside it, and where its row begins.

    `beside` are those by their numbers; None where nothing is said of them. `counted` is the row
    that tells how many they are, None where none does.
    """

    said: Fields
    shown: Fields
    at: str
    levers: dict[str, Any] = field(default_factory=dict)
    assumed: dict[str, dict[str, float]] = field(default_factory=dict)
    targets: list[Fields] = field(default_factory=list)
    beside: "dict[int, _Step] | None" = None
    counted: NamedRow | None = None


_Steps = dict[str, dict[int, _Step]]


def read_stories(grids: Mapping[str, Grid], scenarios: set[str], faults: Faults) -> PlacedFields:
    """Return the steps of the scenarios whose columns have these plain heads, in order."""
    steps: _Steps = {}
    for row in rows_named(grids.get(STORY), OF_STORY, _OF_STEP, faults):
        with faults.kept():
            row.check(_OF_STEP)
            _add_step(row, steps.setdefault(row.scenario(scenarios), {}))
    before = len(faults)
    for row in rows_named(grids.get(STORY_BESIDE), OF_BESIDE, _OF_BESIDE, faults):
        with faults.kept():
            row.check(_OF_BESIDE)
            _add_beside(row, _found(row, steps.get(row.scenario(scenarios), {})))
    for step in _all_of(steps) if len(faults) == before else ():
        with faults.kept():
            _check_counted(step)
    for row in rows_named(grids.get(STORY_INPUTS), OF_INPUTS, _OF_INPUT, faults):
        with faults.kept():
            row.check(_OF_INPUT)
            _add_input(row, _step_of(row, scenarios, steps))
    for row in rows_named(grids.get(STORY_TARGETS), OF_STORY_TARGETS, _OF_TARGET, faults):
        with faults.kept():
            row.check(_OF_TARGET)
            target = target_in(_without_beside(row), row.at)
            _step_of(row, scenarios, steps).targets.append(target)
    return {
        name: [(_fields(told[number]), told[number].at) for number in sorted(told)]
        for name, told in steps.items()
    }


def _add_step(row: NamedRow, told: dict[int, _Step]) -> None:
    number, values = row.step(), row.values
    if number in told:
        raise refusal("sheet_row_twice", file=row.cell_at(STEP), found=shown(number))
    said = _said(row)
    if "sentence" in values:
        said["sentence"] = text_in(values["sentence"], row.cell_at("sentence"))
    seen = {key: _part(key, values[key], row.cell_at(key)) for key in SHOWN if key in values}
    told[number] = _Step(said, seen, row.at)
    if BESIDE in values:
        told[number].beside, told[number].counted = {}, row


def _said(row: NamedRow) -> Fields:
    """Return the title and the settings of a state."""
    values = row.values
    said: Fields = {"title": text_in(values["title"], row.cell_at("title"))}
    for key in (key for key in SETTINGS if key in values):
        said[key] = _setting(key, values[key], row.cell_at(key))
    return said


def _add_beside(row: NamedRow, step: _Step) -> None:
    number = row.counted(BESIDE, BESIDE_AT_MOST)
    step.beside = {} if step.beside is None else step.beside
    if number in step.beside:
        raise refusal("sheet_row_twice", file=row.cell_at(BESIDE), found=shown(number))
    step.beside[number] = _Step(_said(row), {}, row.at)


def _all_of(steps: _Steps) -> Iterator[_Step]:
    """Yield each step of each scenario."""
    for told in steps.values():
        yield from told.values()


def _check_counted(step: _Step) -> None:
    """Refuse a count of those beside a step that are not there: a row of theirs went missing."""
    if step.counted is None:
        return
    told, found = step.counted.counted(BESIDE, BESIDE_AT_MOST, least=0), len(step.beside or {})
    if told != found:
        at, sheet = step.counted.cell_at(BESIDE), shown(STORY_BESIDE)
        raise refusal("sheet_other_count", file=at, told=told, sheet=sheet, count=found)


def _without_beside(row: NamedRow) -> dict[str, Value]:
    return {name: value for name, value in row.values.items() if name != BESIDE}


def _setting(key: str, cell: Value, at: str) -> Value:
    return whole_in(cell) if key in _WHOLE else text_in(cell, at).strip()


def _part(key: str, cell: Value, at: str) -> Value:
    """Return a part of what a window shows, as a file holds it."""
    if key in _WHOLE:
        return whole_in(cell)
    return as_in_a_file(cell) if key in _FLAGS else unquoted(text_in(cell, at))


def _step_of(row: NamedRow, scenarios: set[str], steps: _Steps) -> _Step:
    """Return the step, or the one beside it, that a row is of. Raises FileError for none."""
    step = _found(row, steps.get(row.scenario(scenarios), {}))
    if BESIDE not in row.values:
        return step
    number = row.counted(BESIDE, BESIDE_AT_MOST)
    return _of_these(row, step.beside or {}, BESIDE, number, STORY_BESIDE)


def _found(row: NamedRow, told: dict[int, _Step]) -> _Step:
    """Return the step that a row is of. Raises FileError for none."""
    return _of_these(row, told, STEP, row.step(), STORY)


def _of_these(row: NamedRow, told: dict[int, _Step], column: str, number: int, sheet: str) -> _Step:
    at = row.cell_at(column)
    if not told:
        raise refusal("sheet_row_without", file=at, found=shown(sheet))
    if number not in told:
        allowed = one_of(map(str, sorted(told)))
        raise refusal("wrong", file=at, field=column, found=shown(number), allowed=allowed)
    return told[number]


def _add_input(row: NamedRow, step: _Step) -> None:
    key, at = text_in(row.values[KEY], row.cell_at(KEY)).strip(), row.cell_at(KEY)
    known = sheet_rows().get(key)
    if known is None or known.of is None:
        raise refusal("sheet_no_lever", file=at, found=shown(key))
    if key in step.levers or known.part in step.assumed.get(known.address, {}):
        raise refusal("sheet_row_twice", file=at, found=shown(key))
    _take(step, known, row.values[VALUE], row.cell_at(VALUE))


def _take(step: _Step, row: SheetRow, cell: Value, at: str) -> None:
    match row.of:
        case Lever() as lever if isinstance(cell, str) and IN_A_KNOT in cell:
            step.levers[row.key] = knots_in(cell, lever, at)
        case Lever() as lever:
            step.levers[row.key] = number_in(cell, lever, at)
        case Assumption() as assumption:
            parts = step.assumed.setdefault(row.address, {})
            parts[row.part] = number_in(cell, assumption, at)


def _fields(step: _Step) -> Fields:
    """Return a step as it stands in a file."""
    usual = {key: value for key, value in fields_of(Scenario()).items() if key in SETTINGS}
    fields = {**usual, **step.said, "levers": merged(step.levers), "targets": step.targets}
    figures = fields["figures"] if fields["figures"] in get_args(Figures) else usual["figures"]
    spreads = {each: whole_spread(each, own, figures) for each, own in step.assumed.items()}
    fields["assumptions"] = merged(spreads)
    if step.beside is not None:
        fields["beside"] = [_fields(step.beside[number]) for number in sorted(step.beside)]
    return fields | ({"shown": step.shown} if step.shown else {})
