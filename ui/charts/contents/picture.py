"""What one chart shows, as frozen values: curves, points, marks; no Qt, and nothing is decided."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Request, View
from planner.facts.record import Point
from planner.model.scenario import Scenario
from planner.quantities.shown import shown_unit, unit_of_difference, words_of
from planner.quantities.told.lists import in_turn
from planner.quantities.unit_table import PERCENT_OF_BASELINE
from planner.storage.sentences.catalog import translate
from ui.charts.contents.limits import LimitRow
from ui.charts.contents.specs import ChartSetting

if TYPE_CHECKING:
    from ui.charts.targets.lines import TargetLine

EXTRAPOLATED_FROM = 2031.0
"""The first year that no plan or figure reaches: bands are extrapolated from there."""
BASELINE, LIMIT, OWN = "baseline", "limit", "own"
Dash = tuple[float, float] | None
"""The lengths of a dash and of the gap after it; None for a solid line."""
DASHED: Final = (7.0, 4.0)
DOTTED: Final = (1.5, 4.0)
DASHES: Final[tuple[Dash, ...]] = (None, DASHED, DOTTED)
"""How the parts of a chart are told apart, the one that is asked for first."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One line with its bands, in the units of the reader.

    `line` is the median of the futures, `central` the run at central values where that is drawn
    beside it. `color` is a role: baseline, limit, or the number of a data color, which a scenario
    has; `dash` tells the parts of a chart apart. `bands` are five quantiles. `light` curves stand
    behind the one that matters. `label` is what the chart
    calls the curve where that differs from its full name. An `is_sample` stands in a legend for a
    whole scenario, not for its own values. An `area` is drawn between two edges, float64[2,
    months]; the baseline's as a line at the upper one. `beside` is what a read-out tells with a
    line: of a level, the median of each future's own difference from the baseline; of a
    difference, the level. None where that is not known.
    `beliefs` tell what the scenario assumes otherwise than the others, where that is to be marked.
    """

    name: str
    color: str | int
    times: NDArray[np.float64]
    line: NDArray[np.float64]
    bands: NDArray[np.float64] | None = None
    central: NDArray[np.float64] | None = None
    dash: Dash = None
    light: bool = False
    label: str = ""
    request: Request | None = None
    is_sample: bool = False
    area: NDArray[np.float64] | None = None
    beside: NDArray[np.float64] | None = None
    beliefs: str = ""

    @property
    def has_fan(self) -> bool:
        """Whether its bands are drawn: those of dashed parts would lie over the one asked for."""
        return self.bands is not None and self.dash is None

    @property
    def end(self) -> float:
        """The value at the right end; NaN or infinite where there is none."""
        return float(self.line[-1])

    @property
    def end_in_words(self) -> str:
        """What is to be said of a line that ends in no number; empty for one that does."""
        words = "" if self.is_sample else words_of(self.end)
        if not words or not np.isfinite(self.line).any():
            return words
        return translate("Chart", "{words} at the end").format(words=words)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event to mark on the time axis; `is_one_of_many` as of a budget in each of the places.

    `short` is the label without its date, `why` what is said of it beside that.
    """

    time: float
    label: str
    is_one_of_many: bool = False
    short: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ChartPicture:
    """What one chart shows.

    `curves` are in painting order, the baselines last; a scenario that is the baseline is drawn
    once. `listed` are these and the hidden ones, which a legend names too.

    `unit` is in words, `axis_note` what is said of the axis beside it, `is_share` tells that values
    are percentages, `by_scenario` that each color stands for a scenario while the chart has several
    parts. `panels` are the names of stacks of areas, from the top, each of which is full at 100%;
    such a picture is the same in every view.
    `effect` are differences from the baseline, for a strip of their own under a name. `line_at` is
    a value with a meaning of its own: where as much is wanted as is on offer. `limits` tell what
    limits compute; None while a hand moves, before futures are counted. `targets` are lines of
    what the scenario's levels are to be. `below` are the curves of the scenario that was chosen
    to hold others against, drawn or not, `against` its name and `reference` its role, which is
    `OWN` of what the chart is about; there are none where that is the baseline. What it is about
    is `called` by the title of its scenario, with a mark where it believes otherwise than others.
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
    panels: tuple[str, ...] = ()
    effect: tuple[Curve, ...] = ()
    effect_name: str = ""
    line_at: float | None = None
    listed: tuple[Curve, ...] = ()
    limits: tuple[LimitRow, ...] | None = ()
    axis_note: str = ""
    targets: tuple["TargetLine", ...] = ()
    below: tuple[Curve, ...] = ()
    against: str = ""
    reference: str | int = BASELINE
    called: str = ""

    def __post_init__(self) -> None:
        if not self.listed:
            object.__setattr__(self, "listed", self.curves)

    @property
    def axis_words(self) -> str:
        """What the numbers of the axis are: their unit, and how they are counted if not plainly."""
        return in_turn((self.unit, self.axis_note))

    @property
    def view(self) -> View:
        """The view that is drawn."""
        return "absolute" if self.panels else self.setting.view

    @property
    def is_log(self) -> bool:
        """Whether values stand on a logarithmic axis: levels do, where one is asked for."""
        return self.setting.log and self.can_be_log

    @property
    def can_be_log(self) -> bool:
        """Whether values are levels, which have logarithms."""
        return not self.panels and self.view in ("absolute", "index")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.curves

    @property
    def has_numbers(self) -> bool:
        """Whether any curve, band or published figure has a value that can be drawn."""
        drawn = (c.line if c.bands is None else c.bands for c in self.curves)
        return bool(self.points) or any(np.isfinite(values).any() for values in drawn)

    @property
    def has_effect(self) -> bool:
        """Whether a strip under the chart has anything to show."""
        return any(np.isfinite(curve.line).any() for curve in self.effect)

    @property
    def months(self) -> int:
        """How many months are drawn."""
        return max((len(curve.times) for curve in self.curves), default=0)

    def has_month(self, month: int) -> bool:
        """Tell whether a month, counted from the first, is drawn."""
        return month < self.months

    def time_of(self, month: int) -> float:
        """Return the moment of a month that is drawn."""
        return next(float(c.times[month]) for c in self.curves if month < len(c.times))

    @property
    def unit_beside(self) -> str:
        """The unit that stands beside each number; most stand over the chart alone."""
        if self.view == "percent" or (self.is_share and self.view == "absolute"):
            return shown_unit(PERCENT_OF_BASELINE)[0]
        return self.unit_of_change

    @property
    def unit_of_change(self) -> str:
        """The unit that stands beside the difference of two numbers."""
        is_percent = self.view == "percent" or self.is_share
        return unit_of_difference(PERCENT_OF_BASELINE) if is_percent else ""

    @property
    def moved(self) -> float | None:
        """The largest difference between scenario and baseline, None where there is none.

        Where another scenario was chosen to compare with, it is from that one.
        """
        below = self.below or [curve for curve in self.curves if curve.color == BASELINE]
        own = [curve for curve in self.curves if not curve.light and curve.request]
        own = [curve for curve in own if curve.color != BASELINE]
        if not own or not below:
            return None
        pairs = zip(own, below if len(below) == len(own) else [below[0]] * len(own), strict=True)
        with np.errstate(invalid="ignore"):  # unbounded less unbounded is unknown
            gaps = [_gap(one.line, other.line) for one, other in pairs]
        finite = [gap[np.isfinite(gap)] for gap in gaps]
        return max((float(gap.max()) for gap in finite if gap.size), default=None)


def _gap(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far two lines are apart, in the months that both reach."""
    months = min(len(one), len(other))
    gap: NDArray[np.float64] = np.abs(one[:months] - other[:months])
    return gap


def is_same(first: object, second: object) -> bool:
    """Tell whether two pictures, or parts of two, hold the same words and numbers."""
    if first is second:
        return True
    if type(first) is not type(second):
        return False
    if isinstance(first, np.ndarray):
        return np.array_equal(first, second, equal_nan=True)  # type: ignore[arg-type]
    if isinstance(first, tuple) and isinstance(second, tuple):
        return len(first) == len(second) and all(map(is_same, first, second))
    if isinstance(first, ChartPicture | Curve):
        names = (field.name for field in fields(first))
        return all(is_same(getattr(first, name), getattr(second, name)) for name in names)
    return first == second
