"""What happens is said at once, in the words of the moment, and cuts off nothing that a key did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.model.scenario import Scenario, with_lever
from tests.some import some
from tests.ui.accessibility.listening import KIND, TEXT, notified
from ui.accessibility import events
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import announce, describe, tell_changed
from ui.accessibility.factory import install, tell_as_group
from ui.accessibility.notification import Notification
from ui.charts.layout.naming import name_of
from ui.views.help.viewer import HelpViewer
from ui.widgets.action_bar import ActionBar, BarDisplay
from ui.widgets.ask.card import AskCard
from ui.widgets.chooser import Chooser


class Dial(QWidget):
    """A widget that tells itself."""

    def __init__(self, parent):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def accessible(self):
        return Accessible("Budget", Role.Slider, description=self.accessibleDescription())


class Page(QWidget):
    """A dial with a label, and a line of text."""

    def __init__(self):
        super().__init__()
        self.dial, self.line, self.label = Dial(self), QLineEdit(self), QLabel("Budget", self)
        self.label.setBuddy(self.dial)
        layout = QVBoxLayout(self)
        for part in (self.dial, self.line, self.label):
            layout.addWidget(part)


@pytest.fixture
def page(qtbot):
    """Show a page."""
    install()
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_that_a_sentence_is_read_as_what_the_keys_are_on(page, listener):
    page.dial.setFocus()
    page.dial.setAccessibleDescription("At its default")
    announce(page, "Saved")
    assert listener.read == ["Saved"]
    heard = QAccessible.queryAccessibleInterface(page.dial)
    assert heard.text(TEXT.Description) == "At its default"


def test_that_a_sentence_is_notified_where_qt_tells_what_has_the_keys(page, listener):
    page.line.setFocus()
    announce(page, "Saved")
    announce(page, "Saved again")
    assert listener.read == []
    assert notified(page) == "Saved again"
    (notification,) = page.findChildren(Notification)
    heard = QAccessible.queryAccessibleInterface(notification)
    assert heard.role() == Role.Notification
    assert not heard.state().invisible
    assert notification.size().toTuple() == (1, 1)


def test_that_systems_with_announcements_are_told_one(page, listener, monkeypatch):
    monkeypatch.setattr(events, "_HEARS_ANNOUNCEMENTS", True)
    announce(page.dial, "Saved")
    assert [kind for kind, _ in listener.told] == [KIND.Announcement]
    announce(page.dial, "")
    assert len(listener.told) == 1


def test_that_nothing_is_made_while_none_listens(page):
    announce(page, "Saved")
    assert page.findChildren(Notification) == []


def test_that_what_has_the_keys_is_not_described_again_aloud(page, listener):
    page.dial.setFocus()
    tell_changed(page.dial)
    describe(page.dial, "Changed")
    assert listener.read == []
    assert page.dial.accessibleDescription() == "Changed"
    page.line.setFocus()
    tell_changed(page.dial)
    assert listener.read == ["Changed"]


def test_that_a_label_beside_it_is_not_read_in_place_of_a_whole_name(page):
    relations = QAccessible.queryAccessibleInterface(page.dial).relations()
    assert QAccessible.RelationFlag.Label not in [kind for _, kind in relations]


def test_that_a_part_of_the_window_is_told_as_a_group(page):
    group = QWidget(page)
    tell_as_group(group, "Levers", Role.Form)
    heard = QAccessible.queryAccessibleInterface(group)
    assert (heard.role(), heard.text(TEXT.Name)) == (Role.Form, "Levers")


def test_that_a_bar_says_its_sentence_as_it_comes(page, listener):
    page.line.setFocus()
    ActionBar(BarDisplay("failed", "It cannot be saved"), page)
    assert notified(page) == "It cannot be saved"


def test_that_each_panel_has_a_name_to_be_entered_by(drawn):
    window = drawn.window
    for part in some([window.side, window.center.kpis, window.center.answer, window.shelf]):
        heard = QAccessible.queryAccessibleInterface(part)
        assert heard.text(TEXT.Name), part
        assert heard.role() in (Role.Form, Role.Grouping, Role.Border), part


def _entered(drawn, widget, qtbot):
    drawn.window.activateWindow()
    qtbot.waitUntil(drawn.window.isActiveWindow)
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def test_that_undo_and_redo_say_what_they_did(drawn, listener, qtbot):
    _entered(drawn, drawn.window.side.levers.row("network_build_time").slider, qtbot)
    drawn.document.edit("Move", with_lever(Scenario(), "network_build_time", 9))
    drawn.window.actions_["undo"].trigger()
    assert drawn.window.status.told == "Undone: Network build time"
    drawn.window.actions_["redo"].trigger()
    assert {"Undone: Network build time", "Done again: Network build time"} < {*listener.read}


def test_that_a_lever_says_no_more_than_its_value_as_it_moves(drawn, listener, qtbot):
    slider = drawn.window.side.levers.row("network_build_time").slider
    _entered(drawn, slider, qtbot)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    slider.come_to_rest()
    assert slider.value() > 0
    assert not any("default" in text for text in some(listener.read))


def test_that_a_chart_says_the_month_it_is_walked_to_and_nothing_else(drawn, listener, qtbot):
    chart = drawn.window.center.charts.views[0]
    _entered(drawn, chart, qtbot)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    assert listener.read == [
        text for text in listener.read if text.startswith("Jan 2031, ") and len(text) < 120
    ]
    assert len(listener.read) == 2


def test_that_a_chart_says_what_is_hidden_and_which_month_is_pinned(drawn, listener, qtbot):
    chart = drawn.window.center.charts.views[1]
    _entered(drawn, chart, qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, *[Qt.Key.Key_Space] * 3, Qt.Key.Key_Escape):
        QTest.keyClick(chart, key)
    name = name_of(chart.canvas.plot.entries[0])
    turns = ["Pinned: Dec 2030", "No month is pinned"]
    assert listener.read == [f"Hidden: {name}", f"Shown: {name}", *turns, *turns]


def test_that_a_page_of_help_says_where_keys_have_scrolled_to(drawn, listener, qtbot):
    viewer = HelpViewer(drawn.window)
    viewer.show()
    viewer.activateWindow()
    qtbot.waitUntil(viewer.isActiveWindow)
    viewer.show_page("bands")
    viewer.browser.setFocus()
    QTest.keyClick(viewer.browser, Qt.Key.Key_Up)
    assert notified(viewer) == "", "nothing was scrolled"
    QTest.keyClick(viewer.browser, Qt.Key.Key_PageDown)
    first = notified(viewer)
    assert first in some(viewer.browser.toPlainText().split("\n"))
    QTest.keyClick(viewer.browser, Qt.Key.Key_PageUp)
    assert notified(viewer) == "How to read the bands" != first


def test_that_a_number_that_is_refused_is_said(drawn, listener, qtbot):
    row = drawn.window.side.levers.row("network_build_time")
    _entered(drawn, row.field, qtbot)
    row.field.selectAll()
    QTest.keyClicks(row.field, "99999")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert "cannot be" in notified(drawn.window)


def test_that_the_finder_says_what_enter_would_take(drawn, qtbot):
    drawn.window.actions_["find"].trigger()
    chooser = next(each for each in drawn.window.findChildren(Chooser) if each.isVisible())
    QTest.keyClicks(chooser.field, "voucher budget")
    first = chooser.field.accessibleDescription()
    assert first.startswith("Voucher budget (Vouchers), 1 of ")
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.field.accessibleDescription().startswith("Voucher budget, ")
    assert ", 2 of " in chooser.field.accessibleDescription()
    QTest.keyClicks(chooser.field, "zzz")
    assert chooser.field.accessibleDescription() == chooser.nothing.text()
    chooser.close()


def test_that_the_finder_says_what_was_turned_on(drawn, listener, qtbot):
    _entered(drawn, drawn.window.center.charts.views[0], qtbot)
    drawn.window.actions_["find"].trigger()
    chooser = next(each for each in drawn.window.findChildren(Chooser) if each.isVisible())
    QTest.keyClicks(chooser.field, "dark")
    taken = chooser.view.currentIndex().siblingAtColumn(0).data()
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert taken in [*listener.read, notified(drawn.window)]


def test_that_a_card_of_ask_says_its_answer_to_who_asked(qtbot, listener):
    card = AskCard("How to split a budget?")
    qtbot.addWidget(card)
    card.show()
    card.show_sentence("nobody listens")
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    card.menu_button.setFocus()
    card.show_sentence("All to Chengdu")
    assert notified(card) == "All to Chengdu"
    card.show_sentence("Half to Chengdu", is_moving=True)
    assert notified(card) == "All to Chengdu"
