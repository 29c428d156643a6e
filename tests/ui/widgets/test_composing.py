"""What an input method composes is left alone until it is text: not judged, taken or replaced."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.model.graph import model
from planner.storage.sentences.spoken import speaking
from ui.widgets.ask.typed_field import TypedField
from ui.widgets.fields.composed_line import ComposedLine
from ui.widgets.fields.number_field import NumberField, take_half_typed
from ui.wording.scale import scale_of_lever


@pytest.fixture
def field(qtbot):
    """Return the field of a plan of 380 bn CNY, with the keyboard."""
    made = NumberField(scale_of_lever(model().levers["alibaba_plan"]), "Plan")
    return _shown(qtbot, made, lambda: made.show_value(380.0))


@pytest.fixture
def typed(qtbot):
    """Return a field of a text that somebody else reads, with the keyboard."""
    made = TypedField("Target")
    return _shown(qtbot, made, lambda: made.show_text("12,500"))


def _shown(qtbot, made, fill):
    qtbot.addWidget(made)
    fill()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def _compose(field, letters):
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


def _give(field, text):
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def _preedit(field):
    line = field if isinstance(field, QLineEdit) else field.lineEdit()
    line.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText)
    return line.displayText(), line.text()


def test_that_a_number_being_composed_is_neither_taken_nor_refused_nor_replaced(field):
    told = []
    field.moved.connect(lambda *values: told.append(values))
    field.refused.connect(lambda *values: told.append(values))
    field.lineEdit().selectAll()
    _compose(field, "sanbaiyi")
    assert field.is_composing
    before = _preedit(field)
    field.show_value(500.0)
    field.stepBy(1)
    take_half_typed()
    assert _preedit(field) == before
    assert (field.is_composing, told) == (True, [])
    _give(field, "300亿")
    assert (field.text(), field.is_composing, told) == ("300亿", False, [])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.kept, told) == (30.0, [(30.0, True)])


def test_that_a_composition_that_is_dropped_gives_place_to_the_value_by_now(field):
    field.lineEdit().deselect()
    _compose(field, "san")
    field.show_value(500.0)
    assert field.text() == "380"
    _give(field, "")
    assert (field.text(), field.is_composing, field.is_half_typed) == ("500", False, False)


def test_that_a_text_being_composed_is_not_replaced(typed):
    _compose(typed, "zhishao")
    assert typed.is_composing
    typed.show_text("9,000")
    assert typed.text() == "12,500"
    _give(typed, "")
    assert typed.text() == "9,000"


def test_that_a_text_that_was_composed_stands_until_it_is_taken(typed):
    told: list[str] = []
    typed.typed.connect(told.append)
    typed.selectAll()
    _compose(typed, "zhishao")
    typed.show_text("9,000")
    _give(typed, "至少 5,000 家")
    assert (typed.text(), told) == ("至少 5,000 家", [])
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert told == ["至少 5,000 家"]


def test_that_a_line_tells_once_that_a_composition_ended(qtbot):
    line = _shown(qtbot, ComposedLine(), lambda: None)
    told = []
    line.composed.connect(lambda: told.append(line.text()))
    _compose(line, "yi")
    _compose(line, "yiqian")
    _give(line, "一千")
    assert told == ["一千"]


@pytest.mark.parametrize(("language", "shown"), [("it", "380"), ("zh_CN", "3,800")])
def test_that_what_a_field_shows_is_taken_back_as_it_is_in_each_language(qtbot, language, shown):
    with speaking(language):
        made = NumberField(scale_of_lever(model().levers["alibaba_plan"]), "Plan")
        field = _shown(qtbot, made, lambda: made.show_value(380.0))
        assert field.text() == shown
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.kept == 380.0
        field.selectAll()
        field.lineEdit().insert("400亿")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.kept == 40.0
