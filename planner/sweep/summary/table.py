"""The summary of a sweep as records for CSV and JSON; eighth floor of planner."""

import json
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Final

from planner.files.exports.records import Record, Value
from planner.model.graph import model
from planner.sweep.design.listed import WORLD
from planner.sweep.summary.reader import Folder
from planner.sweep.summary.summing import Row

QUANTILE_NAMES: Final = ("p10", "p25", "p50", "p75", "p90")


def summary_records(folder: Folder, rows: Sequence[Row]) -> tuple[Record, ...]:
    """Return a record per row: the point and what it sets, the column, quantiles, the share."""
    return tuple(dict(_record(folder, row)) for row in rows)


def summary_json(folder: Folder, rows: Sequence[Row]) -> str:
    """Return the same as JSON, with what it is the summary of."""
    base, points = folder.plan.base, folder.plan.points
    told = {
        "title": folder.plan.title,
        "points": points.count,
        "futures": folder.plan.futures,
        "seed": base.seed,
        "draws": base.draws,
        "model_version": model().version,
        "batches": folder.layout.count,
        "done": len(folder.done),
        "rows": summary_records(folder, rows),
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n"


def settings_of(folder: Folder, point: int) -> dict[str, Value]:
    """Return what a point sets, by plain names, its world first where there are any."""
    points = folder.plan.points
    world = {WORLD: points.worlds[int(points.world[point - 1])]} if points.worlds else {}
    values = points.values[point - 1].tolist()
    names = (each.column for each in points.inputs)
    return {**world, **dict(zip(names, values, strict=True))}


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
