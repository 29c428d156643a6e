"""A comparison of scenarios as text: a CSV for a spreadsheet, JSON for programs; seventh floor.

A row per outcome, year and scenario, in the units that outcomes are told in: its level and range,
what it differs by from the reference, and where it combines others what only that gives.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, isnan
from typing import Final

from planner.files.exports.records import Record, records_csv
from planner.files.scenario.titles import distinct_names
from planner.model.graph import model
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.combination import Combination
from planner.studies.comparison import Comparison, Difference, Row

_FORMAT: Final = "suanli-comparison"
_RANGED: Final = ("", "_p10", "_p90")


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison, and what only combinations give of what stands in it."""

    table: Comparison
    combinations: tuple[Combination, ...] = ()


@speaking(ENGLISH)
def comparison_csv(told: Told) -> str:
    """Return the rows, each number with nine digits at most."""
    return records_csv(comparison_records(told))


@speaking(ENGLISH)
def comparison_json(told: Told) -> str:
    """Return the scenarios, the inputs in which they differ, and the rows, as JSON."""
    table = told.table
    inputs, names = table.inputs, distinct_names(each.title for each in table.scenarios)
    document = {
        "format": _FORMAT,
        "version": 1,
        "model_version": model().version,
        "against": "baseline" if table.reference is None else names[table.reference],
        "scenarios": [
            {"scenario": name, "title": each.title}
            for name, each in zip(names, table.scenarios, strict=True)
        ],
        "inputs": [*inputs.levers, *inputs.assumptions, *inputs.settings],
        "rows": [_finite(each) for each in comparison_records(told)],
    }
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _finite(record: Record) -> dict[str, object]:
    """Return a record in which what is undefined is null, what is unbounded a text."""
    return {key: _json(value) for key, value in record.items()}


def _json(value: object) -> object:
    if not isinstance(value, float) or isfinite(value):
        return value
    return None if isnan(value) else str(value)


def comparison_records(told: Told) -> tuple[Record, ...]:
    """Return a record for each outcome, year and scenario, as exact as it was computed."""
    return tuple(_records(told))


def _records(told: Told) -> Iterator[Record]:
    names = distinct_names(each.title for each in told.table.scenarios)
    only = {(c.pair, c.year, c.combined.whole): c.only_together for c in told.combinations}
    for row in told.table.rows:
        for number, name in enumerate(names):
            found = only.get((row.request[:2], row.year, number))
            yield {**_record(row, number, name), **_difference("only_together", found)}


def _record(row: Row, number: int, name: str) -> dict[str, str | float | None]:
    request, cell = row.request, row.cells[number]
    level = cell.level
    parts = (None, None, None) if level is None else (level.median, level.low, level.high)
    return {
        "scenario": name,
        "year": row.year,
        "outcome": request.outcome,
        "index": request.element,
        "state": request.state,
        "unit": "share" if request.state else model().outcomes[request.outcome].told_in,
        **dict(zip(("level", "level_p10", "level_p90"), parts, strict=True)),
        **_difference("difference", cell.difference),
    }


def _difference(name: str, found: Difference | None) -> dict[str, float | None]:
    parts = (None, None, None) if found is None else (found.median, found.low, found.high)
    ends = {f"{name}{end}": value for end, value in zip(_RANGED, parts, strict=True)}
    shares = (None, None) if found is None else (found.higher, found.lower)
    return {**ends, **dict(zip((f"{name}_higher", f"{name}_lower"), shares, strict=True))}
