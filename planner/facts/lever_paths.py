"""Default paths of levers: the dated knots of seeds/series/paths.csv, one evidence id per knot.

An id `path:<lever>` or `path:<lever>.<element>` names all knots of that lever. Floor: facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from planner.facts import convert
from planner.facts.load import read_series
from planner.facts.record import EvidenceError
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.lists import between, in_a_row
from planner.quantities.told.months import month_text
from planner.quantities.told.numerals import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BEGINNING: Final = "path:"
_COLUMNS: Final = ("lever", "element", "date", "value", "unit", "evidence")


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One knot: a value from a date on, its unit, and the id of the evidence behind it."""

    date: float
    value: float
    unit: str
    evidence: str


def is_path(evidence_id: str) -> bool:
    """Tell whether an evidence id names a path."""
    return evidence_id.startswith(BEGINNING)


def default_knots(evidence_id: str, unit: str) -> tuple[tuple[float, float], ...]:
    """Return date and value of every knot of a path, in `unit`.

    Raises EvidenceError for an unknown id, or a unit that measures something else.
    """
    return tuple(
        (each.date, each.value * convert.factor(each.unit, unit)) for each in dated(evidence_id)
    )


def dated(evidence_id: str) -> tuple[DatedValue, ...]:
    """Return the knots of a path in order of date; EvidenceError for an unknown id."""
    found = lever_paths()
    if evidence_id not in found:
        message = f'seeds/series/paths.csv has no knots of "{evidence_id}"'
        raise EvidenceError(message)
    return found[evidence_id]


def knots_text(knots: Sequence[DatedValue]) -> str:
    """Return knots of one unit in words: "January 2025 0, August 2025 600 M CNY/yr"."""
    told = in_a_row(
        f"{_month(each.date)} {plain(each.value, 6, is_grouped=False)}" for each in knots
    )
    return f"{told} {knots[0].unit}"


def dates_text(knots: Sequence[DatedValue]) -> str:
    """Return from when to when knots begin: "August 2025", or "April 2028 to April 2035"."""
    first, last = _month(knots[0].date), _month(knots[-1].date)
    return first if first == last else between(first, last)


def _month(date: float) -> str:
    """Return the month a date begins, dates of knots having three decimals."""
    months = round(date * MONTHS_PER_YEAR, 1)
    return month_text(int(months // MONTHS_PER_YEAR), int(months % MONTHS_PER_YEAR) + 1)


@cache
def lever_paths() -> Mapping[str, tuple[DatedValue, ...]]:
    """Return every path of seeds/series/paths.csv by its evidence id, read once."""
    return paths_in(read_series("paths", _COLUMNS))


def paths_in(rows: Iterable[Mapping[str, str]]) -> Mapping[str, tuple[DatedValue, ...]]:
    """Return the paths that rows of the table make; raises EvidenceError naming row and fault."""
    found: dict[str, list[DatedValue]] = {}
    for line, row in enumerate(rows, start=2):
        name = f"{row['lever']}.{row['element']}" if row["element"] else row["lever"]
        knots = found.setdefault(f"{BEGINNING}{name}", [])
        knots.append(_knot(row, f"seeds/series/paths.csv: row {line} ({name})"))
        if len(knots) > 1 and knots[-1].date <= knots[-2].date:
            message = f"seeds/series/paths.csv: row {line} ({name}): dates must rise"
            raise EvidenceError(message)
    return MappingProxyType({name: tuple(knots) for name, knots in found.items()})


def _knot(row: Mapping[str, str], where: str) -> DatedValue:
    try:
        date, value = float(row["date"]), float(row["value"])
    except ValueError:
        message = f"{where}: date and value must be numbers"
        raise EvidenceError(message) from None
    if not (isfinite(date) and isfinite(value)):
        message = f"{where}: date and value must be finite"
        raise EvidenceError(message)
    if not convert.is_known(row["unit"]):
        message = f'{where}: unknown unit "{row["unit"]}"'
        raise EvidenceError(message)
    if not row["evidence"]:
        message = f"{where}: evidence must name a fact or a judgement"
        raise EvidenceError(message)
    return DatedValue(date, value, row["unit"], row["evidence"])
