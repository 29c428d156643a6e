"""From projections to curves: what a chart shows, decided without a window."""

import dataclasses

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.model.indices import AREAS
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.studies.events import Event
from tests.some import some
from ui.charts.contents.offer import offer_for
from ui.charts.contents.picture import BASELINE, DASHED, DOTTED, LIMIT
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting
from ui.charts.layout.naming import legend_of, name_of, named_curves
from ui.engine.shown_run import ShownRun


def _curves(picture, color):
    return [curve for curve in picture.curves if curve.color == color]


def test_that_the_baseline_is_drawn_last_over_the_scenario(baseline, doubled):
    picture = chart_picture(default_setting("enterprises"), ShownRun(doubled, baseline))
    assert [curve.color for curve in picture.curves] == [0, BASELINE]
    request = Request("enterprises")
    np.testing.assert_array_equal(picture.curves[0].line, doubled.series[request].line)
    np.testing.assert_array_equal(picture.curves[1].line, baseline.series[request].line)
    assert picture.curves[1].bands is None


def test_that_a_scenario_that_is_the_baseline_is_drawn_once(baseline):
    picture = chart_picture(default_setting("enterprises"), ShownRun(baseline, baseline))
    assert [curve.name for curve in picture.curves] == ["Baseline"]


def test_that_a_changed_scenario_is_never_called_the_baseline(made, baseline):
    changed = made(with_lever(Scenario(), "alibaba_plan", 500), 0.1)
    picture = chart_picture(default_setting("enterprises"), ShownRun(changed, baseline))
    assert [curve.name for curve in picture.curves] == ["This scenario", "Baseline"]


def test_that_shares_are_shown_in_percent(baseline, doubled):
    picture = chart_picture(ChartSetting("utilization"), ShownRun(doubled, baseline))
    line = doubled.series[Request("utilization")].line
    np.testing.assert_allclose(picture.curves[0].line, 100 * line)
    assert picture.unit == "%"


def test_that_the_relative_view_of_a_share_is_not_multiplied_again(baseline, doubled):
    setting = ChartSetting("utilization", "", "percent")
    picture = chart_picture(setting, ShownRun(doubled, baseline))
    line = doubled.series[Request("utilization", "", "percent")].line
    np.testing.assert_array_equal(picture.curves[0].line, line)


@pytest.mark.parametrize("view", ["difference", "percent"])
def test_that_the_baseline_is_zero_where_everything_is_measured_against_it(view, baseline, doubled):
    picture = chart_picture(ChartSetting("enterprises", "", view), ShownRun(doubled, baseline))
    (zero,) = _curves(picture, BASELINE)
    assert not zero.line.any()


def test_that_many_curves_go_without_bands_and_three_keep_them(baseline, doubled):
    shown = ShownRun(doubled, baseline)
    areas = chart_picture(ChartSetting("enterprises", EVERY), shown)
    supply = chart_picture(default_setting("compute_supply"), shown)
    assert all(curve.bands is None for curve in areas.curves)
    assert sum(curve.bands is not None for curve in supply.curves) == 3


def test_that_the_budget_is_drawn_as_the_scenario_states_it(made, baseline):
    early = LeverPath(((2025.0, 500.0), (2027.0, 0.0)))
    scenario = Scenario(title="Early end")
    for area in AREAS:
        scenario = with_lever(scenario, f"voucher_budget.{area}", early)
    picture = chart_picture(default_setting("voucher_money"), ShownRun(made(scenario), baseline))
    (budget,) = _curves(picture, LIMIT)
    assert budget.line[0] == pytest.approx(500 * len(AREAS))
    assert budget.line[budget.times >= 2027].max() == 0


def test_that_other_scenarios_stand_behind_in_their_own_color(made, baseline, doubled):
    other = made(Scenario(title="Other"), -0.2)
    picture = chart_picture(
        default_setting("enterprises"), ShownRun(doubled, baseline, ((other, 4),))
    )
    first = picture.curves[0]
    assert (first.name, first.color, first.light) == ("Other", 4, True)
    assert first.bands is not None


