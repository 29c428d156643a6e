"""The highlights of the lists stay where they belong, whatever a hand does."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.model.scenario import Scenario, with_lever


def _current_and_highlit(suanli):
    shelf = suanli.window.shelf.scenarios
    (chosen,) = shelf.view.selectedIndexes()
    assert chosen == shelf.view.currentIndex()
    return suanli.document, shelf.model.document(chosen)


def _places(suanli):
    shelf = suanli.window.shelf.scenarios
    rows = range(shelf.model.rowCount())
    return shelf.view, [shelf.view.visualRect(shelf.model.index(row)).center() for row in rows]


def _three(suanli):
    for title in ("A", "B", "C"):
        suanli.workspace.open(Scenario(title=title), anew=True)
    suanli.workspace.switch(suanli.workspace.documents[0])


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
