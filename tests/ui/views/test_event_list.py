"""All events stand in a list with their dates, also those that no chart names."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from shiboken6 import isValid

from tests.some import some
from ui.charts.contents.wording import ENGLISH
from ui.views.dialogs.event_list import EventList, event_lines

REJECTS = QDialogButtonBox.ButtonRole.RejectRole


def _list_of(suanli):
    return next(iter(suanli.window.center.findChildren(EventList)))


def _names(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def test_that_the_command_lists_every_event_in_order_of_time(drawn):
    drawn.window.actions_["events"].trigger()
    dialog = _list_of(drawn)
    assert dialog.isVisible()
    names = _names(dialog)
    assert {"Alibaba's plan starts", "Alibaba's plan ends", "Vouchers end"} < set(names)
    assert any(name.endswith(": budget fully used") for name in names)
    ends = names.index("Vouchers end")
    assert dialog.table.item(ends, 1).text() == "Jan 2031"


def test_that_every_row_is_seen_whole_and_stands_under_its_heading(drawn):
    drawn.window.actions_["events"].trigger()
    table = _list_of(drawn).table
    rows = range(table.rowCount())
    assert len(rows) > 5
    whole = table.viewport().rect()
    assert all(whole.contains(table.visualItemRect(table.item(row, 0))) for row in rows)
    assert not table.verticalScrollBar().isVisible()
    last = table.visualItemRect(table.item(0, 2))
    assert last.right() >= whole.right() - 1, "stripes run to the edge"
    columns = some(range(table.columnCount()))
    assert all(table.columnWidth(each) >= table.sizeHintForColumn(each) for each in columns)
    assert not table.selectedItems()
    assert table.currentRow() == -1


def test_that_a_click_above_a_plot_opens_the_list(drawn):
    canvas = drawn.window.center.charts.views[0].canvas
    place = canvas.plot.lane.geometry().center().toPoint()
    assert canvas.plot.lane.size().height() > 4
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _list_of(drawn).isVisible()


def test_that_a_range_is_told_where_futures_differ(drawn):
    run = drawn.window.center._inputs.run
    lines = {name: (date, between) for name, date, between in event_lines(run, ENGLISH)}
    assert len(lines) == len(run.events)
    assert lines["Alibaba's plan starts"] == ("Apr 2025", "")
    ranges = [between for _, between in lines.values() if between]
    assert any(" to " in between or " or later" in between for between in ranges)
    assert not any(between.count(between[:8]) > 1 for between in ranges), "one date, told once"


def test_that_the_list_the_story_and_a_target_end_with_buttons_of_the_platform(drawn, qtbot):
    for command in ("events", "edit_story", "add_target"):
        drawn.window.actions_[command].trigger()
        dialog = next(each for each in drawn.window.findChildren(QDialog) if each.isVisible())
        (box,) = dialog.findChildren(QDialogButtonBox)
        (closing,) = [each for each in box.buttons() if box.buttonRole(each) == REJECTS]
        QTest.mouseClick(closing, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda dialog=dialog: _is_gone(dialog))


def _is_gone(dialog):
    return not isValid(dialog) or not dialog.isVisible()
