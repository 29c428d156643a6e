"""What was pinned or zoomed in one unit, in another one; no Qt. Floor: charts."""

from dataclasses import replace
from math import log10

from planner.ensemble.projection import View
from ui.charts.contents.curves import unit_factor
from ui.charts.contents.specs import ChartSetting, Limits, spec_of

Told = tuple[tuple[str, ...], float]
"""The outcomes that a chart shows, and what their numbers are multiplied with to be told."""


def told(setting: ChartSetting) -> Told:
    """Return what a chart tells, and how, in the units that are chosen now."""
    return spec_of(setting).outcomes, unit_factor(replace(setting, view="absolute"))


def rescaled(setting: ChartSetting, before: Told) -> ChartSetting:
    """Return a setting whose pinned limits show the same as before in other units.

    Where it shows another outcome now, nothing is pinned.
    """
    outcomes, factor = told(setting)
    if outcomes != before[0]:
        return replace(setting, limits=None, pins=())
    ratio = factor / before[1]
    limits = setting.limits and _scaled(setting.limits, (setting.view, setting.log), ratio)
    pins = tuple((seen, _scaled(each, seen, ratio)) for seen, each in setting.pins)
    return replace(setting, limits=limits, pins=pins)


def _scaled(limits: Limits, seen: tuple[View, bool], ratio: float) -> Limits:
    first, last, low, high = limits
    view, is_log = seen
    if view not in ("absolute", "difference"):
        return limits
    if is_log:
        return first, last, low + log10(ratio), high + log10(ratio)
    return first, last, low * ratio, high * ratio
