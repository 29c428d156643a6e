"""Measured history: the quarterly series of seeds/series/history.csv, as Epoch AI counts them.

Facts drawn from the series stand in seeds/facts; the model reads those, not these. Floor: facts.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from planner.facts import convert
from planner.facts.load import evidence, read_series
from planner.facts.record import EvidenceError
from planner.quantities.dates import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COLUMNS: Final = ("series", "date", "low", "median", "high", "unit", "source", "note")


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted at a moment (in years, the end of 2025 being 2026.0), in `unit`.

    `low` and `high` are the 5 and 95% of the count, the median where it has no range.
    """

    moment: float
    low: float
    median: float
    high: float
    unit: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Growth of a series from `start` to `end`, in years, as a rate per year."""

    start: float
    end: float
    value: float
    source: str


@cache
def history() -> Mapping[str, tuple[Count, ...]]:
    """Return every series by name, each in order of time, read once."""
    return history_in(read_series("history", _COLUMNS))


def history_in(rows: Iterable[Mapping[str, str]]) -> Mapping[str, tuple[Count, ...]]:
    """Return the series that rows of the table make; raises EvidenceError naming row and fault."""
    found: dict[str, list[Count]] = {}
    for line, row in enumerate(rows, start=2):
        found.setdefault(row["series"], []).append(_count(row, f"history.csv: row {line}"))
    for name, counts in found.items():
        if any(after.moment <= before.moment for before, after in pairwise(counts)):
            message = f"history.csv: {name}: dates must rise"
            raise EvidenceError(message)
    return MappingProxyType({name: tuple(counts) for name, counts in found.items()})


def added(series: str, start: float, end: float, unit: str) -> float:
    """Return by how much the median of a cumulative series grew from `start` to `end`, in `unit`.

    Raises EvidenceError where the series has no count at one of the two moments.
    """
    counts = {count.moment: count for count in history().get(series, ())}
    if start not in counts or end not in counts:
        message = f'history.csv has no "{series}" at {start:g} and {end:g}'
        raise EvidenceError(message)
    grown = counts[end].median - counts[start].median
    return grown * convert.factor(counts[end].unit, unit)


def yearly_rates(series: str, since: float, unit: str) -> tuple[Rate, ...]:
    """Return what a cumulative series grew by between its counts since then, per year, in `unit`.

    Ranges of counts do not subtract, so a rate has none. Raises EvidenceError for another unit.
    """
    counts = history()[series]
    return tuple(
        Rate(
            start=before.moment,
            end=after.moment,
            value=(after.median - before.median)
            / (after.moment - before.moment)
            * convert.factor(f"{after.unit}/yr", unit),
            source=after.source,
        )
        for before, after in pairwise(counts)
        if before.moment >= since
    )


def _count(row: Mapping[str, str], where: str) -> Count:
    try:
        day = date.fromisoformat(row["date"])
        median = float(row["median"])
        low, high = (float(row[name] or median) for name in ("low", "high"))
    except ValueError as error:
        message = f"{where}: {error}"
        raise EvidenceError(message) from error
    if not (isfinite(low) and isfinite(high) and low <= median <= high):
        message = f"{where}: low, median and high must be finite and in order"
        raise EvidenceError(message)
    if not convert.is_known(row["unit"]):
        message = f'{where}: unknown unit "{row["unit"]}"'
        raise EvidenceError(message)
    if row["source"] not in evidence().sources:
        message = f'{where}: source "{row["source"]}" does not exist'
        raise EvidenceError(message)
    return Count(_moment(day), low, median, high, row["unit"], row["source"], row["note"])


def _moment(day: date) -> float:
    """Return the end of a day in years; that of a month's last day is the next month's first."""
    _, days = monthrange(day.year, day.month)
    return day.year + (day.month - 1 + day.day / days) / MONTHS_PER_YEAR
