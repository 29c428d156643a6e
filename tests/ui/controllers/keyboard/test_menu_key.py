"""Shift+F10 opens the menu of what has the keys, where the keys are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget

from ui.controllers.keyboard.menu_key import MenuKey, ask_for_menu


class Asked(QWidget):
    """Notes how its menu is asked for."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(100, 40)
        self.events = []

    def contextMenuEvent(self, event):
        self.events.append((event.reason(), event.pos().toTuple()))


def _close_menu():
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_that_shift_and_f10_ask_what_has_the_keys(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    asked, line = Asked(window), QLineEdit(window)
    MenuKey(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    asked.setFocus()
    QTest.keyClick(asked, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked.events == [(QContextMenuEvent.Reason.Keyboard, (50, 19))]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(asked.events) == 1
    _close_menu()


def test_that_a_list_is_asked_at_its_row_at_hand(qtbot):
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["First", "Second", "Third"])
    rows.setCurrentRow(1)
    rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    rows.show()
    with qtbot.waitSignal(rows.customContextMenuRequested) as caught:
        ask_for_menu(rows)
    assert rows.visualItemRect(rows.item(1)).contains(caught.args[0])


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_that_a_note_goes_to_the_pointer_or_to_the_month_that_is_read(drawn, reason):
    chart = drawn.window.center.charts.views[0]
    middle = chart.rect().center()
    event = QContextMenuEvent(reason, middle, chart.mapToGlobal(middle))
    QApplication.sendEvent(chart, event)
    is_pointed = reason == QContextMenuEvent.Reason.Mouse
    assert (chart.menu_place is not None) == is_pointed
    _close_menu()
