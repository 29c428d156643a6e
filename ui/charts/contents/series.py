"""From a run to the picture of one chart: which curves, points and marks it shows; no Qt."""

from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from planner.ensemble.projection import COMPARING
from planner.facts import published
from planner.facts.record import Figures, Point
from planner.model.counted.drawn import points_on
from planner.model.counted.own import OwnNumbers
from planner.model.scenario import Scenario
from planner.quantities.told.titles import BASELINE_TITLE, shown_title
from planner.quantities.unit_table import TIMES_ON_OFFER
from planner.storage.sentences.catalog import translate
from planner.studies.events import Event
from ui.charts.contents.curves import (
    baseline_curves,
    belief_curves,
    budget_curves,
    default_curves,
    other_curves,
    own_curves,
    with_beliefs,
)
from ui.charts.contents.effect import effect_curves, effect_name, has_effect
from ui.charts.contents.hiding import without_hidden
from ui.charts.contents.limits import LimitRow, limit_rows, shows_limits
from ui.charts.contents.picture import BASELINE, LIMIT, OWN, ChartPicture, Curve, Mark
from ui.charts.contents.places import title_of
from ui.charts.contents.specs import ChartSetting, is_about_vouchers, parts, shows_areas, spec_of
from ui.charts.contents.states import areas, boundaries, panels
from ui.charts.contents.wording import ENGLISH, Wording, held_against
from ui.charts.targets.lines import target_lines, target_marks
from ui.engine.shown_run import ShownRun
from ui.wording.figures.beliefs import beliefs_against
from ui.wording.figures.units import follows_units, form_of

ABOUT_VOUCHERS = ("budget_exhausted", "vouchers_end")
Group = tuple[tuple[Curve, ...], str | int | None]


def chart_picture(setting: ChartSetting, run: ShownRun, words: Wording = ENGLISH) -> ChartPicture:
    """Return what a chart shows; curves that the projections do not hold yet are left out."""
    spec, words = spec_of(setting), held_against(words, run.against)
    if spec.is_counted:
        made = _picture_of_states(setting, run, words)
        unit = words.of_scenario.format(unit=made.unit, scenario=_called(run, words))
        return replace(made, unit=unit) if run.others else made
    is_beside, groups = bool(run.others), _groups(setting, run, words)
    picture = ChartPicture(
        setting=setting,
        title=title_of(setting, words),
        unit=_unit(setting, words),
        curves=tuple(chain(*(without_hidden(curves, setting, who) for curves, who in groups))),
        listed=tuple(chain(*(curves for curves, _ in groups))),
        points=_points(setting, run.scenario),
        events=(*_marks(setting, run.events, words), *_marks_of_targets(setting, run)),
        is_share=bool(form_of(spec.unit).beside) and setting.view in ("absolute", "difference"),
        scenario=run.scenario,
        by_scenario=is_beside and len(parts(setting)) > 1,
        effect=effect_curves(setting, run),
        effect_name=effect_name(setting, words) if has_effect(setting) else "",
        limits=_limits(setting, run, words) if shows_limits(setting) else (),
        targets=target_lines(setting, run.projection),
        below=_below(setting, run, words),
        against=words.against,
        reference=_role_of_reference(run),
        called=_called(run, words),
        line_at=1.0 if spec.unit == TIMES_ON_OFFER and setting.view == "absolute" else None,
    )
    return replace(picture, axis_note=words.log) if picture.is_log else picture


def _limits(setting: ChartSetting, run: ShownRun, words: Wording) -> tuple[LimitRow, ...] | None:
    """Return what limits compute; None where not all futures have been counted yet."""
    return limit_rows(setting, run.projection, words) if run.is_whole else None


def _groups(setting: ChartSetting, run: ShownRun, words: Wording) -> tuple[Group, ...]:
    """Return the curves of a chart in painting order, each with the scenario it is of."""
    is_beside = bool(run.others)
    mine = _beliefs(run, run.scenario)
    own = own_curves(
        setting, run.projection, words, beside_others=is_beside, own=run.own, beliefs=mine
    )
    is_zero, below = run.reference is None, tuple[Curve, ...]()
    if run.has_other_levers:
        below = baseline_curves(setting, run.baseline, words, is_zero=is_zero)
    if any(other.scenario.title == BASELINE_TITLE for other, _ in run.others):
        below = tuple(replace(curve, name=words.reference) for curve in below)
    behind = [
        (other_curves(setting, each, color, words, beliefs=_beliefs(run, each.scenario)), color)
        for each, color in run.others
    ]
    budget = budget_curves(setting, run.projection, words)
    is_named = is_beside or len(parts(setting)) == 1
    return (
        *behind,
        (budget, LIMIT),
        (tuple(own), run.own if is_named else None),
        (_usual(setting, run, words), LIMIT),
        (below, BASELINE),
    )


