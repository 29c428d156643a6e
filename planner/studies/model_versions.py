"""By how much the present model differs from the one that saved a file; sixth floor of planner.

A file keeps key figures: what the model that saved it made of the scenario, the whole of an outcome
in one month, the median of the futures and their 80% range. Files made before version 3 hold the
center line instead. Nothing is computed from them; a newer model says by how much it differs, and
window and terminal only word it. How they stand in a file is `planner.files.scenario.results`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final

from planner.model.graph import model
from planner.studies.key_figures import YEAR

if TYPE_CHECKING:
    from planner.ensemble.projection import Projection

MONTH: Final = f"{YEAR}-12"

_OF_BANDS: Final = {"median": 2, "p10": 0, "p90": 4}
"""Rows of P10, P25, P50, P75 and P90."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one outcome, six digits of each; None what is not."""

    center: float | None = None
    median: float | None = None
    p10: float | None = None
    p90: float | None = None

    @property
    def headline(self) -> float | None:
        """The one number to compare with: the median, in older files the center line."""
        return self.center if self.median is None else self.median


@dataclass(frozen=True, slots=True)
class Results:
    """What is kept by outcome in one month, `YYYY-MM`, in the order of the model."""

    month: str
    values: tuple[tuple[str, Kept], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The headline of one outcome as the file has it and as the present model gives it."""

    outcome: str
    kept: float
    present: float


def results_of(projection: "Projection", outcomes: Iterable[str]) -> Results:
    """Return the outcomes of a run in December 2030, or in the last month of a shorter one.

    Left out is what the run does not hold, and what is undefined or unbounded in that month; a run
    without futures has nothing to keep.
    """
    month = min(MONTH, _months(projection)[-1])
    wanted = frozenset(outcomes)
    found = {key: _kept(projection, key, month) for key in model().outcomes if key in wanted}
    return Results(month, tuple((key, kept) for key, kept in found.items() if kept is not None))


def differences(results: Results, projection: "Projection") -> tuple[Difference, ...]:
    """Return the outcomes whose headline is not what the run gives now, to six digits."""
    found = (
        (key, kept.headline, _at(projection, key, results.month, _part_of(kept)))
        for key, kept in results.values
    )
    return tuple(
        Difference(key, kept, present)
        for key, kept, present in found
        if kept is not None and present is not None and _rounded(present) != kept
    )


@dataclass(frozen=True, slots=True)
class ModelDifference:
    """What two versions of the model give for one scenario; `moved` is where they do not agree.

    Without a `month` the file keeps no figures to hold the present ones against.
    """

    made_by: str
    present: str
    month: str = ""
    moved: tuple[Difference, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the file keeps figures."""
        return bool(self.month)


def difference_of_models(
    made_by: str, kept: Results | None, projection: "Projection"
) -> ModelDifference | None:
    """Return how the present model differs from the one that saved a file; None if it is that."""
    present = model().version
    if made_by == present:
        return None
    if kept is None:
        return ModelDifference(made_by, present)
    return ModelDifference(made_by, present, kept.month, differences(kept, projection))


def _part_of(kept: Kept) -> str:
    return "center" if kept.median is None else "median"


def _months(projection: "Projection") -> list[str]:
    from planner.engine.clock import month_labels

    return list(month_labels(len(projection.times)))


def _kept(projection: "Projection", outcome: str, month: str) -> Kept | None:
    """Return what is to be kept of an outcome, None where any part of it is no number."""
    parts = {part: _at(projection, outcome, month, part) for part in _OF_BANDS}
    found = {part: _rounded(value) for part, value in parts.items() if value is not None}
    return Kept(**found) if len(found) == len(parts) else None


def _at(projection: "Projection", outcome: str, month: str, part: str) -> float | None:
    from planner.ensemble.projection import Request

    series, months = projection.series.get(Request(outcome)), _months(projection)
    if series is None or month not in months:
        return None
    if part == "center":
        path = series.center
    elif series.bands is None:
        return None
    else:
        path = series.bands[_OF_BANDS[part]]
    value = float(path[months.index(month)])
    return value if isfinite(value) else None


def _rounded(value: float) -> float:
    return float(f"{value:.6g}") + 0.0
