"""What one chart shows, as frozen values: curves, points, marks; no Qt, and nothing is decided."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Request
from planner.facts.record import Point
from planner.model.scenario import Scenario
from ui.charts.specs import ChartSetting

PERCENT = 100.0
SCENARIO, BASELINE, LIMIT = "scenario", "baseline", "limit"


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One line with its bands, in the units of the reader.

    `color` is a role: scenario, baseline, limit, or the number of a data color. `bands` are five
    quantiles. `light` curves stand behind the one that matters. `label` is what the chart calls
    the curve where that differs from its full name.
    """

    name: str
    color: str | int
    times: NDArray[np.float64]
    center: NDArray[np.float64]
    bands: NDArray[np.float64] | None = None
    dashed: bool = False
    light: bool = False
    label: str = ""
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """An event to mark on the time axis."""

    time: float
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class ChartPicture:
    """What one chart shows.

    `curves` are in painting order, the baselines last; a scenario that is the baseline is drawn
    once.

    `unit` is in words, `is_share` tells that values are percentages, `by_scenario` that each color
    stands for a scenario while the chart has several parts.
    """

    setting: ChartSetting
    title: str
    unit: str
    curves: tuple[Curve, ...]
    points: tuple[Point, ...] = ()
    events: tuple[Mark, ...] = ()
    is_share: bool = False
    scenario: Scenario | None = None
    by_scenario: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.curves

    @property
    def moved(self) -> float | None:
        """The largest difference between scenario and baseline, None where there is none."""
        below = [curve for curve in self.curves if curve.color == BASELINE]
        own = [curve for curve in self.curves if not curve.light and curve.request]
        own = [curve for curve in own if curve.color != BASELINE]
        if not own or not below:
            return None
        pairs = zip(own, below if len(below) == len(own) else [below[0]] * len(own), strict=True)
        with np.errstate(invalid="ignore"):  # unbounded less unbounded is unknown
            gaps = [np.abs(one.center - other.center) for one, other in pairs]
        finite = [gap[np.isfinite(gap)] for gap in gaps]
        return max((float(gap.max()) for gap in finite if gap.size), default=None)
