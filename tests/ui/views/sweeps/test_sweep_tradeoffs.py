"""Two numbers of a sweep against each other: which points no other one beats."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from planner.sweep.plan.columns import Column
from ui.charts.sweeps.tradeoff import TradeoffPicture, side_of
from ui.views.sweeps.tradeoff_page import TradeoffPage

RECT = QRectF(0, 0, 600, 400)
A_MINUTE = 60_000


@pytest.fixture
def picture(qapp):
    first, second = np.array([1.0, 2.0, 3.0, 1.5]), np.array([3.0, 2.0, 1.0, 1.5])
    columns = Column("enterprises", "", 35), Column("used_compute", "", 35)
    across, up = side_of(columns[0], first), side_of(columns[1], second)
    return TradeoffPicture(across, up, (np.array([0, 1, 2]),))


def _shown_on(page):
    """Return the picture of a page."""
    assert isinstance(page.picture, TradeoffPicture)
    return page.picture


def _place_of(view, point):
    """Return a place of the view at which a point is."""
    room = QRectF(view.rect())
    wide, high = range(0, view.width(), 4), range(0, view.height(), 4)
    places = (QPoint(x, y) for x in wide for y in high)
    return next(at for at in places if view.picture.point_at(room, QPointF(at)) == point)


def test_that_keys_walk_the_front_and_a_click_finds_any_point(picture):
    assert [picture.next_to(point, 1) for point in (0, 1, 2, 3, 4)] == [1, 2, 3, 3, 1]
    plot = RECT.adjusted(66, 22, -14, -36)
    x = plot.left() + float(picture.across.places(np.array(1.5))) * plot.width()
    y = plot.bottom() - float(picture.up.places(np.array(1.5))) * plot.height()
    assert picture.point_at(RECT, QPointF(x + 3, y)) == 4
    assert picture.point_at(RECT, QPointF(x + 40, y + 40)) == 0


def test_that_a_point_is_told_with_both_medians_and_whether_it_is_beaten(picture):
    assert picture.told(2).startswith("Point 2, not beaten: AI enterprises, December 2027: 2 ")
    assert picture.told(4).startswith("Point 4, beaten: ")


def test_that_enter_and_a_double_click_open_a_point_of_the_picture(open_sweep, sweep, qtbot):
    shown = open_sweep(sweep)
    (page,) = (each for each in shown.questions if isinstance(each, TradeoffPage))
    shown.tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.picture is not None, timeout=A_MINUTE)
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    with qtbot.waitSignal(shown.scenario_wanted) as told:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    first, last = (int(_shown_on(page).front[each]) + 1 for each in (0, -1))
    assert told.args == [first]
    at = _place_of(page.view, last)
    with qtbot.waitSignal(shown.scenario_wanted) as told:
        qtbot.mouseDClick(page.view, Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [last]
    with qtbot.assertNotEmitted(shown.scenario_wanted):
        qtbot.mouseDClick(page.view, Qt.MouseButton.LeftButton, pos=page.view.rect().topLeft())


def test_that_the_page_weighs_what_is_looked_at_against_another_number(open_sweep, sweep, qtbot):
    shown = open_sweep(sweep)
    (page,) = (each for each in shown.questions if isinstance(each, TradeoffPage))
    assert page.picture is None
    shown.tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.picture is not None, timeout=A_MINUTE)
    before = _shown_on(page)
    assert before.up.column.element == "shanghai"
    assert "points" in page.said.text()
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert shown.points.point == before.front[0] + 1
    page.second_side.setCurrentIndex(1 - page.second_side.currentIndex())
    page.second_side.activated.emit(0)
    qtbot.waitUntil(lambda: page.picture is not before, timeout=A_MINUTE)
    assert _shown_on(page).front.tolist() != before.front.tolist()
