"""Published figures to draw on charts: measured points, and what is no measurement beside them.

Measured points are those of `planner.facts.measured` that stand for a value or a mean. Forecasts,
starting values and what was spent are in seeds/series/points.csv, which names evidence and holds
no figures of its own. Chips imported by quarter come from `planner.facts.history`.  Floor: facts.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planner.facts.convert import factor
from planner.facts.defaults import default, explain
from planner.facts.history import yearly_rates
from planner.facts.load import evidence, read_series
from planner.facts.measured import Measured, measured_points
from planner.facts.record import Figures, Point
from planner.facts.told import account_of
from planner.quantities.told.labels import evidence_text, model_text
from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_POINTS = ("outcome", "index", "time", "figures", "evidence", "unit", "label")


_COUNTED = {
    "imports_legal": "nvidia_legal_china_cumulative",
    "imports_smuggled": "nvidia_smuggled_china_cumulative",
}
"""Outcomes whose quarters are counted, with the series that counts them."""
_FIRST_YEAR = 2025.0
_QUARTERS = 4


def points(
    outcome: str, index: str = "", figures: Figures = "corroborated", unit: str = ""
) -> tuple[Point, ...]:
    """Return what was published on an outcome, in order of time.

    Time is in calendar years, the end of 2025 being 2026.0; a mean stands in the middle of its
    time. Values are in `unit`, or in the unit the point is recorded with. Empty when nothing was
    published.
    """
    found = [
        _point(row, figures, unit or row["unit"])
        for row in _rows()
        if (row["outcome"], row["index"]) == (outcome, index)
        and row["figures"] in ("both", figures)
    ]
    found += [
        _measured(each, unit or each.unit)
        for each in measured_points(figures)
        if (each.outcome, each.element) == (outcome, index) and not each.is_relative
    ]
    if outcome in _COUNTED and not index:
        found += _counted(_COUNTED[outcome], unit or "EFLOPS/yr")
    return tuple(sorted(found, key=lambda point: point.time))


def _point(row: Mapping[str, str], figures: Figures, unit: str) -> Point:
    """Return one point, its value taken from the evidence."""
    spread = default(row["evidence"], unit, figures)
    why = explain(row["evidence"])
    return Point(
        time=float(row["time"]),
        value=spread.central,
        low=spread.low,
        high=spread.high,
        label=evidence_text(row["label"]),
        fact_id=row["evidence"],
        source="; ".join(why.source_names),
        unit=unit,
        dispute=_disputes(row["evidence"]),
    )


def _measured(point: Measured, unit: str) -> Point:
    """Return a measured point as it is drawn."""
    scale = factor(point.unit, unit)
    return Point(
        time=(point.start + point.end) / 2,
        value=point.central * scale,
        low=point.low * scale,
        high=point.high * scale,
        label=model_text(point.label),
        fact_id=point.evidence[0],
        source=source_of(point),
        unit=unit,
        dispute=_disputes(*point.evidence),
    )


def _counted(series: str, unit: str) -> Iterator[Point]:
    """Yield a point for each quarter of a cumulative series, at a yearly rate."""
    counted = translate("Evidence", "Counted in quarter {quarter} of {year}, at a yearly rate")
    for rate in yearly_rates(series, _FIRST_YEAR, unit):
        source = evidence().sources[rate.source]
        quarter = int((rate.start - int(rate.start)) * _QUARTERS) + 1
        yield Point(
            time=(rate.start + rate.end) / 2,
            value=rate.value,
            low=rate.value,
            high=rate.value,
            label=counted.format(quarter=quarter, year=int(rate.start)),
            fact_id=rate.source,
            source=f"{source.title}, {source.publisher}, {source.date}",
            unit=unit,
        )


def source_of(point: Measured) -> str:
    """Return who published a measured point, in one line."""
    names = (name for each in point.evidence for name in explain(each).source_names)
    return "; ".join(dict.fromkeys(names))


def labels_of_points() -> tuple[str, ...]:
    """Return in English what the points that are no measurement are called."""
    return tuple(row["label"] for row in _rows())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    """Return what is no measurement, read once."""
    return read_series("points", _POINTS)


def _disputes(*evidence: str) -> str:
    """Return what contradicts the evidence, without the ids, which say nothing on a chart."""
    found = {each.id: each for name in evidence for each in explain(name).disputes}
    return sentences(map(account_of, found.values()))
