"""The highlight of the list of scenarios is on the scenario on screen, whatever a hand does."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.model.scenario import Scenario


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
    for place in places[1:]:
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(port.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, button, pos=places[-1])
    current, highlit = _current_and_highlit(suanli)
    assert current is highlit


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
