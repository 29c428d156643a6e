"""The contents of reports are chosen by pointer and keys, and hold for the reports that follow."""

from dataclasses import replace
from html import unescape

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from planner.model.scenario import Scenario, with_lever
from tests.reliability.reading.corpus_sessions import ANSWER
from tests.some import some
from ui.documents.sessions.kept_answers import question_of
from ui.documents.sessions.report_order import usual_parts
from ui.engine.answered import Answered
from ui.views.dialogs.report_contents import ReportContentsDialog

OTHER = replace(ANSWER, study="matters", title="What matters most?")
QUESTIONS = {question_of(ANSWER): "Why?", question_of(OTHER): "What matters?"}
USUAL = usual_parts(list(QUESTIONS))[:-1]
"""Without a story: there is none."""
KEY = Qt.Key


@pytest.fixture
def dialog(qtbot):
    made = ReportContentsDialog(USUAL, USUAL, QUESTIONS)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _names(dialog) -> list[str]:
    return [dialog.model.item(row).text() for row in range(dialog.model.rowCount())]


def test_that_keys_take_a_part_out_and_put_it_elsewhere(dialog):
    dialog.rows.setFocus()
    QTest.keyClick(dialog.rows, KEY.Key_Space)
    QTest.keyClick(dialog.rows, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.parts[:2] == (USUAL[1], replace(USUAL[0], is_in=False))
    assert dialog.rows.currentIndex().row() == 1, "the part that moved is at hand"
    QTest.keyClick(dialog.rows, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.rows, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.rows, KEY.Key_Space)
    assert dialog.parts == USUAL


def test_that_every_row_is_seen_and_the_list_ends_with_the_last_one(dialog):
    page, last = dialog.rows.viewport().rect(), dialog.model.index(len(dialog.parts) - 1, 0)
    row = dialog.rows.visualRect(last)
    assert page.contains(row)
    assert page.bottom() - row.bottom() < row.height()


def test_that_the_pointer_checks_and_drags(dialog):
    place = dialog.rows.visualRect(dialog.model.index(2, 0))
    box = QPoint(place.left() + 12, place.center().y())
    QTest.mouseClick(dialog.rows.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert not dialog.parts[2].is_in
    dialog.rows.dropped.emit(2, 6)
    assert dialog.parts[6] == replace(USUAL[2], is_in=False)
    dialog.usual_button.click()
    assert dialog.parts == USUAL


def test_that_buttons_move_and_stop_at_the_ends(dialog):
    assert not dialog.up_button.isEnabled()
    dialog.down_button.click()
    assert _names(dialog)[1].startswith("Summary")
    assert dialog.up_button.isEnabled()
    for _ in some(range(20)):
        dialog.down_button.click()
    assert _names(dialog)[-1].startswith("Summary")
    assert not dialog.down_button.isEnabled()


def test_that_a_report_of_nothing_cannot_be_chosen(dialog):
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    for row in some(range(dialog.model.rowCount())):
        assert accept.isEnabled()
        dialog.model.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not accept.isEnabled()
    dialog.usual_button.click()
    assert accept.isEnabled()


def _opened(suanli) -> ReportContentsDialog:
    (dialog,) = suanli.window.findChildren(ReportContentsDialog)
    return dialog


def test_that_what_is_chosen_stands_in_the_next_report(drawn, tmp_path):
    answers = drawn.sessions.answers
    answers.keep([Answered(ANSWER), Answered(OTHER)])
    drawn.window.shelf.answers.report_link.click()
    dialog = _opened(drawn)
    assert [text for text in _names(dialog) if "2030" in text or "?" in text] != []
    dialog.put(3, 0)
    dialog.model.item(3).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert answers.report_text.startswith("2 summary comparison -1 charts")
    path = tmp_path / "a.html"
    assert drawn.exports.write_report(path)
    page = path.read_text("utf-8")
    assert page.index(OTHER.title) < page.index("Comparison, December")
    assert ANSWER.title not in page


def test_that_a_story_is_offered_where_there_is_one_and_stands_in_the_report(
    drawn, qtbot, tmp_path
):
    drawn.document.edit("Few", with_lever(Scenario(title="Plan", futures=32), "alibaba_plan", 900))
    drawn.window.actions_["report_contents"].trigger()
    assert not [name for name in _names(_opened(drawn)) if name.startswith("Story")]
    _opened(drawn).reject()
    drawn.window.actions_["star"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    drawn.window.actions_["report_contents"].trigger()
    dialog = _opened(drawn)
    assert _names(dialog)[-1] == "Story: 1 step"
    item = dialog.model.item(dialog.model.rowCount() - 1)
    assert item.checkState() == Qt.CheckState.Unchecked, "a story is asked for"
    item.setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    path = tmp_path / "a.html"
    with qtbot.waitSignal(drawn.exports.done, timeout=60_000):
        drawn.exports.write_report(path)
    assert f"1. {drawn.document.story[0].title}" in unescape(path.read_text("utf-8"))
    drawn.exports.leave_out_author(True)
    with qtbot.waitSignal(drawn.exports.done, timeout=60_000):
        drawn.exports.write_report(path)
    assert drawn.document.story[0].title not in unescape(path.read_text("utf-8"))


def test_that_a_choice_that_is_canceled_changes_nothing(drawn):
    drawn.window.actions_["report_contents"].trigger()
    dialog = _opened(drawn)
    dialog.put(0, 3)
    dialog.reject()
    assert drawn.sessions.answers.report_text == ""
