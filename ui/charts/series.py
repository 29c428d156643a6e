"""From projections to named curves: what one chart shows, as one frozen value; no Qt.

Values are in the unit a reader sees (shares in percent); nothing is computed here that the model
did not compute, but for that factor and the sum of the budgets the scenario itself states.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Projection, Request, Series
from planner.facts import published
from planner.facts.record import Figures, Point
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.scenario import Scenario, lever_value
from planner.studies.events import Event
from ui.charts.specs import EVERY, ChartSetting, ChartSpec, parts, shows_areas, spec_of
from ui.charts.wording import ENGLISH, Wording

PERCENT = 100.0
FANS_AT_MOST = 3
CURVE_COLORS = {"installed_compute": 0, "deliverable_compute": 2, "used_compute": 1}
ABOUT_VOUCHERS = ("budget_exhausted", "vouchers_end")
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

    `baseline_of` gives, for each curve with a request, the baseline's values; `unit` is in words,
    `is_share` tells that values are percentages, `moved` is the largest difference between
    scenario and baseline on the chart, None when they are the same.
    """

    setting: ChartSetting
    title: str
    unit: str
    curves: tuple[Curve, ...]
    points: tuple[Point, ...] = ()
    events: tuple[Mark, ...] = ()
    is_share: bool = False
    moved: float | None = None
    scenario: Scenario | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.curves


@dataclass(frozen=True, slots=True)
class Offer:
    """A remark on a chart that hardly moves, and the setting that shows more."""

    remark: str
    action: str
    setting: ChartSetting


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What charts are drawn from: a scenario, its baseline, other scenarios with their colors."""

    scenario: Projection
    baseline: Projection
    others: tuple[tuple[Projection, int], ...] = ()
    events: tuple[Event, ...] = ()

    def picture(self, setting: ChartSetting, words: Wording = ENGLISH) -> ChartPicture:
        """Return what one chart shows."""
        return chart_picture(setting, self.scenario, self.baseline, self.others, self.events, words)


def chart_picture(
    setting: ChartSetting,
    scenario: Projection,
    baseline: Projection,
    others: Sequence[tuple[Projection, int]] = (),
    events: Iterable[Event] = (),
    words: Wording = ENGLISH,
) -> ChartPicture:
    """Return what a chart shows; curves that the projections do not hold yet are left out.

    `others` pairs each further scenario with the number of its data color.
    """
    spec = spec_of(setting)
    shown = parts(setting)
    own = _own_curves(setting, scenario, words)
    same = scenario.scenario.levers == baseline.scenario.levers
    below = [] if same else _baseline_curves(setting, baseline, words)
    behind = [
        curve
        for projection, color in others
        for curve in _other_curves(setting, projection, color, words)
    ]
    title = words.charts[spec.key]
    if setting.element and len(shown) == len(spec.outcomes):
        title = f"{title}, {words.elements[setting.element]}"
    return ChartPicture(
        setting=setting,
        title=title,
        unit=words.unit(spec.unit, setting.view),
        curves=(*behind, *_budget_curves(setting, scenario, words), *own, *below),
        points=_points(setting, scenario.scenario.figures),
        events=_marks(setting, events, words),
        is_share=_factor(spec, setting) == PERCENT,
        moved=_moved(own, below),
        scenario=scenario.scenario,
    )


def offer_for(
    picture: ChartPicture, value_per_pixel: float, words: Wording = ENGLISH
) -> Offer | None:
    """Return a way to see more when the scenario moves less than a pixel, else None."""
    setting, moved = picture.setting, picture.moved
    if moved is None or moved >= value_per_pixel or picture.scenario is None:
        return None
    if moved > value_per_pixel * 1e-6 and setting.view in ("absolute", "index"):
        there = ChartSetting(setting.chart, setting.element, "difference")
        return Offer(words.small, words.show_difference, there)
    chart = _chart_that_moves(picture.scenario)
    if chart is None or chart == setting.chart:
        return None
    there = ChartSetting(chart, "", setting.view)
    return Offer(words.unmoved, words.show_chart.format(chart=words.charts[chart]), there)


def _own_curves(setting: ChartSetting, projection: Projection, words: Wording) -> list[Curve]:
    shown = parts(setting)
    curves = []
    for number, (outcome, element) in enumerate(shown):
        alone = len(shown) == 1
        name = _title(projection.scenario, words) if alone else _part(setting, shown[number], words)
        color = SCENARIO if alone else CURVE_COLORS.get(outcome, number)
        curve = _curve(setting, projection, (outcome, element), name, color)
        if curve is not None:
            kept = curve if len(shown) <= FANS_AT_MOST else _without_bands(curve)
            label = words.short.get(element, "") if setting.element == EVERY else ""
            curves.append(replace(kept, label=label))
    return curves


def _part(setting: ChartSetting, part: tuple[str, str], words: Wording) -> str:
    """Return what a curve is called among those of its chart."""
    outcome, element = part
    return words.elements[element] if setting.element == EVERY else words.outcomes[outcome]


def _title(scenario: Scenario, words: Wording) -> str:
    """Return what the scenario's line is called: a changed one is never called the baseline."""
    if scenario.title == words.baseline and scenario.levers:
        return words.scenario
    return scenario.title