def _usual(setting: ChartSetting, run: ShownRun, words: Wording) -> tuple[Curve, ...]:
    """Return the baseline by default, or what assumptions alone change where differences are told.

    Those are from the baseline by default, so that beside differences from a chosen scenario they
    have no place.
    """
    if setting.view not in COMPARING:
        return default_curves(setting, run.default, words) if run.default else ()
    if run.belief is None or run.reference is not None:
        return ()
    return belief_curves(setting, run.belief, run.baseline, words)


def _called(run: ShownRun, words: Wording) -> str:
    """Return what the scenario that a chart is about is called beside others."""
    return with_beliefs(shown_title(run.scenario.title), words, _beliefs(run, run.scenario))


def _beliefs(run: ShownRun, scenario: Scenario) -> str:
    """Return what a scenario assumes otherwise, where those of a chart do not assume the same."""
    if not run.is_of_several_beliefs:
        return ""
    return beliefs_against(scenario, run.held_beliefs, run.against)


def _below(setting: ChartSetting, run: ShownRun, words: Wording) -> tuple[Curve, ...]:
    """Return the curves of what was chosen to hold others against, hidden or not."""
    if run.reference is None:
        return ()
    return baseline_curves(setting, run.reference, words, is_zero=False)


def _role_of_reference(run: ShownRun) -> str | int:
    if run.reference is None:
        return BASELINE
    colors = (color for other, color in run.others if run.is_reference(other))
    return OWN if run.is_reference(run.projection) else next(colors, BASELINE)


def _picture_of_states(setting: ChartSetting, run: ShownRun, words: Wording) -> ChartPicture:
    """Return the shares of futures by state, of one scenario alone: areas would hide others'."""
    own = areas(setting, run.projection, words)
    below = boundaries(setting, run.baseline, words) if run.has_other_levers else ()
    against = areas(setting, run.reference, words) if run.reference is not None else ()
    return ChartPicture(
        setting=setting,
        title=title_of(setting, words),
        unit=words.unit(spec_of(setting).unit, "absolute"),
        curves=without_hidden(own, setting) + without_hidden(below, setting, BASELINE),
        listed=own + below,
        events=_marks(setting, run.events, words),
        is_share=True,
        scenario=run.scenario,
        panels=panels(setting, words),
        below=against,
        against=words.against,
        reference=_role_of_reference(run),
    )


@follows_units
@lru_cache
def _unit(setting: ChartSetting, words: Wording) -> str:
    return words.unit(spec_of(setting).unit, setting.view)


def _points(setting: ChartSetting, scenario: Scenario) -> tuple[Point, ...]:
    """Return what was published, and what the planner counted, of what a chart shows."""
    return points_on_parts(setting, parts(setting), scenario)


def points_on_parts(
    setting: ChartSetting, shown: tuple[tuple[str, str], ...], scenario: Scenario
) -> tuple[Point, ...]:
    """Return the figures on some parts of a chart, each a pair of outcome and element."""
    if setting.view != "absolute":
        return ()
    unit = spec_of(setting).unit
    found = _published(shown, unit, scenario.figures)
    return found if not scenario.own.points else (*found, *_own(shown, unit, scenario.own))


@follows_units
@lru_cache
def _own(shown: tuple[tuple[str, str], ...], unit: str, own: OwnNumbers) -> tuple[Point, ...]:
    factor = form_of(unit).factor
    said = translate("Own", "Your own number")
    return tuple(_scaled(each, factor) for each in points_on(own, shown, unit, said))


@follows_units
@cache
def _published(
    shown: tuple[tuple[str, str], ...], unit: str, figures: Figures
) -> tuple[Point, ...]:
    found = (
        point
        for outcome, element in shown
        for point in published.points(outcome, element, figures, unit)
    )
    factor = form_of(unit).factor
    return tuple(point if factor == 1.0 else _scaled(point, factor) for point in found)


def _scaled(point: Point, factor: float) -> Point:
    value, low, high = (factor * part for part in (point.value, point.low, point.high))
    return replace(point, value=value, low=low, high=high)


def _marks_of_targets(setting: ChartSetting, run: ShownRun) -> tuple[Mark, ...]:
    """Return what is told in the lane of events of targets that have no line."""
    marks = target_marks(setting, run.projection)
    return tuple(Mark(each.time, each.text, short=each.short, why=each.why) for each in marks)


@lru_cache
def _marks(setting: ChartSetting, events: tuple[Event, ...], words: Wording) -> tuple[Mark, ...]:
    """Return the events that concern what the chart shows, in order of time.

    What happens to vouchers shows where areas do: on the area's own charts and on the whole's; that
    a budget is used up, only where vouchers are what is shown.
    """
    elements = {element for _, element in parts(setting)}
    by_area = shows_areas(setting)
    found = {
        Mark(
            event.time,
            words.dated_event(event),
            bool(event.element),
            words.event(event.kind, event.element),
        )
        for event in events
        if by_area == (event.kind in ABOUT_VOUCHERS)
        and (event.kind != "budget_exhausted" or is_about_vouchers(setting))
        and (not event.element or elements & {"", event.element})
    }
    return tuple(sorted(found, key=lambda mark: (mark.time, mark.label)))
