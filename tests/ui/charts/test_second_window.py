"""Charts in a second window show the run, the view and the years of those in the first."""

import pytest
from PySide6.QtCore import QPoint

from planner.ensemble.projection import Request
from ui.charts.contents.specs import requests_for
from ui.charts.second_window import AT_FIRST
from ui.engine.shown_run import ShownRun
from ui.style.theme import DARK, LIGHT
from ui.views.center.panel import Center


@pytest.fixture
def center(qtbot, qapp, baseline, doubled) -> Center:
    made = Center(LIGHT)
    qtbot.addWidget(made)
    qtbot.addWidget(made.head)
    made.charts.show_run(ShownRun(doubled, baseline))
    made.open_second()
    return made


def _years(grid):
    return {chart.canvas.plot.box.years for chart in grid.views}


def test_that_it_opens_once_with_other_charts_of_the_run_on_screen(center):
    second = center.second
    center.open_second()
    assert center.second is second
    assert second.isVisible()
    assert second.isWindow()
    assert tuple(setting.chart for setting in second.settings) == AT_FIRST[:4]
    assert all(chart.picture is not None for chart in second.views)


def test_that_two_rows_of_charts_fit_on_a_screen_that_is_600_high(center):
    assert center.second.minimumSizeHint().height() <= 0.92 * 600


def test_that_years_are_linked_both_ways(center):
    center.charts.views[0].canvas.plot.zoom(0.5)
    (years,) = _years(center.second)
    assert years == pytest.approx((2027.75, 2033.25))
    center.second.views[1].canvas.plot.zoom(0.5)
    assert _years(center.charts) == _years(center.second) != {years}
    center.charts.view_all()
    assert _years(center.second) == {(2025.0, 2036.0)}


def test_that_view_and_colors_follow(center):
    center.charts.set_view("index")
    assert center.second.view == "index"
    center.charts.set_theme(DARK)
    assert center.second.theme == DARK


def test_that_its_charts_are_asked_for_while_it_is_open(center, qtbot):
    lines = {line for setting in center.second.settings for line in requests_for(setting)}
    assert Request("used_compute") in lines
    assert lines <= set(center.requests())
    assert lines <= set(center.seen())
    with qtbot.waitSignal(center.wants_changed):
        center.second.close()
    assert not lines <= set(center.seen())


def test_that_the_switch_of_the_strips_is_the_same_in_both(center):
    center.show_strips(False)
    assert not center.second.has_strips
    assert not any(chart.canvas.plot.strip.isVisible() for chart in center.second.views)
    center.show_strips(True)
    assert center.second.has_strips


def test_that_its_menu_its_focus_and_its_events_are_told_by_the_first(center, qtbot):
    with qtbot.waitSignal(center.charts.menu_wanted) as wanted:
        center.second.views[1].menu_wanted.emit(QPoint(7, 8))
    assert wanted.args == [QPoint(7, 8)]
    with qtbot.waitSignal(center.charts.at_hand_changed):
        center.second.views[1].at_hand.emit()