def _baseline_curves(setting: ChartSetting, projection: Projection, words: Wording) -> list[Curve]:
    """Return the baseline: its own lines, or zero where everything is measured against it."""
    if setting.view in ("difference", "percent"):
        zero = np.zeros_like(projection.times)
        return [Curve(words.baseline, BASELINE, projection.times, zero)]
    curves = [
        _curve(setting, projection, part, words.baseline, BASELINE) for part in parts(setting)
    ]
    return [_without_bands(curve) for curve in curves if curve is not None]


def _other_curves(
    setting: ChartSetting, projection: Projection, color: int, words: Wording
) -> list[Curve]:
    shown = parts(setting)
    curves = []
    for number, (outcome, element) in enumerate(shown):
        alone = len(shown) == 1
        title = projection.scenario.title
        name = title if alone else f"{title}: {_part(setting, shown[number], words)}"
        hue = color if alone else CURVE_COLORS.get(outcome, number)
        curve = _curve(setting, projection, (outcome, element), name, hue)
        if curve is not None:
            kept = curve if alone else _without_bands(curve)
            label = title if number == 0 else ""
            curves.append(replace(kept, dashed=not alone, light=True, label=label))
    return curves


def _curve(
    setting: ChartSetting,
    projection: Projection,
    part: tuple[str, str],
    name: str,
    color: str | int,
) -> Curve | None:
    request = Request(*part, setting.view)
    series = projection.series.get(request)
    if series is None:
        return None
    center, bands = _scaled(series, _factor(spec_of(setting), setting))
    return Curve(name, color, projection.times, center, bands, request=request)


def _scaled(
    series: Series, factor: float
) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
    if factor == 1.0:
        return series.center, series.bands
    return series.center * factor, None if series.bands is None else series.bands * factor


def _without_bands(curve: Curve) -> Curve:
    return replace(curve, bands=None)


def _factor(spec: ChartSpec, setting: ChartSetting) -> float:
    in_percent = spec.unit == "share" and setting.view in ("absolute", "difference")
    return PERCENT if in_percent else 1.0


def _budget_curves(setting: ChartSetting, projection: Projection, words: Wording) -> list[Curve]:
    """Return the budgets of the scenario over time: what the drawn money is measured against."""
    spec = spec_of(setting)
    if not spec.with_budget or setting.view != "absolute" or len(parts(setting)) > 1:
        return []
    areas = (setting.element,) if setting.element else AREAS
    total = sum(lever_value(projection.scenario, f"voucher_budget.{area}") for area in areas)
    open_still = projection.times < lever_value(projection.scenario, "voucher_end")
    budget = np.where(open_still, total, 0.0)
    return [Curve(words.budget, LIMIT, projection.times, budget, dashed=True)]


def _points(setting: ChartSetting, figures: Figures) -> tuple[Point, ...]:
    if setting.view != "absolute":
        return ()
    return _published(parts(setting), spec_of(setting).unit, figures)


@cache
def _published(
    shown: tuple[tuple[str, str], ...], unit: str, figures: Figures
) -> tuple[Point, ...]:
    found = (
        point
        for outcome, element in shown
        for point in published.points(outcome, element, figures, unit)
    )
    return tuple(_in_percent(point) if unit == "share" else point for point in found)


def _in_percent(point: Point) -> Point:
    value, low, high = (PERCENT * part for part in (point.value, point.low, point.high))
    return Point(point.time, value, low, high, point.label, point.fact_id, point.source, point.unit)


def _marks(setting: ChartSetting, events: Iterable[Event], words: Wording) -> tuple[Mark, ...]:
    """Return the events that concern what the chart shows, in order of time.

    What happens to vouchers shows where areas do: on the area's own charts and on the whole's.
    """
    elements = {element for _, element in parts(setting)}
    by_area = shows_areas(setting)
    found = {
        Mark(event.time, words.event(event.kind, event.element))
        for event in events
        if by_area == (event.kind in ABOUT_VOUCHERS)
        and (not event.element or elements & {"", event.element})
    }
    return tuple(sorted(found, key=lambda mark: (mark.time, mark.label)))


def _moved(own: Sequence[Curve], below: Sequence[Curve]) -> float | None:
    if not own or not below:
        return None
    pairs = zip(own, below if len(below) == len(own) else [below[0]] * len(own), strict=True)
    with np.errstate(invalid="ignore"):  # unbounded less unbounded is unknown
        gaps = [np.abs(one.center - other.center) for one, other in pairs]
    finite = [gap[np.isfinite(gap)] for gap in gaps]
    return max((float(gap.max()) for gap in finite if gap.size), default=None)


def _chart_that_moves(scenario: Scenario) -> str | None:
    """Return the chart on which the changed levers matter most."""
    groups = [model().levers[name.partition(".")[0]].group for name, _ in scenario.levers]
    if not groups:
        return None
    return {
        "vouchers": "enterprises_added_by_vouchers",
        "investment": "compute_supply",
        "supply": "utilization",
    }[max(groups, key=groups.count)]
