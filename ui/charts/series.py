"""From projections to the picture of one chart: which curves, points and marks it shows; no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from planner.ensemble.projection import Projection
from planner.facts import published
from planner.facts.record import Figures, Point
from planner.studies.events import Event
from ui.charts.curves import baseline_curves, budget_curves, factor, other_curves, own_curves
from ui.charts.picture import PERCENT, ChartPicture, Curve, Mark
from ui.charts.specs import ChartSetting, parts, shows_areas, spec_of
from ui.charts.wording import ENGLISH, Wording

ABOUT_VOUCHERS = ("budget_exhausted", "vouchers_end")


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
    own = own_curves(setting, scenario, words)
    same = scenario.scenario.levers == baseline.scenario.levers
    below = [] if same else baseline_curves(setting, baseline, words)
    behind = [
        curve
        for projection, color in others
        for curve in other_curves(setting, projection, color, words)
    ]
    title = words.charts[spec.key]
    if setting.element and len(shown) == len(spec.outcomes):
        title = f"{title}, {words.elements[setting.element]}"
    return ChartPicture(
        setting=setting,
        title=title,
        unit=words.unit(spec.unit, setting.view),
        curves=(*behind, *budget_curves(setting, scenario, words), *own, *below),
        points=_points(setting, scenario.scenario.figures),
        events=_marks(setting, events, words),
        is_share=factor(spec, setting) == PERCENT,
        moved=_moved(own, below),
        scenario=scenario.scenario,
    )


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
