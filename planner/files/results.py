"""Key figures that a scenario file keeps: what the model that saved it made of the scenario.

Top floor of planner. They let a newer model say by how much it differs; nothing is computed from
them. They hold the whole of an outcome in one month, on the center line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from planner.model.graph import model

if TYPE_CHECKING:
    from planner.ensemble.projection import Projection

MONTH: Final = "2030-12"


@dataclass(frozen=True, slots=True)
class Results:
    """Values by outcome in one month, `YYYY-MM`, six digits of each, in the order of the model."""

    month: str
    values: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One outcome as the file has it and as the present model gives it."""

    outcome: str
    kept: float
    present: float


def results_of(projection: "Projection", outcomes: Iterable[str]) -> Results:
    """Return the outcomes of a run in December 2030, or in the last month of a shorter one.

    Left out is what the run does not hold, and what is undefined or unbounded in that month.
    """
    month = min(MONTH, _months(projection)[-1])
    wanted = frozenset(outcomes)
    found = {key: _center(projection, key, month) for key in model().outcomes if key in wanted}
    kept = ((key, _rounded(value)) for key, value in found.items() if value is not None)
    return Results(month, tuple(kept))


def differences(results: Results, projection: "Projection") -> tuple[Difference, ...]:
    """Return the outcomes whose kept figure is not what the run gives now, to six digits."""
    found = ((key, kept, _center(projection, key, results.month)) for key, kept in results.values)
    return tuple(
        Difference(key, kept, present)
        for key, kept, present in found
        if present is not None and _rounded(present) != kept
    )


def fields_of_results(results: Results) -> dict[str, Any]:
    """Return the results as they stand in a file."""
    return {"month": results.month, "values": dict(results.values)}


def results_in(fields: Mapping[str, Any]) -> Results:
    """Return the results that valid fields of a file hold, in the order of the model."""
    values = fields["values"]
    ordered = ((key, float(values[key]) + 0.0) for key in model().outcomes if key in values)
    return Results(fields["month"], tuple(ordered))


def _months(projection: "Projection") -> list[str]:
    from planner.engine.clock import month_labels

    return list(month_labels(len(projection.times)))


def _center(projection: "Projection", outcome: str, month: str) -> float | None:
    from planner.ensemble.projection import Request

    series, months = projection.series.get(Request(outcome)), _months(projection)
    if series is None or month not in months:
        return None
    value = float(series.center[months.index(month)])
    return value if isfinite(value) else None


def _rounded(value: float) -> float:
    return float(f"{value:.6g}") + 0.0
