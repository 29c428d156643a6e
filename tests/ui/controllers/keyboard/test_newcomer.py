"""A newcomer with keys alone on a small screen: a question, a lever, the answer, the report."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar

from tests.screenshots.scenes import on_stage
from tests.some import some
from tests.ui.controllers.keyboard.letters import letter_of, ways
from ui.program import speak_in
from ui.views.first.question_card import QuestionCard
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.focus.order import holds

KEY, HELD = Qt.Key, Qt.KeyboardModifier
SMALL = (1024, 600)
A_MINUTE = 60_000
TO_A_QUESTION = 2
"""Keys to the first question: past the levers."""
KEYS_AT_MOST = 24
"""Of all that is done, without the name of the file."""


@pytest.fixture(params=["it", "zh_CN"])
def stage(request, qapp, qtbot):
    """Return the window as it opens first, in another language than ours."""
    speak_in(request.param)
    with on_stage(SMALL) as opened:
        window = opened.suanli.window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield opened
    speak_in("en")


class Hands:
    """Presses keys where the keys are, and looks whether a hand could see where that is."""

    def __init__(self, stage):
        self._stage, self.window, self.keys = stage, stage.suanli.window, 0

    def press(self, key, held=HELD.NoModifier):
        at = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        QTest.keyClick(at, key, held)
        self.keys += 1
        self._stage.settle()
        self._look()
        return QApplication.focusWidget()

    def press_until(self, key, is_there):
        while not is_there(self.press(key)):
            assert self.keys < KEYS_AT_MOST, key

    def _look(self):
        """Hold that something has the keys, that it is seen, and that a frame is around it."""
        if QApplication.activePopupWidget() is not None:
            return
        focused, ring = QApplication.focusWidget(), self.window.ring
        assert focused is not None
        assert not focused.visibleRegion().isEmpty()
        if not isinstance(focused, QMenuBar):  # it marks the menu at hand
            assert ring.marked is focused
            assert ring.frame.isVisible()


@pytest.mark.parametrize("number", range(5))
def test_that_each_question_is_opened_changed_answered_and_reported(stage, number, qtbot, tmp_path):
    hands, suanli = Hands(stage), stage.suanli
    hands.press_until(KEY.Key_F6, lambda at: isinstance(at, QuestionCard))
    assert hands.keys == TO_A_QUESTION
    for _ in range(number):
        hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Return)
    assert suanli.window.center.first.questions.isHidden()
    before = suanli.document.scenario

    hands.press_until(KEY.Key_F6, lambda at: holds(suanli.window.side, at))
    hands.press_until(KEY.Key_Tab, lambda at: isinstance(at, ValueSlider))
    hands.press(KEY.Key_Right)
    assert suanli.document.scenario != before

    hands.press_until(KEY.Key_F6, lambda at: holds(suanli.window.center.answer, at))
    assert suanli.window.center.answer.accessibleName()

    _give(hands, "export_report_pdf")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    path = tmp_path / "report.pdf"
    field: Any = QApplication.focusWidget()
    QTest.keyClick(field, KEY.Key_A, HELD.ControlModifier)
    QTest.keyClicks(field, str(path))
    with qtbot.waitSignal(suanli.exports.done, timeout=A_MINUTE):
        QTest.keyClick(field, KEY.Key_Return)
    assert path.read_bytes().startswith(b"%PDF")
    assert hands.keys <= KEYS_AT_MOST


def _give(hands, key):
    """Give a command by the letters of its menus."""
    menus, row = next(way for way in some(ways()) if way[1].key == key)
    first, *inside = [*[each.text for each in menus], row.text]
    hands.press(letter_of(first), HELD.AltModifier)
    for text in inside:
        hands.press(letter_of(text))
