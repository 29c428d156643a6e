"""Names and marks find room: long names are shortened, marks in a crowd are counted."""

import pytest

from planner.model.scenario import Scenario
from planner.studies.events import Event
from ui.charts.contents.picture import Mark
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.layout.event_labels import with_rest
from ui.charts.layout.look import Look
from ui.charts.layout.naming import name_of
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun

SMALL = (300.0, 180.0)
NAMED = "Beijing: budget fully used, Jan 2026"


@pytest.fixture
def look(qapp):
    return Look()


def test_that_a_mark_counts_those_after_it_that_have_no_room():
    marks = [Mark(2025.0 + n, f"event {n}") for n in range(4)]
    told = with_rest(marks, [True, False, False, True])
    assert [mark.label for mark in told] == ["event 0 (2 more)", "event 1", "event 2", "event 3"]


def test_that_marks_in_a_small_chart_leave_none_untold(baseline, doubled, look):
    happens = tuple(Event(2026 + n / 12, "budget_exhausted", "beijing") for n in range(5))
    picture = chart_picture(
        default_setting("voucher_money"), ShownRun(doubled, baseline, events=happens)
    )
    for size, told in ((SMALL, "5 events"), ((400.0, 180.0), f"{NAMED} (4 more)")):
        flags = PrintedChart(picture, look, size).plot.lane.labels()
        assert len(flags) == 5
        assert [mark.label for mark, _, _, start in flags if start is not None] == [told]


def test_that_no_scenario_is_left_out_of_the_legend(made, baseline, doubled, look):
    others = tuple(
        (made(Scenario(title=f"{n}: a scenario under quite a long title"), n / 10), n)
        for n in range(1, 4)
    )
    for chart in ("enterprises", "compute_supply"):
        picture = chart_picture(default_setting(chart), ShownRun(doubled, baseline, others))
        printed = PrintedChart(picture, look, SMALL)
        placed = printed.plot.legend.entries()
        assert len(placed) == len(printed.plot.legend.curves) >= 5
        assert {name_of(curve) for curve, *_ in placed} >= {o.scenario.title for o, _ in others}
