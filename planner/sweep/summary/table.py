"""The summary of a sweep as records for CSV and JSON; eighth floor of planner.

A record is made when it is asked for, and a text is told piece by piece: a million points are
written without being held.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any, Final

from planner.files.exports.records import Record, Value
from planner.model.graph import model
from planner.sweep.design.listed import WORLD
from planner.sweep.summary.reader import Folder
from planner.sweep.summary.summed import Row, Summary

QUANTILE_NAMES: Final = ("p10", "p25", "p50", "p75", "p90")


def summary_records(summary: Summary) -> Iterator[Record]:
    """Yield a record per row: the point and what it sets, the column, quantiles, the share."""
    return (dict(_record(summary.folder, row)) for row in summary.rows())


def summary_json(summary: Summary) -> Iterator[str]:
    """Yield the pieces of the same as JSON, with what it is the summary of."""
    return told_json(stamp_of(summary.folder), "rows", summary_records(summary))


def stamp_of(folder: Folder) -> dict[str, Any]:
    """Return what a folder is, how much of it is done, and how its futures are drawn."""
    base = folder.plan.base
    return {
        "title": folder.plan.title,
        "points": folder.plan.points.count,
        "futures": folder.plan.futures,
        "seed": base.seed,
        "draws": base.draws,
        "model_version": model().version,
        "batches": folder.layout.count,
        "done": len(folder.done),
    }


def told_json(stamp: dict[str, Any], name: str, records: Iterator[Record]) -> Iterator[str]:
    """Yield a stamp as JSON, piece by piece, with a list of records by its name at the end."""
    yield f"{_dumped(stamp)[:-2]},\n {json.dumps(name)}: ["
    between = "\n  "
    for record in records:
        yield between + _dumped(record).replace("\n", "\n  ")
        between = ",\n  "
    yield "]\n}\n" if between == "\n  " else "\n ]\n}\n"


def settings_of(folder: Folder, point: int) -> dict[str, Value]:
    """Return what a point sets, by plain names, its world first where there are any."""
    points = folder.plan.points
    world = {WORLD: points.worlds[int(points.world[point - 1])]} if points.worlds else {}
    values = points.values[point - 1].tolist()
    names = (each.column for each in points.inputs)
    return {**world, **dict(zip(names, values, strict=True))}


def _dumped(value: Record) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _record(folder: Folder, row: Row) -> Iterator[tuple[str, Value]]:
    yield "point", float(row.point)
    yield from settings_of(folder, row.point).items()
    yield "column", row.column.name
    yield "outcome", row.column.outcome
    yield "element", row.column.element
    yield "month", row.column.date
    yield "unit", model().outcomes[row.column.outcome].unit
    yield "futures", float(row.futures)
    yield "empty", float(row.empty)
    for name, value in zip(QUANTILE_NAMES, row.quantiles, strict=True):
        yield name, value if isfinite(value) else None
    yield "asked", row.asked
    yield "met", row.met if row.met is not None and isfinite(row.met) else None
