"""Places side by side in one chart: colors, dashes, strip, read-out, and what may be hidden."""

from dataclasses import replace

from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.effect import effect_curves, effect_name
from ui.charts.contents.picture import BASELINE
from ui.charts.contents.readout import readout
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.wording import ENGLISH
from ui.engine.shown_run import ShownRun
from ui.wording.numbers import ENGLISH_NUMERALS

BOTH = ChartSetting("enterprises", "shanghai,chengdu")
DASHED = (7.0, 4.0)


def _own(picture):
    return [each for each in picture.curves if not each.light and each.color != BASELINE]


def test_that_places_have_colors_where_one_scenario_is_shown(baseline, doubled):
    picture = chart_picture(BOTH, ShownRun(doubled, baseline, own=2))
    assert picture.title == "AI enterprises, Shanghai and Chengdu"
    own = _own(picture)
    assert [(each.name, each.color, each.dash) for each in own] == [
        ("Shanghai", 0, None),
        ("Chengdu", 1, None),
    ]
    assert all(each.bands is not None for each in own)
    strip = [(each.color, each.dash, each.request) for each in picture.effect]
    assert strip == [
        (0, None, Request("enterprises", "shanghai", "difference")),
        (1, None, Request("enterprises", "chengdu", "difference")),
    ]
    assert effect_name(BOTH, ENGLISH) == "difference"


def test_that_beside_other_scenarios_color_means_scenario_and_dash_place(made, baseline, doubled):
    other = made(with_lever(Scenario(title="Other"), "voucher_budget.shanghai", 700), 0.1)
    picture = chart_picture(BOTH, ShownRun(doubled, baseline, ((other, 2),), own=1))
    assert [(each.color, each.dash) for each in _own(picture)] == [(1, None), (1, DASHED)]
    looks = [(each.color, each.dash, each.light) for each in picture.effect]
    assert looks == [
        (2, None, True),
        (2, DASHED, True),
        (1, None, False),
        (1, DASHED, False),
    ]
    assert picture.by_scenario


def test_that_a_read_out_names_each_place_with_its_own_difference(baseline, doubled):
    picture = chart_picture(BOTH, ShownRun(doubled, baseline, own=0))
    told = readout(picture, 71, ENGLISH, ENGLISH_NUMERALS)
    named = {row.name: row for row in told.rows}
    assert {"Shanghai", "Chengdu"} <= named.keys()
    assert named["Shanghai"].change.startswith("+")
    assert named["Chengdu"].change.startswith("+")


def test_that_a_hidden_place_is_left_out_of_the_strip_too(baseline, doubled):
    hidden = replace(BOTH, hidden=frozenset({"enterprises/shanghai"}))
    run = ShownRun(doubled, baseline, own=0)
    assert [each.name for each in _own(chart_picture(hidden, run))] == ["Chengdu"]
    asked = [each.request for each in effect_curves(hidden, run)]
    assert asked == [Request("enterprises", "chengdu", "difference")]


def test_that_one_place_is_drawn_in_the_color_of_its_scenario(baseline, doubled):
    one = ChartSetting("enterprises", "chengdu")
    picture = chart_picture(one, ShownRun(doubled, baseline, own=2))
    assert [(each.color, each.dash) for each in _own(picture)] == [(2, None)]
    assert [each.color for each in picture.effect] == [2]
