"""The points of a sweep in their worlds: a row for each setting, and the worst world told."""

import pytest
from PySide6.QtCore import Qt

from ui.views.sweeps.worlds_page import WorldsPage

A_MINUTE = 60_000


@pytest.fixture
def open_worlds(open_sweep, sweep, qtbot):
    """Return what opens the page of worlds, with a level or without."""

    def opened(level=""):
        shown = open_sweep(sweep, level)
        (page,) = (each for each in shown.questions if isinstance(each, WorldsPage))
        shown.tabs.setCurrentWidget(page)
        qtbot.waitUntil(lambda: page.shown is not None, timeout=A_MINUTE)
        return shown, page

    return opened


def test_that_each_setting_is_a_row_with_its_median_in_every_world(open_worlds):
    shown, page = open_worlds()
    medians = shown.found.median
    assert page.model.rowCount() == 3
    assert page.shown.medians.tolist() == [[medians[n], medians[n + 3]] for n in range(3)]
    heads = [each.heading for each in page.model.columns]
    assert heads[1].startswith("Licensed (default), P50")
    assert heads[2].startswith("Tight chips, P50")
    assert heads[-1] == "Worst world"


def test_that_the_worst_world_is_told_of_each_setting_and_of_most(open_worlds):
    _, page = open_worlds()
    worst = page.shown.medians.argmin(axis=1)
    assert page.shown.worst.tolist() == worst.tolist()
    names = ("Licensed (default)", "Tight chips")
    assert [page.model.texts(row)[-1] for row in range(3)] == [names[each] for each in worst]
    assert page.said.text().startswith("The worst world of ")


def test_that_a_level_adds_shares_and_the_settings_that_meet_it_in_every_world(open_worlds):
    shown, page = open_worlds("1")
    assert len(page.model.columns) == 6
    assert "in 3 of 3 settings, at least 90% of futures are at 1 enterprise" in page.said.text()
    shown.bar.needed.setCurrentIndex(4)
    shown.bar.needed.activated.emit(4)
    assert "at least 100% of futures" in page.said.text()


def test_that_a_row_chooses_the_point_of_its_setting_in_the_worst_world(open_worlds):
    shown, page = open_worlds()
    page.table.selectRow(page.model.row_of(2))
    worst = int(page.shown.worst[2])
    assert shown.points.point == page.shown.points[2, worst]
    shown.points.table.selectRow(shown.points.model.row_of_point(1))
    assert page.table.currentIndex().row() == page.model.row_of(0)


def test_that_the_setting_of_a_point_chosen_before_is_selected(open_sweep, sweep, qtbot):
    shown = open_sweep(sweep)
    shown.points.table.selectRow(shown.points.model.row_of_point(2))
    (page,) = (each for each in shown.questions if isinstance(each, WorldsPage))
    shown.tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.shown is not None, timeout=A_MINUTE)
    setting = page.model.place_at(page.table.currentIndex().row())
    assert page.shown is not None
    assert 2 in page.shown.points[setting]


def test_that_a_row_that_is_clicked_twice_becomes_a_scenario_in_its_worst_world(open_worlds, qtbot):
    shown, page = open_worlds()
    page.table.selectRow(1)
    worst = int(page.shown.worst[page.model.place_at(1)])
    wanted = int(page.shown.points[page.model.place_at(1), worst])
    with qtbot.waitSignal(shown.scenario_wanted) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [wanted]
