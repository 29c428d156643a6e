"""What leaves the window says on which assumptions it rests."""

from planner.model.scenario import Scenario, with_assumption
from planner.quantities.spread import Spread
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting
from ui.engine.shown_run import ShownRun
from ui.print.sheet import _reading

SETTING = ChartSetting("enterprises")


def _said(run):
    return " ".join(_reading(chart_picture(SETTING, ShownRun(run, run)), run))


def test_that_a_caption_names_the_assumptions_that_differ(qapp, made):
    own = with_assumption(Scenario(title="Mine"), "rent_2025", Spread(0.08, 0.11, 0.16))
    assert "Assumptions differ from the default: " in _said(made(own))
    assert "Assumptions differ" not in _said(made(Scenario()))
