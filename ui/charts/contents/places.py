"""Which places a chart shows, in the words of a title; no Qt. Floor: charts."""

from functools import lru_cache

from planner.model.graph import model
from planner.quantities.told.lists import in_turn
from ui.charts.contents.specs import BESIDE, EVERY, ChartSetting, parts, spec_of
from ui.charts.contents.wording import Wording


@lru_cache
def title_of(setting: ChartSetting, words: Wording) -> str:
    """Return what a chart is called outside the window: its name and the places it shows."""
    title, place = words.charts[setting.chart], place_of(setting, words)
    return in_turn((title, place))


def place_of(setting: ChartSetting, words: Wording) -> str:
    """Return the places a chart shows; empty where its name says already where it is, or whose."""
    outcome = model().outcomes[spec_of(setting).outcomes[0]]
    if setting.element not in ("", EVERY):
        return words.side_by_side(setting.element.split(BESIDE))
    if outcome.says_where:
        return ""
    if setting.element == EVERY and all(element for _, element in parts(setting)):
        return words.places["each_area" if outcome.index == "area" else "each_segment"]
    return words.places["all_areas" if outcome.adds_up_areas else "nation"]
