"""A planner's own numbers, from a CSV of what was counted and what was in force; top floor.

A row names an outcome, its place, a date, a value and by how much that may be off, or a lever and
what it was set to. The columns of measured points (`planner.files.actuals`) may stand there too.
Rows without a source rest on one for each outcome and place. What is wrong is one sentence that
names file and row.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import StringIO
from os import PathLike
from typing import Final

from planner.facts.convert import can_convert, convert
from planner.facts.measured import COLUMNS, Measured, measured_point
from planner.facts.record import EvidenceError, Figures
from planner.files.actuals import cleaned, fault_of_point, text_of
from planner.model.counted.own import POINTS_AT_MOST, OwnNumbers
from planner.model.graph import model
from planner.model.indices import LABELS, address
from planner.model.inputs import Lever, elements_of
from planner.model.outcome import Outcome
from planner.model.own.levers import held
from planner.model.paths import PathError
from planner.model.scenario import LeverSetting, Scenario, ScenarioError, with_lever
from planner.quantities.dates import date_of_year
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.file_error import shown, shown_path

ALIASES: Final = {
    "date": "start",
    "place": "element",
    "value": "central",
    "until": "end",
    "source": "group",
}
NEEDED: Final = ("outcome", "date", "value")
_OURS: Final = frozenset({"grade", "set", "figures", "evidence"})
ALLOWED: Final = ("outcome", "place", "date", "until", "value", "error", "unit", "source", "label")
_KNOWN: Final = frozenset(COLUMNS) - _OURS | {"error"}
Row = tuple[int, dict[str, str]]


def own_numbers(path: str | PathLike[str], figures: Figures) -> OwnNumbers:
    """Return the numbers in a planner's CSV, for a scenario on these figures.

    Raises FileError for a file that cannot be read, EvidenceError for what is wrong in it.
    """
    name = shown_path(path)
    rows = tuple(_rows(text_of(path, name), name))
    counted = [row for row in rows if row[1]["outcome"] not in model().levers]
    if not rows or len(counted) > POINTS_AT_MOST:
        allowed = f"there are {len(counted)} points; allowed are 1 to {POINTS_AT_MOST}"
        raise EvidenceError(f"{name}: {allowed}")
    points = tuple(_point(row, f"{name}: row {line}", line) for line, row in counted)
    _check_ids(points, name)
    in_force = Scenario(figures=figures)
    for line, row in rows:
        if row["outcome"] in model().levers:
            in_force = _with_row(in_force, row, f"{name}: row {line}")
    return OwnNumbers(points, in_force.levers)


def _rows(text: str, name: str) -> Iterator[Row]:
    """Yield every row with its line, under the names that measured points have."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        head = [column.strip() for column in next(reader, [])]
        columns = [ALIASES.get(column, column) for column in head]
        _check_head(columns, head, name)
        for row in reader:
            if row:
                if len(row) != len(columns):
                    fault = "has more or fewer fields than the header"
                    raise EvidenceError(f"{name}: row {reader.line_num} {fault}")
                fields = (field.strip() for field in row)
                yield reader.line_num, dict(zip(columns, fields, strict=True))
    except csv.Error as error:
        raise EvidenceError(f"{name}: cannot be read as CSV: {error}") from error


def _check_head(columns: list[str], head: list[str], name: str) -> None:
    for each in NEEDED:
        if ALIASES.get(each, each) not in columns:
            told = f"column {each} is missing; needed: {', '.join(NEEDED)}"
            raise EvidenceError(f"{name}: {told}")
    for column, said in zip(columns, head, strict=True):
        if column not in _KNOWN:
            told = f"column {shown(said)} is unknown; allowed are {', '.join(ALLOWED)}"
            raise EvidenceError(f"{name}: {told}")
        if columns.count(column) > 1:
            raise EvidenceError(f"{name}: column {said} stands twice")


def _point(row: dict[str, str], where: str, line: int) -> Measured:
    outcome = model().outcomes.get(row["outcome"])
    unit = _unit(row, outcome)
    source = row.get("group") or " ".join(filter(None, (row["outcome"], row.get("element", ""))))
    point = measured_point({**row, "unit": unit, "group": source}, where, line)
    if outcome and not row.get("label"):
        place = filter(None, (LABELS.get(point.element, ""),))
        date = "-".join(f"{part:02d}" for part in date_of_year(point.start)[:2])
        point = replace(point, label=", ".join((outcome.label, *place, date)))
    if fault := fault_of_point(point, frozenset()):
        raise EvidenceError(f"{where}: {fault}")
    return cleaned(_with_error(point, row, where))


def _unit(row: Mapping[str, str], outcome: Outcome | None) -> str:
    """Return the unit of a row: what it says, or that of the outcome, as it is told or recorded."""
    said = row.get("unit", "")
    if row.get("reading") in {"growth", "ratio"}:
        return said or "1"
    if outcome is None:
        return said or "1"
    form = unit_form(outcome.unit)
    is_told = said in {form.shown, form.short} and form.factor == 1
    return outcome.unit if is_told or not said else said


def _with_error(point: Measured, row: Mapping[str, str], where: str) -> Measured:
    """Return the point with its error to either side: a share in percent, or in its unit."""
    text = row.get("error", "")
    if not text:
        return point
    if row.get("low") or row.get("high"):
        raise EvidenceError(f"{where}: there is an error and a range as well; leave one out")
    try:
        error = float(text.removesuffix("%")) * (point.central / 100 if "%" in text else 1)
    except ValueError:
        error = -1.0
    if not 0 <= error < point.central:
        told = f"error cannot be {shown(text)}; allowed is 5%, or less than the value"
        raise EvidenceError(f"{where}: {told}")
    return replace(point, low=point.central - error, high=point.central + error)


def _check_ids(points: tuple[Measured, ...], name: str) -> None:
    seen: set[str] = set()
    for point in points:
        if point.id in seen:
            raise EvidenceError(f"{name}: the id {shown(point.id)} is used twice")
        seen.add(point.id)


def _with_row(scenario: Scenario, row: dict[str, str], where: str) -> Scenario:
    """Return the scenario with a lever as a row says it was in force."""
    lever, element = model().levers[row["outcome"]], row.get("element", "")
    if element not in elements_of(lever):
        allowed = ", ".join(filter(None, elements_of(lever))) or "none"
        told = f"{lever.key} has no element {shown(element)}; it has {allowed}"
        raise EvidenceError(f"{where}: {told}")
    try:
        setting = _setting(scenario, lever, row, where)
        return with_lever(scenario, address(lever.key, element), setting)
    except (ScenarioError, PathError) as error:
        raise EvidenceError(f"{where}: {error}") from None


def _setting(scenario: Scenario, lever: Lever, row: dict[str, str], where: str) -> LeverSetting:
    """Return the lever with what it was from a date on, to another date if there is one."""
    unit = row.get("unit") or lever.unit
    if not can_convert(unit, lever.unit):
        raise EvidenceError(f"{where}: {lever.key} is in {lever.unit}, not in {shown(unit)}")
    read = measured_point({**row, "unit": unit, "central": "1", "reading": ""}, where, 0)
    try:
        value = convert(float(row["central"]), unit, lever.unit)
    except ValueError:
        told = f"value must be a number, not {shown(row['central'])}"
        raise EvidenceError(f"{where}: {told}") from None
    name = address(lever.key, row.get("element", ""))
    return held(scenario, name, (read.start, read.end), value)
