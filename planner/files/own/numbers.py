"""A planner's own numbers, from a CSV of what was counted and what was in force; seventh floor.

A row names an outcome, its place, a date, a value and by how much that may be off, or a lever and
what it was set to, or an assumption, such as the enterprises of a place in 2025. The columns of
measured points (`planner.files.actuals`) may stand there too. Rows without a source rest on one for
each outcome and place. What is wrong is one sentence that names file and row. How a table may be
written is told by `planner.files.own.table`.
"""

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike

from planner.facts.convert import convert
from planner.facts.measured import Measured, measured_point
from planner.facts.record import EvidenceError, Figures
from planner.files.actuals import bytes_of, cleaned, fault_of_point
from planner.files.own.rows import OwnRow, rows_of
from planner.files.own.table import decoded, table_in
from planner.model.counted.own import POINTS_AT_MOST, OwnNumbers
from planner.model.graph import model
from planner.model.indices import LABELS, address
from planner.model.own.levers import held
from planner.model.paths import PathError
from planner.model.scenario import (
    LeverSetting,
    Scenario,
    ScenarioError,
    with_assumption,
    with_lever,
)
from planner.quantities.dates import date_of_year
from planner.quantities.spread import Spread
from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown, shown_path


def own_numbers(path: str | PathLike[str], figures: Figures) -> OwnNumbers:
    """Return the numbers in a planner's CSV, for a scenario on these figures.

    Raises FileError for a file that cannot be read, EvidenceError for what is wrong in it.
    """
    name = shown_path(path)
    return own_numbers_in(decoded(bytes_of(path, name), name), name, figures)


def own_numbers_in(text: str, name: str, figures: Figures) -> OwnNumbers:
    """Return the numbers in the text of a table that sentences call `name`, as `own_numbers`."""
    rows = tuple(rows_of(table_in(text, name)))
    counted = [row for row in rows if row.key in model().outcomes]
    _check_count(len(counted), len(rows), name)
    points = tuple(map(_point, counted))
    _check_ids(points, name)
    _check_once(counted, points)
    made = _assumed(rows, _in_force(rows, figures))
    return OwnNumbers(points, made.levers, made.assumptions)


def _check_count(points: int, rows: int, name: str) -> None:
    if points > POINTS_AT_MOST or not rows:
        said = translate("Planner", "{name}: there are {count} points; there must be 1 to {most}")
        raise EvidenceError(said.format(name=name, count=points, most=POINTS_AT_MOST))
    if rows - points > POINTS_AT_MOST:
        said = translate("Planner", "{name}: there are {count} inputs; there must be 1 to {most}")
        raise EvidenceError(said.format(name=name, count=rows - points, most=POINTS_AT_MOST))


def _point(row: OwnRow) -> Measured:
    outcome = model().outcomes[row.key]
    source = row.fields.get("group") or " ".join(filter(None, (row.key, row.element)))
    point = measured_point({**row.fields, "group": source}, row.where, row.line)
    if not row.fields.get("label"):
        place = filter(None, (LABELS.get(row.element, ""),))
        date = "-".join(f"{part:02d}" for part in date_of_year(point.start)[:2])
        point = replace(point, label=", ".join((outcome.label, *place, date)))
    if fault := fault_of_point(point, frozenset()):
        raise EvidenceError(led_by(row.where, fault))
    if row.error is not None:
        point = replace(point, low=point.central - row.error, high=point.central + row.error)
    return cleaned(point)


def _check_ids(points: Sequence[Measured], name: str) -> None:
    seen: set[str] = set()
    for point in points:
        if point.id in seen:
            raise EvidenceError(
                translate("Planner", "{name}: the id {id} is used twice").format(
                    name=name, id=shown(point.id)
                )
            )
        seen.add(point.id)


def _check_once(rows: Sequence[OwnRow], points: Sequence[Measured]) -> None:
    """Check that no source tells one thing twice: it would count for more than it knows."""
    seen: dict[tuple[object, ...], int] = {}
    for row, point in zip(rows, points, strict=True):
        dates = (point.start, point.end, point.base_start, point.base_end)
        what = (point.group, point.outcome, point.element, point.reading, *dates)
        if what in seen:
            said = translate(
                "Planner",
                "{where}: it tells of the same place and date as row {row}; leave one out, or name "
                "the source of each",
            )
            raise EvidenceError(said.format(where=row.where, row=seen[what]))
        seen[what] = row.line


def _in_force(rows: Sequence[OwnRow], figures: Figures) -> Scenario:
    """Return the baseline with every lever as the rows say it was."""
    scenario, seen = Scenario(figures=figures), dict[tuple[str, str], int]()
    for row in rows:
        if row.key not in model().levers:
            continue
        name = address(row.key, row.element)
        what = (name, row.fields["start"])
        if what in seen:
            told = translate(
                "Planner", "it sets what row {row} sets at the same date; leave one out"
            ).format(row=seen[what])
            raise EvidenceError(led_by(row.where, told))
        seen[what] = row.line
        try:
            scenario = with_lever(scenario, name, _setting(scenario, name, row))
        except (ScenarioError, PathError) as error:
            raise EvidenceError(led_by(row.where, str(error))) from None
    return scenario


def _assumed(rows: Sequence[OwnRow], scenario: Scenario) -> Scenario:
    """Return the scenario with every assumption as the rows have it: surely, or with an error."""
    seen: dict[str, int] = {}
    for row in rows:
        if row.key not in model().assumptions:
            continue
        name = address(row.key, row.element)
        if name in seen:
            told = translate("Planner", "it sets what row {row} sets; leave one out").format(
                row=seen[name]
            )
            raise EvidenceError(led_by(row.where, told))
        seen[name] = row.line
        try:
            scenario = with_assumption(scenario, name, _spread(row))
        except ScenarioError as error:
            raise EvidenceError(led_by(row.where, str(error))) from None
    return scenario


def _spread(row: OwnRow) -> Spread:
    error = row.error or 0.0
    low = float(row.fields.get("low") or row.value - error)
    high = float(row.fields.get("high") or row.value + error)
    if not low <= row.value <= high:
        raise EvidenceError(
            translate("Planner", "{where}: low <= value <= high must hold").format(where=row.where)
        )
    unit = model().assumptions[row.key].unit
    return Spread(*(convert(each, row.fields["unit"], unit) for each in (low, row.value, high)))


def _setting(scenario: Scenario, name: str, row: OwnRow) -> LeverSetting:
    """Return the lever with what it was from a date on, to another date if there is one."""
    start = float(row.fields["start"])
    end = float(row.fields.get("end") or start)
    if end < start:
        raise EvidenceError(
            translate("Planner", "{where}: until must not lie before date").format(where=row.where)
        )
    value = convert(row.value, row.fields["unit"], model().levers[row.key].unit)
    return held(scenario, name, (start, end), value)
