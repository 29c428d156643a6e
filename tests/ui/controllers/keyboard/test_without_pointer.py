"""Whatever answers to the pointer answers to keys: buttons, edges, pictures, and every menu.

What answers is found in the window as it stands, so that a new part without a way of keys fails.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QSplitterHandle,
    QWidget,
)

from planner.storage.places import STATE_VARIABLE
from tests.length import shortened
from tests.screenshots.scenes import FEW_FUTURES, SCENES, on_stage
from tests.some import some
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.focus.arrow_keys import ArrowKeys
from ui.widgets.segmented import Segmented
from ui.wording.commands.table import COMMANDS

SIZE = (1440, 900)
POINTED = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")
WITH_MENUS = {
    "changed": ("InputRow", "ChartView", "KpiCard", "StillList", "MovableList"),
    "compare": ("SheetTable",),
    "matrix": ("MatrixTable",),
    "ask": ("AskCard",),
    "targets": ("TargetRowView",),
}
"""Widgets with a menu, and the scenes that show one of each."""
PLAYED = (
    *WITH_MENUS,
    *("place", "path", "target-editor", "history", "second-window", "inspect", "story"),
    *("story-editor", "dialog-properties", "dialog-picture_size", "dialog-report_contents"),
    "dialog-help_commands",
)
"""Those with menus first: both tests then look at one window of each scene."""
MOST_TELLING = (*WITH_MENUS, "inspect", "story-editor", "dialog-properties")
DONE_OTHERWISE = {
    "AnswerLines": "its button, More",
    "CellEditor": "arrows and digits on its cell of the matrix, over which it lies",
    "ReadoutStrip": "Space on its chart, which pins a month and lets it go",
}
"""Widgets whose clicks, and those in them, are keys of something beside, by what that is."""
MENU_KEY = Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier
MOST = 700


@pytest.fixture(scope="module")
def played(request, qapp, tmp_path_factory) -> Iterator[QWidget]:
    """Play a scene, with nothing kept from the one before; return the window that it is seen in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STATE_VARIABLE, str(tmp_path_factory.mktemp("state")))
        with on_stage(SIZE, FEW_FUTURES) as stage:
            window = SCENES[request.param](stage).window()
            stage.settle()
            yield window


def _answers(widget):
    """Tell whether a widget of ours does something under the pointer."""
    if isinstance(widget, (QAbstractButton, QSplitterHandle)):
        return True
    is_ours = type(widget).__module__.startswith("ui.")
    return is_ours and any(name in vars(type(widget)) for name in POINTED)


def _names(widget):
    """Return what a widget and the one that it is in are, by name."""
    return {type(each).__name__ for each in (widget, widget.parentWidget())}


def _stops(window):
    """Return what the tab key stops at, once round, with what arrows reach from there.

    Nothing is painted meanwhile.
    """
    window.activateWindow()
    window.setUpdatesEnabled(False)
    stops: list[QWidget] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or (len(stops) > 3 and focused in stops):
            break
        stops.append(focused)
    window.setUpdatesEnabled(True)
    found = set(stops)
    groups = [each._buttons() for each in window.findChildren(ArrowKeys)]
    groups += [each.buttons.values() for each in window.findChildren(Segmented)]
    for group in groups:
        if found & {*group}:
            found |= {*group}
    return found


def _is_seen(widget):
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()


@pytest.mark.parametrize("played", shortened(PLAYED, MOST_TELLING), indirect=True)
def test_that_what_answers_to_the_pointer_is_reached_by_keys(played):
    answering = [each for each in played.findChildren(QWidget) if _answers(each)]
    seen = [each for each in answering if _is_seen(each)]
    stops = _stops(played)
    missed = [
        (type(each).__name__, each.accessibleName())
        for each in some(seen)
        if each not in stops
        and _is_seen(each)  # Cancel goes with an answer
        and DONE_OTHERWISE.keys().isdisjoint(_names(each))
    ]
    assert missed == []


def _with_menu(window, kind):
    """Return a widget of a kind that is seen, and what of it takes the keys."""
    for each in window.findChildren(QWidget):
        names = [base.__name__ for base in type(each).__mro__]
        if kind in names and _is_seen(each):
            inner = [*each.findChildren(ValueSlider), each, *each.findChildren(QWidget)]
            stops = [one for one in inner if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
            return next(one for one in stops if _is_seen(one))
    raise AssertionError(kind)


@pytest.mark.parametrize(("played", "kinds"), WITH_MENUS.items(), indirect=["played"])
def test_that_every_menu_of_a_part_opens_by_keys(played, kinds):
    played.activateWindow()
    for kind in some(kinds):
        stop = _with_menu(played, kind)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, *MENU_KEY)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), kind
        assert some([each for each in menu.actions() if each.isEnabled()])
        assert menu.pos().x() >= 0
        menu.close()


def test_that_every_command_is_in_a_menu_that_keys_open():
    menus = {*("step", "input")}
    hidden = [each for each in some(COMMANDS) if not each.menu]
    assert [each.key for each in some(hidden) if not menus & {*each.places}] == []


def test_that_space_on_a_chart_pins_a_month_and_lets_it_go(drawn, qtbot):
    drawn.window.activateWindow()
    qtbot.waitUntil(drawn.window.isActiveWindow)
    chart = drawn.window.center.charts.views[0]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for is_pinned in (True, False):
        QTest.keyClick(chart, Qt.Key.Key_Space)
        assert chart._is_pinned == is_pinned
