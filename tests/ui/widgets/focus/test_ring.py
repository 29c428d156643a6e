"""What has the keys has a frame around it, in both themes, wherever it lies; a click shows none."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.some import some
from ui.style.theme import DARK, LIGHT, THEMES, VISIBLE, contrast
from ui.views.dialogs.shortcuts import ShortcutsDialog
from ui.widgets.focus.ring import WIDTH, area_at_hand


@pytest.fixture
def active(drawn, qtbot):
    """Return the window once it has the keys."""
    drawn.window.activateWindow()
    qtbot.waitUntil(drawn.window.isActiveWindow)
    return drawn.window


def _around(window, widget):
    """Tell whether the frame is around a widget, as far as it lies in the window."""
    area = area_at_hand(widget)
    wanted = QRect(widget.mapTo(window, area.topLeft()), area.size()).intersected(window.rect())
    return window.ring.frame.isVisible() and window.ring.frame.geometry().contains(wanted)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_frame_is_two_pixels_of_the_accent(active, qtbot, theme):
    active.actions_[f"theme_{theme}"].trigger()
    field = active.side.levers.row("alibaba_plan").field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _around(active, field))
    frame = active.ring.frame
    picture, middle = active.grab().toImage(), frame.geometry().center().y()
    colors = [picture.pixelColor(frame.x() + across, middle).name() for across in range(WIDTH)]
    assert colors == [QColor(THEMES[theme].accent).name()] * WIDTH


def test_that_the_accent_stands_out_from_all_that_it_lies_on():
    for theme in some((LIGHT, DARK)):
        for ground in (theme.window, theme.panel, theme.field, theme.border):
            assert contrast(theme.accent, ground) >= VISIBLE


def test_that_the_frame_goes_where_keys_go_and_not_where_a_hand_clicks(active, qtbot):
    row = active.side.levers.row("alibaba_plan")
    row.field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _around(active, row.field))
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    stop = QApplication.focusWidget()
    qtbot.waitUntil(lambda: _around(active, stop))
    QTest.mouseClick(row.slider, Qt.MouseButton.LeftButton)
    assert active.ring.marked is None
    assert not active.ring.frame.isVisible()


def test_that_the_frame_follows_what_it_is_around(active, qtbot):
    row = active.side.levers.row("alibaba_plan")
    row.slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _around(active, row.slider))
    bar = active.side.levers.verticalScrollBar()
    before = active.ring.frame.y()
    bar.setValue(bar.value() + 20)
    qtbot.waitUntil(lambda: active.ring.frame.y() == before - 20)
    bar.setValue(bar.maximum())
    frame = active.ring.frame
    qtbot.waitUntil(lambda: not frame.isVisible() or frame.y() != before - 20)
    page = active.side.levers.viewport()
    shown = QRect(page.mapTo(active, QPoint()), page.size()).adjusted(-3, -3, 3, 3)
    assert not active.ring.frame.isVisible() or shown.contains(active.ring.frame.geometry())
    active.resize(1200, 800)
    bar.setValue(0)
    qtbot.waitUntil(lambda: _around(active, row.slider))


def test_that_in_a_list_the_frame_is_around_the_row_at_hand(active, drawn, qtbot):
    drawn.workspace.begin()
    rows = active.shelf.scenarios.view
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _around(active, rows))
    assert area_at_hand(rows).height() < rows.height()
    top = active.ring.frame.y()
    QTest.keyClick(rows, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: active.ring.frame.y() < top)
    assert _around(active, rows)


def test_that_a_dialog_has_the_frame_and_gives_it_back(active, qtbot):
    active.actions_["help_commands"].trigger()
    dialog = active.findChild(ShortcutsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.tree.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: active.ring.frame.window() is dialog)
    assert active.ring.frame.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: active.ring.frame.window() is active)
    field = active.side.levers.row("alibaba_plan").field
    active.activateWindow()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _around(active, field))


def test_that_the_frame_takes_no_click(active, qtbot):
    field = active.side.levers.row("alibaba_plan").field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _around(active, field))
    corner = active.ring.frame.geometry().topLeft() + QPoint(1, 1)
    assert active.childAt(corner) is not active.ring.frame