def test_that_beside_others_a_color_stands_for_a_scenario_on_every_chart(made, baseline, doubled):
    other = made(Scenario(title="Other"), -0.2)
    shown = ShownRun(doubled, baseline, ((other, 4),), own=2)
    picture = chart_picture(default_setting("compute_supply"), shown)
    behind = [curve for curve in picture.curves if curve.light]
    assert [curve.color for curve in behind] == [4, 4, 4]
    assert all(curve.bands is not None for curve in behind)
    own = _curves(picture, 2)
    assert [curve.dash for curve in own] == [DOTTED, DASHED, None], "the last one is asked for"
    for scenario in (behind, _curves(picture, BASELINE)):
        assert [curve.dash for curve in scenario] == [DOTTED, DASHED, None]
    assert [curve.has_fan for curve in own] == [False, False, True]
    assert [name_of(curve) for curve in named_curves(picture)] == [
        "Realized",
        "Can be sold",
        "Used",
    ]
    assert [name_of(curve) for curve in legend_of(picture)] == [
        "Alibaba doubled",
        "Other",
        "Baseline",
    ]
    assert [curve.dash for curve in legend_of(picture)] == [None] * 3


def test_that_parts_of_one_scenario_have_its_color_too(baseline, doubled):
    for chart, dashes in (
        ("compute_supply", [DOTTED, DASHED, None]),
        ("utilization", [None, DASHED, DOTTED]),
        ("rent", [None, DASHED]),
    ):
        picture = chart_picture(default_setting(chart), ShownRun(doubled, baseline, own=3))
        own = [curve for curve in picture.curves if curve.color != BASELINE]
        assert {curve.color for curve in own} == {3}
        assert [curve.dash for curve in own] == dashes


def test_that_color_means_place_where_one_scenario_alone_is_shown(made, baseline, doubled):
    setting = ChartSetting("enterprises", EVERY)
    alone = chart_picture(setting, ShownRun(doubled, baseline))
    own = [curve for curve in alone.curves if curve.color != BASELINE]
    assert {curve.color for curve in own} == {0, 1, 2}
    assert len({(curve.color, curve.dash) for curve in own}) == len(own) == len(AREAS)
    other = made(Scenario(title="Other"), -0.2)
    beside = chart_picture(setting, ShownRun(doubled, baseline, ((other, 4),), own=2))
    assert {curve.color for curve in beside.curves} == {2, 4, BASELINE}


def test_that_an_open_baseline_is_told_from_the_one_for_reference(made, baseline, doubled):
    open_one = made(Scenario(), 0.0)
    picture = chart_picture(
        default_setting("enterprises"), ShownRun(doubled, baseline, ((open_one, 4),))
    )
    names = {curve.color: name_of(curve) for curve in picture.curves}
    assert (names[4], names[BASELINE]) == ("Baseline", "Baseline, for reference")


@pytest.mark.parametrize(
    ("chart", "named"), [("enterprises", named_curves), ("utilization", legend_of)]
)
def test_that_scenarios_of_the_same_title_are_both_named(made, baseline, doubled, chart, named):
    other = made(dataclasses.replace(doubled.scenario, levers=()), -0.2)
    picture = chart_picture(default_setting(chart), ShownRun(doubled, baseline, ((other, 4),)))
    found = [(name_of(curve), curve.color) for curve in named(picture)]
    assert found.count(("Alibaba doubled", 0)) == 1
    assert found.count(("Alibaba doubled", 4)) == 1


def test_that_curves_of_an_unchanged_run_stay_the_same_objects(made, baseline, doubled):
    other = made(Scenario(title="Other"), -0.2)
    moved = made(doubled.scenario, 1.1)
    setting = default_setting("compute_supply")
    before = chart_picture(setting, ShownRun(doubled, baseline, ((other, 4),))).curves
    after = chart_picture(setting, ShownRun(moved, baseline, ((other, 4),))).curves
    same = [one is another for one, another in zip(before, after, strict=True)]
    assert same == [True] * 3 + [False] * 3 + [True] * 3


