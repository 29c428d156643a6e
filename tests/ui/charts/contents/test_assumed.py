"""A chart tells the baseline by default apart from the one under other assumptions."""

from dataclasses import replace

import pytest

from planner.model.scenario import with_assumption
from planner.quantities.spread import Spread
from ui.charts.contents.picture import LIMIT
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.wording import ENGLISH
from ui.engine.shown_run import ShownRun

SETTING = ChartSetting("enterprises")


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
    assert ENGLISH.default_baseline not in _names(run, replace(SETTING, view="difference"))


@pytest.mark.parametrize("believes", [False, True])
def test_that_a_scenario_on_other_assumptions_says_so_in_its_name(baseline, doubled, believes):
    other = replace(doubled, scenario=replace(doubled.scenario, title="Another"))
    run = ShownRun(doubled, baseline, ((_believing(other) if believes else other, 1),))
    said = [name for name in _names(run) if "Another" in name]
    assert len(said) == 1
    assert said[0].endswith("(other assumptions)") is believes
