"""A remark on a chart that hardly moves, with a way to see more; no Qt."""

from dataclasses import dataclass, replace
from typing import Final

from planner.model.graph import model
from planner.model.scenario import Scenario
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.specs import ChartSetting, other_chart, seen_as
from ui.charts.contents.wording import ENGLISH, Wording

READ_FROM: Final = 8.0
"""Pixels from which a difference between two lines is read off a chart."""
LEAST_PIXELS: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Offer:
    """A remark on a chart that hardly moves, and the setting that shows more."""

    remark: str
    action: str
    setting: ChartSetting


def offer_for(
    picture: ChartPicture,
    value_per_pixel: float,
    words: Wording = ENGLISH,
    *,
    has_strip: bool = False,
) -> Offer | None:
    """Return a way to see more when the scenario moves by less than can be read, else None.

    Levels hide what most levers do: an effect of one percent is a few pixels. A strip under them
    shows it; without one the difference, on a scale of its own, is one click away.
    """
    setting, moved = picture.setting, picture.moved
    if picture.panels or moved is None or picture.scenario is None:
        return None
    pixels = moved / value_per_pixel
    if LEAST_PIXELS < pixels < READ_FROM and setting.view in ("absolute", "index"):
        if has_strip:
            return None
        there = seen_as(setting, view="difference")
        return Offer(words.small if pixels < 1 else words.little, words.show_difference, there)
    if pixels >= 1:
        return None
    chart = _chart_that_moves(picture.scenario)
    if chart is None or chart == setting.chart:
        return None
    there = replace(other_chart(setting, chart), element="")
    return Offer(words.unmoved, words.show_chart.format(chart=words.charts[chart]), there)


def _chart_that_moves(scenario: Scenario) -> str | None:
    """Return the chart on which the changed levers matter most."""
    groups = [model().levers[name.partition(".")[0]].group for name, _ in scenario.levers]
    if not groups:
        return None
    charts = {
        "vouchers": "enterprises_added_by_vouchers",
        "investment": "compute_supply",
        "supply": "utilization",
        "demand": "used_compute",
    }
    return charts.get(max(groups, key=groups.count))
