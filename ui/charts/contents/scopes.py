"""Which places a chart shows while the window is about some; no Qt, no words. Floor: charts.

A chart of an outcome that is known by area follows the window: all, one area, or two or three side
by side. A choice of its own is one that differs from what the window says: no mark is kept, and a
chart that is given the window's places follows it again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.sums import can_be_asked, is_sum, others_of, sums_of
from ui.charts.contents.specs import (
    BESIDE,
    EVERY,
    ChartSetting,
    ChartSpec,
    charts,
    default_setting,
    default_settings,
    other_chart,
    shows_areas,
)

Areas = tuple[str, ...]
"""The areas that the window is about, in the order of the model; none for all of them."""
AT_MOST: Final = 3
"""Areas side by side: more colors are not told apart."""


def in_order(areas: Sequence[str]) -> Areas:
    """Return areas that the model has, each once, in its order, and not too many."""
    return tuple(each for each in AREAS if each in areas)[:AT_MOST]


@cache
def scope_in(chart: str, areas: Areas) -> str:
    """Return the element that a chart shows while the window is about some areas."""
    usual = default_setting(chart)
    if not areas:
        return usual.element
    return BESIDE.join(areas) if shows_areas(usual) else usual.element


@cache
def with_others(chart: str, areas: Areas) -> str | None:
    """Return some areas beside all others together, None where that is no element of a chart."""
    outcome = model().outcomes[charts()[chart].outcomes[0]]
    rest = others_of(areas)
    return BESIDE.join((*areas, rest)) if areas and can_be_asked(outcome, rest) else None


def is_own(setting: ChartSetting, areas: Areas) -> bool:
    """Tell whether a chart shows other places than the window says."""
    return setting.element != scope_in(setting.chart, areas)


def following(setting: ChartSetting, areas: Areas) -> ChartSetting:
    """Return a setting that shows what the window says; limits pinned elsewhere mean nothing."""
    element = scope_in(setting.chart, areas)
    if element == setting.element:
        return setting
    return replace(setting, element=element, limits=None, hidden=frozenset(), pins=())


def moved_on(setting: ChartSetting, before: Areas, now: Areas) -> ChartSetting:
    """Return a setting after the window went from some areas to others: an own choice stays."""
    return setting if is_own(setting, before) else following(setting, now)


def settings_in(areas: Areas) -> tuple[ChartSetting, ...]:
    """Return the charts of a first start, of some areas."""
    return tuple(following(setting, areas) for setting in default_settings())


def chart_in(setting: ChartSetting, chart: str, areas: Areas) -> ChartSetting:
    """Return another chart in place of one, of the places that the window is about."""
    return following(other_chart(setting, chart), areas)


def is_scope(spec: ChartSpec, element: str) -> bool:
    """Tell whether a chart can show an element, several side by side included."""
    if BESIDE not in element:
        return element in spec.elements
    parts = element.split(BESIDE)
    outcome = model().outcomes[spec.outcomes[0]]
    known = all(part and can_be_asked(outcome, part) for part in parts)
    return known and len(parts) == len(set(parts)) <= AT_MOST + 1 and outcome.index == "area"


def places_shown(settings: Sequence[ChartSetting]) -> Areas | None:
    """Return the areas that charts are about; None where none of them knows areas."""
    about = [each for each in settings if shows_areas(each)]
    return in_order([area for each in about for area in areas_of(each)]) if about else None


def sums_shown(areas: Areas, settings: Iterable[ChartSetting]) -> tuple[str, ...]:
    """Return the sums that a window about some areas tells, on its charts too."""
    on_charts = (part for each in settings for part in each.element.split(BESIDE))
    return tuple(dict.fromkeys(filter(is_sum, (*sums_of(areas), *on_charts))))


def areas_of(setting: ChartSetting) -> Areas:
    """Return the areas that a chart names one by one."""
    if setting.element == EVERY or not shows_areas(setting):
        return ()
    return tuple(each for each in setting.element.split(BESIDE) if each and not is_sum(each))
