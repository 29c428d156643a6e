"""Published history: points to draw on charts and intervals that a backtest must meet.

Points name evidence and hold no figures of their own; intervals are in seeds/series/backtest.csv.
Running the model against them is `planner.studies`.  Floor: facts.
"""

from __future__ import annotations

from functools import cache
from math import inf
from typing import TYPE_CHECKING, get_args

from planner.facts.defaults import default, explain
from planner.facts.load import read_series
from planner.facts.record import (
    EvidenceError,
    Figures,
    Interval,
    IntervalKind,
    Point,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_POINTS = ("outcome", "index", "time", "figures", "evidence", "unit", "label")
_INTERVALS = (
    "outcome",
    "index",
    "base",
    "kind",
    "start",
    "end",
    "low",
    "high",
    "unit",
    "evidence",
    "label",
)


def points(
    outcome: str, index: str = "", figures: Figures = "corroborated", unit: str = ""
) -> tuple[Point, ...]:
    """Return what was published on an outcome, in order of time.

    Time is in calendar years, the end of 2025 being 2026.0; values are in `unit`, or in the unit
    the point is recorded with.  Empty when nothing was published.
    """
    return tuple(
        _point(row, figures, unit or row["unit"])
        for row in _rows("points", _POINTS)
        if (row["outcome"], row["index"]) == (outcome, index)
        and row["figures"] in ("both", figures)
    )


@cache
def intervals() -> tuple[Interval, ...]:
    """Return what the center line must meet, as model-independent intervals."""
    return tuple(_interval(row) for row in _rows("backtest", _INTERVALS))


def _point(row: Mapping[str, str], figures: Figures, unit: str) -> Point:
    """Return one point, its value taken from the evidence."""
    spread = default(row["evidence"], unit, figures)
    return Point(
        time=float(row["time"]),
        value=spread.central,
        low=spread.low,
        high=spread.high,
        label=row["label"],
        fact_id=row["evidence"],
        source="; ".join(explain(row["evidence"]).source_names),
        unit=unit,
    )


def _interval(row: Mapping[str, str]) -> Interval:
    """Return one interval; an empty high is no upper bound."""
    ids = tuple(row["evidence"].split())
    for each in ids:
        explain(each)
    return Interval(
        outcome=row["outcome"],
        index=row["index"],
        base=row["base"],
        kind=_kind(row["kind"]),
        start=float(row["start"]),
        end=float(row["end"]),
        low=float(row["low"]),
        high=float(row["high"]) if row["high"] else inf,
        unit=row["unit"],
        evidence=ids,
        label=row["label"],
    )


def _kind(text: str) -> IntervalKind:
    """Return the kind of an interval, or raise EvidenceError."""
    kinds: tuple[IntervalKind, ...] = get_args(IntervalKind)
    for kind in kinds:
        if kind == text:
            return kind
    message = f'backtest.csv: kind cannot be "{text}"; allowed are {", ".join(kinds)}'
    raise EvidenceError(message)


@cache
def _rows(name: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Return a series in order of time, read once."""
    rows = read_series(name, columns)
    return tuple(sorted(rows, key=lambda row: float(row.get("time", "0"))))