def test_that_a_chart_leaves_out_what_the_run_does_not_hold(baseline, doubled):
    request = Request("enterprises")
    thin = dataclasses.replace(doubled, series={request: doubled.series[request]})
    picture = chart_picture(default_setting("compute_supply"), ShownRun(thin, baseline))
    assert all(curve.color == BASELINE for curve in some(picture.curves))


def test_that_published_figures_are_points_of_the_absolute_view_only(baseline, doubled):
    shown = ShownRun(doubled, baseline)
    absolute = chart_picture(default_setting("installed_compute"), shown)
    assert absolute.points
    assert all(point.source and point.label for point in absolute.points)
    assert not chart_picture(ChartSetting("installed_compute", "", "index"), shown).points


def test_that_segments_have_one_short_name_wherever_a_chart_names_them(baseline, doubled):
    picture = chart_picture(default_setting("utilization"), ShownRun(doubled, baseline))
    own = [curve for curve in picture.curves if curve.color != BASELINE]
    assert [(curve.name, name_of(curve)) for curve in own] == [
        (name, name) for name in ("Total", "Clouds", "Centers")
    ]


def test_that_events_show_on_the_charts_they_concern(baseline, doubled):
    happens = (
        Event(2027.0, "budget_exhausted", "shanghai"),
        Event(2028.25, "plan_ends"),
        Event(2031.0, "vouchers_end"),
    )
    shown = ShownRun(doubled, baseline, events=happens)

    def labels(setting):
        return [mark.label for mark in chart_picture(setting, shown).events]

    spent, end = "Shanghai: budget fully used, Jan 2027", "Vouchers end, Jan 2031"
    assert labels(ChartSetting("enterprises")) == [end], "budgets are not what it is about"
    assert labels(ChartSetting("voucher_money")) == [spent, end]
    assert labels(ChartSetting("voucher_money", "beijing")) == [end]
    assert labels(ChartSetting("compute_supply")) == ["Alibaba's plan ends, Apr 2028"]


def test_that_a_scenario_that_hardly_moves_is_offered_its_difference(made, baseline):
    small = made(with_lever(Scenario(), "voucher_budget.shanghai", 601), 1e-5)
    picture = chart_picture(default_setting("enterprises"), ShownRun(small, baseline))
    offer = offer_for(picture, value_per_pixel=10.0)
    assert offer is not None
    assert offer.setting == ChartSetting("enterprises", "", "difference")
    assert offer_for(picture, value_per_pixel=1e-6) is None


def test_that_a_few_pixels_are_too_little_to_read(made, baseline):
    small = made(with_lever(Scenario(), "voucher_budget.shanghai", 601), 0.01)
    picture = chart_picture(default_setting("enterprises"), ShownRun(small, baseline))
    assert picture.moved == pytest.approx(15)
    offers = {pixels: offer_for(picture, 15 / pixels) for pixels in (0.5, 3, 7.9, 8.1)}
    said = {pixels: offer.remark for pixels, offer in offers.items() if offer is not None}
    assert said == {
        0.5: "Change too small to see at this scale",
        3: "Change hard to see at this scale",
        7.9: "Change hard to see at this scale",
    }


def test_that_a_scenario_that_does_not_move_is_offered_the_chart_where_it_matters(made, baseline):
    still = made(with_lever(Scenario(), "voucher_budget.shanghai", 601), 0.0)
    offer = offer_for(chart_picture(ChartSetting("chip_shortage"), ShownRun(still, baseline)), 1.0)
    assert offer is not None
    assert offer.setting.chart == "enterprises_added_by_vouchers"


def test_that_the_baseline_itself_is_offered_nothing(baseline):
    picture = chart_picture(default_setting("enterprises"), ShownRun(baseline, baseline))
    assert offer_for(picture, 1.0) is None


def test_that_unbounded_values_tell_no_movement(baseline):
    request = Request("alibaba_payback")
    endless = Series(np.full(132, np.inf), None)
    scenario = with_lever(Scenario(), "alibaba_plan", 0)
    run = Projection(scenario, baseline.times, {request: endless}, 0, 0.0)
    same = dataclasses.replace(baseline, series={request: endless})
    assert chart_picture(default_setting("alibaba_payback"), ShownRun(run, same)).moved is None
