"""The highlights of the lists stay where they belong, whatever a hand does."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planner.model.scenario import Scenario, with_lever
from ui.widgets.lists.movable_list import MovableList
from ui.widgets.lists.scenario_rows import HEIGHT
from ui.widgets.lists.still_list import StillList


def _current_and_highlit(suanli):
    shelf = suanli.window.shelf.scenarios
    (chosen,) = shelf.view.selectedIndexes()
    assert chosen == shelf.view.currentIndex()
    return suanli.document, shelf.model.document(chosen) or suanli.workspace.baseline


def _places(suanli):
    shelf = suanli.window.shelf.scenarios
    rows = range(shelf.model.rowCount())
    return shelf.view, [shelf.view.visualRect(shelf.model.index(row)).center() for row in rows]


def _three(suanli):
    for title in ("A", "B", "C"):
        suanli.workspace.open(Scenario(title=title), anew=True)
    suanli.workspace.show(None)


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_that_a_drag_in_the_list_leaves_the_highlight_on_the_current_scenario(suanli, button):
    _three(suanli)
    view, places = _places(suanli)
    port = view.viewport()
    QTest.mousePress(port, button, pos=places[0])
    _drag(port, button, places[1:])
    QTest.mouseRelease(port, button, pos=places[-1])
    current, highlit = _current_and_highlit(suanli)
    assert current is highlit


def _drag(port, button, places):
    for place in places:
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(port.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, move)


def test_that_a_drag_over_the_history_chooses_no_step_but_the_pressed_one(suanli):
    for value in (500, 600):
        suanli.document.edit("Move", with_lever(suanli.document.scenario, "alibaba_plan", value))
    history = suanli.window.shelf.history
    history.refresh()
    view, port = history.view, history.view.viewport()
    places = [view.visualRect(history.model.index(row)).center() for row in range(3)]
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=places[0])
    _drag(port, Qt.MouseButton.LeftButton, places[1:])
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=places[2])
    assert [index.row() for index in view.selectedIndexes()] == [0]


def test_that_a_press_let_go_elsewhere_brings_the_highlight_back(suanli):
    _three(suanli)
    view, places = _places(suanli)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=places[2])
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=places[1])
    current, highlit = _current_and_highlit(suanli)
    assert current is highlit is suanli.workspace.documents[0]


def test_that_control_and_a_click_take_no_highlight_away(suanli):
    _three(suanli)
    view, places = _places(suanli)
    modifier = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, places[0])
    current, highlit = _current_and_highlit(suanli)
    assert current is highlit


def _names(suanli):
    return [each.name for each in suanli.workspace.listing().scenarios]


def test_that_a_dragged_row_goes_where_the_hand_lets_go(suanli):
    _three(suanli)
    view, places = _places(suanli)
    assert isinstance(view, MovableList)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=places[3])
    _drag(view.viewport(), Qt.MouseButton.LeftButton, [places[2], places[1] - QPoint(0, 12)])
    assert view.is_dragging
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=places[1] - QPoint(0, 12))
    assert _names(suanli) == ["C", "A", "B"]
    current, highlit = _current_and_highlit(suanli)
    assert current is highlit


def test_that_the_baseline_stays_first_whatever_is_dragged(suanli):
    _three(suanli)
    view, places = _places(suanli)
    for held, end in ((0, 3), (2, 0)):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=places[held])
        _drag(view.viewport(), Qt.MouseButton.LeftButton, [places[1], places[end]])
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=places[end])
    assert _names(suanli) == ["B", "A", "C"]
    assert suanli.window.shelf.scenarios.model.data(view.model().index(0, 0)) == "Baseline"


def test_that_escape_lets_a_dragged_row_go_back(suanli):
    _three(suanli)
    view, places = _places(suanli)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=places[3])
    _drag(view.viewport(), Qt.MouseButton.LeftButton, [places[2], places[1]])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=places[1])
    assert _names(suanli) == ["A", "B", "C"]


def test_that_keys_move_the_scenario_on_screen(suanli):
    _three(suanli)
    suanli.workspace.switch(suanli.workspace.scenarios[2])
    suanli.window.actions_["move_up"].trigger()
    assert _names(suanli) == ["A", "C", "B"]
    suanli.window.actions_["move_down"].trigger()
    suanli.window.actions_["move_down"].trigger()
    assert _names(suanli) == ["A", "B", "C"]


def test_that_a_share_that_changes_paints_its_own_row_alone(suanli, qtbot):
    _three(suanli)
    qtbot.waitExposed(suanli.window)
    shelf, told = suanli.window.shelf.scenarios, []
    shelf.model.show_met("60%", {"A": "50%", "B": "40%"})
    shelf.model.dataChanged.connect(lambda first, last, _roles: told.append((first, last)))
    shelf.model.show_met("60%", {"A": "50%", "B": "41%"})
    assert [(first.row(), last.row()) for first, last in told] == [(2, 2)]


def test_that_the_history_is_a_list_over_which_a_drag_moves_nothing(suanli):
    assert isinstance(suanli.window.shelf.history.view, StillList)


def test_that_the_menu_of_a_row_is_about_that_row(suanli, qtbot):
    _three(suanli)
    first = suanli.workspace.scenarios[0]
    view, places = _places(suanli)
    view.customContextMenuRequested.emit(places[1])
    shelf = suanli.window.shelf.scenarios
    assert shelf.at_hand is first
    suanli.window.actions_["color_green"].trigger()
    (menu,) = [each for each in shelf.findChildren(QMenu) if each.isVisible()]
    menu.close()
    assert suanli.workspace.color(first) == 2
    qtbot.waitUntil(lambda: shelf.at_hand is None)
    assert suanli.document is suanli.workspace.baseline


def test_that_next_and_previous_walk_over_the_baseline_too(suanli):
    _three(suanli)
    seen = []
    for _ in range(5):
        seen.append(suanli.workspace.name(suanli.document))
        suanli.window.actions_["next_scenario"].trigger()
    assert seen == ["Baseline", "A", "B", "C", "Baseline"]
    suanli.window.actions_["previous_scenario"].trigger()
    assert suanli.document is suanli.workspace.baseline


def test_that_a_list_of_eight_scenarios_stands_there_without_scrolling(suanli, qtbot):
    for number in range(8):
        suanli.workspace.open(Scenario(title=f"S{number}"), anew=True)
    view = suanli.window.shelf.scenarios.view
    qtbot.waitUntil(lambda: view.height() >= 9 * HEIGHT)
    assert view.model().rowCount() == 9
    assert not view.verticalScrollBar().isVisible()
