"""Commands are about the chart at hand, be it in the window or in the second one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from planner.files.scenario.picture import scenario_in
from planner.model.scenario import FIRST_YEAR
from tests.some import some
from ui.widgets.action_bar import ActionBar

A_WHILE = 20_000


@pytest.fixture
def beside(drawn, qtbot):
    """Show the second window, its charts drawn, its third chart at hand."""
    center = drawn.window.center
    center.open_second()
    second = center.second
    with qtbot.waitExposed(second):
        second.show()
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=A_WHILE)
    qtbot.waitUntil(lambda: not second.views[2].picture.is_empty, timeout=A_WHILE)
    second.activateWindow()
    second.views[2].setFocus()
    qtbot.waitUntil(second.views[2].hasFocus, timeout=A_WHILE)
    return second


def _menu(second):
    chart = second.views[2]
    place = chart.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, chart.mapToGlobal(place))
    QApplication.sendEvent(chart, event)
    return next(each for each in second.findChildren(QMenu) if each.isVisible())


def test_that_the_menu_of_its_chart_gives_commands_about_that_chart(drawn, beside):
    menu = _menu(beside)
    words = {action.text(): action for action in menu.actions()}
    menu.close()
    words["Logarithmic axis"].trigger()
    assert [each.log for each in beside.settings] == [False, False, True, False]
    assert not any(each.log for each in drawn.window.center.charts.settings)
    assert drawn.window.actions_["log_axis"].isChecked()
    words["Enlarge chart"].trigger()
    assert beside.enlarged == 2
    assert drawn.window.center.charts.enlarged is None


def test_that_its_chart_is_written_and_the_dialog_stands_over_it(drawn, beside, qtbot, tmp_path):
    beside.resize(900, beside.minimumSizeHint().height())
    before, places = beside.size(), [view.geometry() for view in beside.views]
    drawn.export_dialogs.export_chart("png")
    (dialog,) = beside.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "chip-shortage_baseline.png"
    with qtbot.waitSignal(drawn.exports.done, timeout=A_WHILE):
        dialog.fileSelected.emit(str(tmp_path / "a.png"))
    dialog.reject()
    assert scenario_in((tmp_path / "a.png").read_bytes()).title == "Baseline"
    (told,) = beside.findChildren(ActionBar)
    assert told.isVisible()
    assert "Chip shortage" in told.sentence.text()
    assert (beside.size(), [view.geometry() for view in beside.views]) == (before, places)
    told.buttons["close"].click()
    assert not told.isVisible()
    assert drawn.window.written.bar is None, "it was asked for in the other window"
    drawn.exports.write_chart(0, tmp_path / "b.png")
    qtbot.waitUntil(lambda: drawn.window.written.bar is not None, timeout=A_WHILE)


def test_that_one_click_in_either_window_goes_back_in_both(drawn, beside):
    first, second = drawn.window.center.charts, beside
    for zoomed, back in some([(first, second), (second, first)]):
        QTest.keyClick(zoomed.views[0], Qt.Key.Key_Plus)
        views = [*first.views, *second.views]
        assert all(view.canvas.plot.box.years[0] > FIRST_YEAR for view in some(views))
        back.views[1].header.view_all.click()
        assert all(view.canvas.plot.box.years[0] == FIRST_YEAR for view in some(views))
        assert not any(view.header.view_all.isVisible() for view in some(views))


def test_that_its_four_charts_go_on_one_sheet(drawn, beside, qtbot, tmp_path):
    drawn.export_dialogs.export_sheet()
    (dialog,) = beside.findChildren(QFileDialog)
    drawn.window.activateWindow()
    with qtbot.waitSignal(drawn.exports.done, timeout=A_WHILE):
        dialog.fileSelected.emit(str(tmp_path / "a.svg"))
    dialog.reject()
    drawn_texts = (tmp_path / "a.svg").read_text("utf-8")
    assert "Voucher money" in drawn_texts
    assert "AI enterprises" not in drawn_texts


def test_that_keys_of_charts_work_in_it(drawn, beside):
    offered = beside.actions()
    assert drawn.window.actions_["export_png"] in offered
    assert drawn.window.actions_["enlarge"] in offered


def test_that_the_first_window_is_at_hand_again_once_it_has_the_focus(drawn, beside, qtbot):
    center = drawn.window.center
    assert center.chart_at_hand() == 6
    drawn.window.activateWindow()
    center.charts.views[1].setFocus()
    qtbot.waitUntil(center.charts.views[1].hasFocus, timeout=A_WHILE)
    assert center.chart_at_hand() == 1
    assert center.setting_at_hand.chart == "compute_supply"
