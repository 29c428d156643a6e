"""Measured points: what was counted at a date, which a run of the model is held against.

Floor: facts. The points are in seeds/series/measured.csv; a user's own come from a file with the
same columns, of which only some are needed (`points_in`). How a point is read from a run is
`planner.ensemble.conditioning.measured`. Capex and imports are levers and are no points.

Ids that begin with V are the points that were in view while the defaults of the model were chosen;
the others are the wider set. **A third of the wider set is held back**, by a rule that was fixed
before any default was touched: take the groups of the wider set in the order of their first id,
and hold back every third one, beginning with the first (`held_groups`). Points of set "weights"
condition the draws, "scored" ones only judge them, "held" ones judge them apart. Floors are no
weights, and neither are the sales of AI infrastructure (V14): they count what clouds sell to others
within 2%, the model all that is rented. As a weight they would leave 3,100 of 16,384 futures
instead of 6,700, and the run at central values outside the middle half of cloud rents.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from functools import cache
from io import StringIO
from math import isfinite
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from planner.facts import convert
from planner.facts.defaults import explain
from planner.facts.record import EvidenceError, Figures
from planner.quantities.dates import year_of_date
from planner.quantities.told.lists import in_a_row, led_by
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.magnitude import quoted
from planner.storage.places import seeds_folder
from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

Reading = Literal["value", "mean", "growth", "ratio"]
Bound = Literal["", "floor"]
Grade = Literal["A", "B", "C", "D"]
Part = Literal["weights", "scored", "held"]
Shown = Literal["both", "corroborated", "as_stated"]
_Word = TypeVar("_Word", bound=str)

NEEDED = ("outcome", "start", "central", "unit")
IN_VIEW = "V"
LEAST, MOST = 1e-15, 1e15
"""Figures beyond these are slips, and logs of what they are divided by overflow."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure that was measured, with the range its source gives, in `unit`.

    `reading` tells what of an outcome it is compared with: its value at `start`, its mean from
    `start` to `end`, or that (mean or value) over the same of the base, as a ratio or less 1 as a
    growth. Dates are years, the end of 2025 being 2026.0. A floor is met by whatever lies above it.
    Points that rest on one source share a `group`.
    """

    id: str
    group: str
    outcome: str
    element: str
    reading: Reading
    start: float
    end: float
    base_start: float
    base_end: float
    low: float
    central: float
    high: float
    unit: str
    bound: Bound
    grade: Grade
    set: Part
    figures: Shown
    evidence: tuple[str, ...]
    label: str

    @property
    def in_view(self) -> bool:
        """Whether it was in view while defaults were chosen."""
        return self.id.startswith(IN_VIEW)

    @property
    def is_relative(self) -> bool:
        """Whether it holds one part of a series against another."""
        return self.reading in ("growth", "ratio")


COLUMNS = tuple(field.name for field in fields(Measured))


@cache
def measured_points(figures: Figures = "corroborated") -> tuple[Measured, ...]:
    """Return the measured points under these figures, in the order of the file."""
    found = read_points(seeds_folder() / "series" / "measured.csv", needed=COLUMNS)
    check_held(found)
    return tuple(point for point in found if point.figures in ("both", figures))


def last_measured() -> float:
    """Return the date up to which anything was measured: before it is the past."""
    return max(point.end for point in measured_points())


def held_groups(points: Iterable[Measured]) -> frozenset[str]:
    """Return the groups of the wider set that are held back: every third, the first included."""
    wider = sorted((each for each in points if not each.in_view), key=lambda each: each.id)
    return frozenset(list(dict.fromkeys(each.group for each in wider))[::3])


def check_held(points: Sequence[Measured]) -> None:
    """Check that exactly what the rule holds back is held back; else raises EvidenceError."""
    groups = held_groups(points)
    for point in points:
        if (point.set == "held") != (not point.in_view and point.group in groups):
            message = f"measured.csv: {point.id}: set must {_not(point)}be held by the rule"
            raise EvidenceError(message)


def _not(point: Measured) -> str:
    return "not " if point.set == "held" else ""


def read_points(path: Path, *, needed: Sequence[str] = NEEDED) -> tuple[Measured, ...]:
    """Return the points of a CSV file of the evidence; EvidenceError as in `points_in`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EvidenceError(
            translate("Planner", "{name}: cannot be read as CSV: {error}").format(
                name=path.name, error=error
            )
        ) from error
    return tuple(point for _, point in points_in(text, path.name, needed=needed))


