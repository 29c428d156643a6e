"""A chart tells the baseline by default apart from the one under other assumptions."""

from dataclasses import replace

import numpy as np
import pytest

from planner.model.scenario import with_assumption
from planner.quantities.spread import Spread
from ui.charts.contents.picture import DOTTED, LIMIT
from ui.charts.contents.readout import readout
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.charts.contents.wording import ENGLISH
from ui.charts.layout.naming import all_named, legend_of, name_of
from ui.engine.shown_run import ShownRun
from ui.wording.numbers import ENGLISH_NUMERALS

SETTING = ChartSetting("enterprises")
MARK = " (other assumptions)"
TOLD = "Other assumptions than the default: Cloud rent in 2025."


def _believing(run):
    scenario = with_assumption(run.scenario, "rent_2025", Spread(0.08, 0.11, 0.16))
    return replace(run, scenario=scenario)


def _names(run, setting=SETTING):
    return [curve.name for curve in chart_picture(setting, run).listed]


def test_that_the_baseline_by_default_is_a_thin_line_with_a_name_of_its_own(baseline, doubled):
    own, below = _believing(doubled), _believing(baseline)
    run = ShownRun(own, below, default=baseline)
    (line,) = [c for c in chart_picture(SETTING, run).curves if c.name == ENGLISH.default_baseline]
    assert line.color == LIMIT
    assert line.bands is None
    assert ENGLISH.default_baseline not in _names(ShownRun(own, below))
    assert ENGLISH.default_baseline in _names(run, replace(SETTING, view="index"))
    assert ENGLISH.default_baseline not in _names(run, replace(SETTING, view="difference"))


@pytest.mark.parametrize("view", ["difference", "percent"])
def test_that_views_of_differences_tell_what_assumptions_alone_change(
    view, made, baseline, doubled
):
    own, below = _believing(doubled), _believing(baseline)
    alone = made(below.scenario, 0.1)
    run = ShownRun(own, below, default=baseline, belief=alone)
    picture = chart_picture(replace(SETTING, view=view), run)
    (line,) = [curve for curve in picture.curves if curve.name == ENGLISH.beliefs_alone]
    np.testing.assert_array_equal(line.line, alone.series["enterprises", "", view, ""].line)
    assert (line.color, line.dash, line.bands) == (LIMIT, DOTTED, None)
    told = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS)
    (row,) = [row for row in told.rows if row.name == ENGLISH.beliefs_alone]
    assert row.value == {"difference": "+150", "percent": "+10.0%"}[view]


def test_that_differences_from_a_chosen_scenario_say_nothing_of_assumptions_alone(
    made, baseline, doubled
):
    run = ShownRun(
        _believing(doubled),
        _believing(baseline),
        ((doubled, 1),),
        default=baseline,
        belief=made(raised=0.1),
        reference=doubled,
    )
    assert ENGLISH.beliefs_alone not in _names(run, replace(SETTING, view="difference"))


def _another(run):
    return replace(run, scenario=replace(run.scenario, title="Another"))


@pytest.mark.parametrize("believes", [False, True])
def test_that_a_scenario_on_other_assumptions_says_so_in_its_name(baseline, doubled, believes):
    other = _another(doubled)
    run = ShownRun(doubled, baseline, ((_believing(other) if believes else other, 1),))
    (said,) = [curve for curve in chart_picture(SETTING, run).listed if "Another" in curve.name]
    assert said.name.endswith(MARK) is believes
    assert said.beliefs == (TOLD if believes else "")


@pytest.mark.parametrize("chart", ["enterprises", "utilization"])
def test_that_the_scenario_on_screen_is_the_one_marked_where_it_assumes_otherwise(
    chart, baseline, doubled
):
    run = ShownRun(_believing(doubled), _believing(baseline), ((_another(doubled), 1),))
    picture = chart_picture(default_setting(chart), run)
    marked = {name_of(c): c.beliefs for c in all_named(picture) if MARK in name_of(c)}
    assert marked == {f"Alibaba doubled{MARK}": TOLD}


def test_that_nothing_is_marked_where_all_assume_the_same(baseline, doubled):
    other = _believing(_another(doubled))
    run = ShownRun(_believing(doubled), _believing(baseline), ((other, 1),), default=baseline)
    assert not any(MARK in name for name in _names(run))
    assert MARK not in _names(ShownRun(_believing(doubled), _believing(baseline)))[0]


def test_that_a_mark_is_against_the_scenario_that_was_chosen_to_compare_with(baseline, doubled):
    held = _believing(_another(doubled))
    run = ShownRun(doubled, baseline, ((held, 1),), reference=held)
    (mine,) = [c for c in chart_picture(SETTING, run).listed if c.name.endswith(MARK)]
    assert mine.name.startswith("Alibaba doubled")
    assert mine.beliefs == "Other assumptions than Another: Cloud rent in 2025."


def test_that_a_chart_of_parts_names_the_baseline_by_default_as_well(baseline, doubled):
    own, below = _believing(doubled), _believing(baseline)
    run = ShownRun(own, below, ((_another(doubled), 1),), default=baseline)
    legend = legend_of(chart_picture(default_setting("compute_supply"), run))
    (usual,) = [curve for curve in legend if name_of(curve) == ENGLISH.default_baseline]
    assert usual.dash == DOTTED
