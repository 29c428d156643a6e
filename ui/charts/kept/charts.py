"""The charts of the window as a text that is kept from day to day: what they show, and their axes.

One word a chart, its parts parted by slashes: chart, element, and where its axes are not as usual
whether they are logarithmic, and four limits with commas; behind these, limits that are pinned in
other views and on the other kind of axis, each with what it is pinned in.
What is kept may be of another version or damaged; each part is held against what there is now.
Floor: charts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.ensemble.projection import VIEWS, View
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from ui.charts.contents.scopes import is_scope
from ui.charts.contents.specs import ChartSetting, Limits, charts, default_settings, seen_as
from ui.charts.plot.box import CLOSEST

LOG: Final = "log"
ALONE: Final = "1 x 1/"
"""Stands before the number of a chart that is shown alone, counted from 1."""
_NUMBER: Final = r"-?\d{1,15}(?:\.\d{1,20})?(?:e-?\d{1,2})?"
_LIMITS: Final = re.compile(",".join([_NUMBER] * 4), re.ASCII)
_AXES: Final = 2
MOST_VALUE, MOST_POWER = 1e12, 30.0
NEAR: Final = 1e-6
LEAST_PART: Final = 1e-6
"""Of the largest value, which an axis spans at least: less is no picture."""


def text_of(settings: Sequence[ChartSetting]) -> str:
    """Return charts as a text, a word each; with the limits of the view in which it starts."""
    return " ".join(map(_word, settings))


def charts_in(text: str) -> tuple[ChartSetting, ...]:
    """Return the charts of a kept text; those of a first start replace unknown and double ones."""
    usual = default_settings()
    known = [setting for setting in map(_setting, text.split()[: len(usual)]) if setting]
    return tuple(dict.fromkeys((*known, *usual)))[: len(usual)]


def _word(setting: ChartSetting) -> str:
    usual = seen_as(setting, view="absolute")
    parts = [setting.chart, setting.element]
    if usual.log or usual.limits or usual.pins:
        parts += [LOG if usual.log else "", _ends(usual.limits)]
    for (view, is_log), limits in usual.pins:
        parts.append(f"{view}:{LOG if is_log else ''}:{_ends(limits)}")
    return "/".join(parts)


def _ends(limits: Limits | None) -> str:
    return ",".join(repr(float(end)) for end in limits) if limits else ""


def _setting(text: str) -> ChartSetting | None:
    """Return the setting of a kept word, None when there is no such chart any more."""
    chart, element, *axes = f"{text}/".split("/")
    spec = charts().get(chart)
    if spec is None or not is_scope(spec, element):
        return None
    return _with_axes(ChartSetting(chart, element), axes[:-1])


def _with_axes(setting: ChartSetting, axes: Sequence[str]) -> ChartSetting:
    """Return a setting with the axes of a kept word; as they are at first where it is damaged."""
    if len(axes) < _AXES or axes[0] not in (LOG, ""):
        return setting
    is_log = axes[0] == LOG
    limits = _limits_in(axes[1], MOST_POWER if is_log else MOST_VALUE)
    if axes[1] and limits is None:
        return setting
    pins = {seen: pinned for seen, pinned in map(_pin, axes[_AXES:]) if pinned is not None}
    pins.pop((setting.view, is_log), None)
    return replace(setting, log=is_log, limits=limits, pins=tuple(sorted(pins.items())))


def _pin(text: str) -> tuple[tuple[View, bool], Limits | None]:
    """Return in what limits of a kept text are pinned, None where they cannot be."""
    view, axis, ends = f"{text}::".split(":")[:3]
    is_log = axis == LOG
    for known in VIEWS:
        if known == view and axis in (LOG, ""):
            return (known, is_log), _limits_in(ends, MOST_POWER if is_log else MOST_VALUE)
    return ("absolute", is_log), None


def _limits_in(text: str, most: float) -> Limits | None:
    """Return the limits of a kept text, None where no chart can have them."""
    if not _LIMITS.fullmatch(text):
        return None
    first, last, low, high = map(float, text.split(","))
    begins, ends = first >= FIRST_YEAR - NEAR, last <= LAST_YEAR_AT_MOST + 1 + NEAR
    are_years = begins and ends and last - first >= CLOSEST - NEAR
    largest = max(abs(low), abs(high))
    are_values = largest <= most and high - low > LEAST_PART * largest
    return (first, last, low, high) if are_years and are_values else None
