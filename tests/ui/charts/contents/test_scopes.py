"""Which places a chart shows while the window is about some, and what of it is a chart's own."""

import pytest

from planner.ensemble.projection import Request
from planner.model.sums import others_of
from tests.some import some
from ui.charts.contents.effect import effect_requests
from ui.charts.contents.places import title_of
from ui.charts.contents.scopes import (
    chart_in,
    following,
    in_order,
    is_own,
    is_scope,
    moved_on,
    scope_in,
    with_others,
)
from ui.charts.contents.specs import (
    ChartSetting,
    charts,
    default_setting,
    requests_for,
    shows_areas,
)
from ui.charts.contents.wording import ENGLISH
from ui.charts.kept.charts import charts_in, text_of

BOTH = ("shanghai", "chengdu")
OTHERS = others_of(("chengdu",))


def test_that_a_chart_by_area_follows_the_window_and_all_others_stay():
    for spec in some(charts().values()):
        usual = default_setting(spec.key)
        assert scope_in(spec.key, ()) == usual.element
        wanted = "shanghai,chengdu" if shows_areas(usual) else usual.element
        assert scope_in(spec.key, BOTH) == wanted, spec.key
        assert is_scope(spec, wanted)


def test_that_places_side_by_side_ask_for_each_of_them_and_for_each_difference():
    setting = following(default_setting("enterprises"), BOTH)
    asked = [Request("enterprises", area) for area in BOTH]
    assert requests_for(setting) == tuple(asked)
    differences = tuple(each._replace(view="difference") for each in asked)
    assert effect_requests(setting) == differences


def test_that_a_choice_of_a_chart_alone_stays_when_the_window_moves_on():
    usual = default_setting("enterprises")
    there = moved_on(usual, (), ("chengdu",))
    assert there.element == "chengdu"
    assert moved_on(there, ("chengdu",), ()).element == ""
    own = ChartSetting("enterprises", "henan", limits=(2025.0, 2030.0, 0.0, 1.0))
    assert is_own(own, ("chengdu",))
    assert moved_on(own, ("chengdu",), BOTH) is own
    assert not is_own(there, ("chengdu",))


def test_that_pinned_values_and_hidden_curves_of_other_places_are_let_go():
    pinned = ChartSetting("enterprises", limits=(2025.0, 2030.0, 0.0, 1.0), hidden=frozenset({"0"}))
    moved = following(pinned, ("chengdu",))
    assert (moved.limits, moved.hidden) == (None, frozenset())


def test_that_another_chart_comes_with_the_places_of_the_window():
    rent = default_setting("rent", "difference")
    made = chart_in(rent, "voucher_money", ("chengdu",))
    assert (made.chart, made.element, made.view) == ("voucher_money", "chengdu", "difference")
    assert chart_in(made, "rent", ("chengdu",)).element == rent.element


def test_that_the_others_stand_beside_only_where_places_add_up():
    beside = with_others("enterprises", ("chengdu",))
    assert beside == f"chengdu,{OTHERS}"
    assert with_others("enterprises", ()) is None
    assert with_others("sme_price", ("chengdu",)) is None
    assert with_others("public_cost_per_added_enterprise", ("chengdu",)) is None
    requests = requests_for(ChartSetting("enterprises", beside, "difference"))
    assert [each.element for each in requests] == ["chengdu", OTHERS]


@pytest.mark.parametrize(
    ("element", "title"),
    [
        ("", "AI enterprises, all seven places"),
        ("chengdu", "AI enterprises, Chengdu"),
        ("shanghai,chengdu", "AI enterprises, Shanghai and Chengdu"),
        ("shanghai,chengdu,henan", "AI enterprises, Shanghai, Chengdu and Henan"),
        (f"chengdu,{OTHERS}", "AI enterprises, Chengdu and the other six places"),
    ],
)
def test_that_a_title_names_its_places(element: str, title: str):
    assert title_of(ChartSetting("enterprises", element), ENGLISH) == title


@pytest.mark.parametrize(
    "element", ["shanghai,chengdu", f"chengdu,{OTHERS}", "shanghai,chengdu,henan"]
)
def test_that_places_of_a_chart_are_kept_from_day_to_day(element: str):
    setting = ChartSetting("enterprises", element)
    assert charts_in(text_of([setting]))[0] == setting


@pytest.mark.parametrize(
    "element",
    [
        *("atlantis", "chengdu,chengdu", "chengdu,", ",", "chengdu,cloud", "henan+chengdu"),
        *("*,chengdu", "beijing,shanghai,shenzhen,chengdu,ningbo"),
    ],
)
def test_that_a_damaged_place_of_a_chart_is_left_out(element: str):
    assert not is_scope(charts()["enterprises"], element)
    assert charts_in(f"enterprises/{element}")[0].element == ""


def test_that_areas_come_in_the_order_of_the_model_and_not_too_many():
    assert in_order(["henan", "atlantis", "beijing", "beijing"]) == ("beijing", "henan")
    assert len(in_order(["henan", "beijing", "chengdu", "ningbo"])) == 3
