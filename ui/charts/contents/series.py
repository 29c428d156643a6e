"""From projections to the picture of one chart: which curves, points and marks it shows; no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from planner.ensemble.projection import Projection, breaches
from planner.facts import published
from planner.facts.record import Figures, Point
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.direction import isolated
from planner.studies.events import Event
from ui.charts.contents.curves import baseline_curves, budget_curves, other_curves, own_curves
from ui.charts.contents.picture import SCENARIO, ChartPicture, Mark
from ui.charts.contents.specs import ChartSetting, parts, shows_areas, spec_of
from ui.charts.contents.states import areas, boundaries, panels
from ui.charts.contents.wording import ENGLISH, Wording

ABOUT_VOUCHERS = ("budget_exhausted", "vouchers_end")


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What charts are drawn from: a scenario, its baseline, other scenarios with their colors.

    `own` is the number of the scenario's own color, which it has beside others.
    """

    scenario: Projection
    baseline: Projection
    others: tuple[tuple[Projection, int], ...] = ()
    events: tuple[Event, ...] = ()
    own: int = 0

    @property
    def breaches(self) -> tuple[str, ...]:
        """Sentences on the runs drawn that break a law of the model."""
        others = (projection for projection, _ in self.others)
        return breaches((self.scenario, self.baseline, *others))

    def picture(self, setting: ChartSetting, words: Wording = ENGLISH) -> ChartPicture:
        """Return what one chart shows."""
        own = self.own if self.others else SCENARIO
        return chart_picture(
            setting, self.scenario, self.baseline, self.others, self.events, words, own
        )


def chart_picture(
    setting: ChartSetting,
    scenario: Projection,
    baseline: Projection,
    others: Sequence[tuple[Projection, int]] = (),
    events: Iterable[Event] = (),
    words: Wording = ENGLISH,
    own_color: str | int = SCENARIO,
) -> ChartPicture:
    """Return what a chart shows; curves that the projections do not hold yet are left out.

    `others` pairs each further scenario with the number of its data color.
    """
    spec = spec_of(setting)
    if spec.is_counted:
        made = _picture_of_states(setting, scenario, baseline, tuple(events), words)
        unit = words.of_scenario.format(unit=made.unit, scenario=isolated(scenario.scenario.title))
        return replace(made, unit=unit) if others else made
    by_scenario = bool(others) and len(parts(setting)) > 1
    own = own_curves(setting, scenario, words, beside_others=bool(others), own=own_color)
    same = scenario.scenario.levers == baseline.scenario.levers
    below = () if same else baseline_curves(setting, baseline, words)
    if any(other.scenario.title == words.baseline for other, _ in others):
        below = tuple(replace(curve, name=words.reference) for curve in below)
    behind = [
        curve
        for projection, color in others
        for curve in other_curves(setting, projection, color, words)
    ]
    return ChartPicture(
        setting=setting,
        title=_title(setting, words),
        unit=_unit(setting, words),
        curves=(*behind, *budget_curves(setting, scenario, words), *own, *below),
        points=_points(setting, scenario.scenario.figures),
        events=_marks(setting, tuple(events), words),
        is_share=spec.unit == "share" and setting.view in ("absolute", "difference"),
        scenario=scenario.scenario,
        by_scenario=by_scenario,
    )


def _picture_of_states(
    setting: ChartSetting,
    scenario: Projection,
    baseline: Projection,
    events: tuple[Event, ...],
    words: Wording,
) -> ChartPicture:
    """Return the shares of futures by state, of one scenario alone: areas would hide others'."""
    same = scenario.scenario.levers == baseline.scenario.levers
    return ChartPicture(
        setting=setting,
        title=_title(setting, words),
        unit=words.unit(spec_of(setting).unit, "absolute"),
        curves=(
            *areas(setting, scenario, words),
            *(() if same else boundaries(setting, baseline, words)),
        ),
        events=_marks(setting, events, words),
        is_share=True,
        scenario=scenario.scenario,
        panels=panels(setting, words),
    )


@lru_cache
def _title(setting: ChartSetting, words: Wording) -> str:
    spec = spec_of(setting)
    title = words.charts[spec.key]
    if spec.is_counted and not setting.element:
        return f"{title}, {words.country}"
    if setting.element and len(parts(setting)) == len(spec.outcomes):
        return f"{title}, {words.elements[setting.element]}"
    return title


@lru_cache
def _unit(setting: ChartSetting, words: Wording) -> str:
    return words.unit(spec_of(setting).unit, setting.view)


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
    factor = unit_form(unit).factor
    return tuple(point if factor == 1.0 else _scaled(point, factor) for point in found)


def _scaled(point: Point, factor: float) -> Point:
    value, low, high = (factor * part for part in (point.value, point.low, point.high))
    return replace(point, value=value, low=low, high=high)


@lru_cache
def _marks(setting: ChartSetting, events: tuple[Event, ...], words: Wording) -> tuple[Mark, ...]:
    """Return the events that concern what the chart shows, in order of time.

    What happens to vouchers shows where areas do: on the area's own charts and on the whole's.
    """
    elements = {element for _, element in parts(setting)}
    by_area = shows_areas(setting)
    found = {
        Mark(event.time, words.event(event.kind, event.element), bool(event.element))
        for event in events
        if by_area == (event.kind in ABOUT_VOUCHERS)
        and (not event.element or elements & {"", event.element})
    }
    return tuple(sorted(found, key=lambda mark: (mark.time, mark.label)))
