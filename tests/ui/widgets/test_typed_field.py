"""A field keeps what is refused, marked, until Escape or undo gives back what stood there."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.ask.typed_field import TypedField


@pytest.fixture
def field(qtbot):
    found = TypedField("Level")
    qtbot.addWidget(found)
    found.show_text("1,600")
    found.show()
    return found


def test_that_what_is_typed_is_told_once_and_nothing_where_nothing_was(field, qtbot):
    told: list[str] = []
    field.typed.connect(told.append)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == []
    field.selectAll()
    qtbot.keyClicks(field, "1700")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["1700"]
    field.show_text("1,700")
    field.editingFinished.emit()
    assert told == ["1700"]


def test_that_escape_gives_back_what_stood_there(field, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, "lots")
    field.refuse()
    assert field.property("look") == "beyond"
    with qtbot.waitSignal(field.relented):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.property("look")) == ("1,600", "")


def test_that_undo_gives_back_what_stood_there_once_it_was_refused(field, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, "lots")
    field.refuse()
    with qtbot.waitSignal(field.relented):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), field.property("look")) == ("1,600", "")
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "1,600", "what was refused never comes back"


def test_that_escape_is_left_to_others_where_nothing_was_typed(field, qtbot):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    field.keyPressEvent(event)
    assert not event.isAccepted()
    qtbot.keyClicks(field, "5")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1,600"