def points_in(
    text: str, name: str, *, needed: Sequence[str] = NEEDED
) -> tuple[tuple[int, Measured], ...]:
    """Return the points of a CSV called `name`, each with its line.

    `needed` columns must be there and, but for texts that may be empty, filled. The first fault
    raises EvidenceError in one sentence.
    """
    rows = _rows(text, name, needed)
    if not rows:
        raise EvidenceError(
            translate("Planner", "{name}: there is no point in this file").format(name=name)
        )
    found = tuple(
        (
            line,
            measured_point(
                row, translate("Planner", "{name}: row {line}").format(name=name, line=line), line
            ),
        )
        for line, row in rows
    )
    ids: set[str] = set()
    for _, point in found:
        if point.id in ids:
            raise EvidenceError(
                translate("Planner", "{name}: the id {id} is used twice").format(
                    name=name, id=point.id
                )
            )
        ids.add(point.id)
    return found


def _rows(text: str, name: str, needed: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return every row with its line; spaces around names and fields say nothing."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        if header:
            _check_columns(name, header, needed)
        rows = [(reader.line_num, [field.strip() for field in row]) for row in reader if row]
    except csv.Error as error:
        raise EvidenceError(
            translate("Planner", "{name}: cannot be read as CSV: {error}").format(
                name=name, error=error
            )
        ) from error
    for line, row in rows:
        if len(row) != len(header):
            raise EvidenceError(
                translate(
                    "Planner", "{name}: row {line} has more or fewer fields than the header"
                ).format(name=name, line=line)
            )
    return [(line, dict(zip(header, row, strict=True))) for line, row in rows]


def _check_columns(name: str, given: Sequence[str], needed: Sequence[str]) -> None:
    twice = [column for column in given if given.count(column) > 1]
    unknown = [column for column in given if column not in COLUMNS]
    missing = [column for column in needed if column not in given]
    if missing and len(given) == 1 and (";" in given[0] or "\t" in given[0]):
        said = translate("Planner", "{name}: columns are parted by tabs; they must be by commas")
        if ";" in given[0]:
            said = translate(
                "Planner", "{name}: columns are parted by semicolons; they must be by commas"
            )
        raise EvidenceError(said.format(name=name))
    if missing:
        raise EvidenceError(
            translate("Planner", "{name}: column {missing} is missing; needed: {needed}").format(
                name=name, missing=missing[0], needed=in_a_row(needed)
            )
        )
    if unknown or twice:
        word = (
            translate("Planner", "column “{unknown}” is unknown").format(unknown=quoted(unknown[0]))
            if unknown
            else translate("Planner", "column {twice} stands twice").format(twice=twice[0])
        )
        raise EvidenceError(
            translate("Planner", "{name}: {fault}; columns must be among: {columns}").format(
                name=name, fault=word, columns=in_a_row(COLUMNS)
            )
        )


def measured_point(row: Mapping[str, str], where: str, line: int) -> Measured:
    """Return the point of a row; what it may leave out has its default here.

    `where` names the row in the sentence of an EvidenceError, `line` a point without an id.
    """
    start, central = _date(row, "start", where), _number(row, "central", where)
    end = _date(row, "end", where, start)
    usual: Reading = "mean" if end > start else "value"
    base = _date(row, "base_start", where, start)
    point = Measured(
        id=row.get("id") or f"U{line:02d}",
        group=row.get("group") or row.get("id") or f"U{line:02d}",
        outcome=_text(row, "outcome", where),
        element=row.get("element", ""),
        reading=_word(row, "reading", get_args(Reading), where, usual),
        start=start,
        end=end,
        base_start=base,
        base_end=_date(row, "base_end", where, base),
        low=_number(row, "low", where, central),
        central=central,
        high=_number(row, "high", where, central),
        unit=_text(row, "unit", where),
        bound=_word(row, "bound", get_args(Bound), where, ""),
        grade=_word(row, "grade", get_args(Grade), where, "C"),
        set=_word(row, "set", get_args(Part), where, "scored"),
        figures=_word(row, "figures", get_args(Shown), where, "both"),
        evidence=tuple(row.get("evidence", "").split()),
        label=row.get("label") or f"{row['outcome']} {start:g}",
    )
    _check(point, row, where)
    return point


def _check(point: Measured, row: Mapping[str, str], where: str) -> None:
    """Check what ties the fields of a point together."""
    for sentence in (*_faults_of_dates(point, row), *_faults_of_figures(point)):
        raise EvidenceError(led_by(where, sentence))
    for each in point.evidence:
        try:
            explain(each)
        except EvidenceError as error:
            raise EvidenceError(led_by(where, str(error))) from None


def _faults_of_dates(point: Measured, row: Mapping[str, str]) -> Iterator[str]:
    if point.end < point.start:
        yield translate("Planner", "end must not lie before start")
    if point.base_end < point.base_start:
        yield translate("Planner", "base_end must not lie before base_start")
    if point.reading == "value" and point.end > point.start:
        yield translate("Planner", "a value has one date: end = start")
    if point.reading == "mean" and point.end == point.start:
        yield translate("Planner", "a mean needs an end after start")
    if point.is_relative and not row.get("base_start"):
        text = translate("Planner", "a {reading} needs base_start")
        yield text.format(reading=point.reading)


def _faults_of_figures(point: Measured) -> Iterator[str]:
    if not point.low <= point.central <= point.high:
        yield translate("Planner", "low <= central <= high must hold")
    if not convert.is_known(point.unit):
        text = translate("Planner", "the unit “{unit}” is unknown")
        yield text.format(unit=quoted(point.unit))
    elif point.is_relative and not convert.can_convert(point.unit, "1"):
        text = translate("Planner", "a {reading} is in 1, share or %, not in {unit}")
        yield text.format(reading=point.reading, unit=point.unit)
    if point.central <= 0:
        yield translate("Planner", "central must be above zero")
    if point.low < 0:
        yield translate("Planner", "low must not be below zero")
    if point.central < LEAST or point.high > MOST:
        text = translate("Planner", "figures must be from {least} to {most}")
        yield text.format(least=f"{LEAST:g}", most=f"{MOST:g}")


def _text(row: Mapping[str, str], column: str, where: str) -> str:
    if not row[column]:
        raise EvidenceError(
            translate("Planner", "{where}: {column} is empty").format(where=where, column=column)
        )
    return row[column]


def _number(row: Mapping[str, str], column: str, where: str, usual: float | None = None) -> float:
    text = row.get(column, "")
    if not text and usual is not None:
        return usual
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        said = translate("Planner", "{where}: {column} must be a number, not “{text}”")
        if any(map(str.isdigit, text)):
            said = translate(
                "Planner",
                "{where}: {column} must be a number, not “{text}”: write it plain, as 8000 or 0.35",
            )
        raise EvidenceError(said.format(where=where, column=column, text=quoted(text)))
    return value


def _date(row: Mapping[str, str], column: str, where: str, usual: float | None = None) -> float:
    text = row.get(column, "")
    if not text and usual is not None:
        return usual
    try:
        return year_of_date(text)
    except ReadingError as error:
        message = translate("Planner", "{where}: {column} cannot be “{text}”: {error}").format(
            where=where, column=column, text=quoted(text), error=error
        )
        raise EvidenceError(message) from None


def _word(
    row: Mapping[str, str], column: str, allowed: tuple[_Word, ...], where: str, usual: _Word
) -> _Word:
    text = row.get(column) or usual
    for each in allowed:
        if each == text:
            return each
    words = in_a_row(each for each in allowed if each)
    raise EvidenceError(
        translate(
            "Planner", "{where}: {column} cannot be “{text}”; it must be one of: {words}"
        ).format(where=where, column=column, text=quoted(text), words=words)
    )
