"""No digit of a number is cut, however long it is and whatever language groups it."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame

from planner.model.graph import model
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from ui.controllers.appearance import dress_program
from ui.style.theme import LIGHT
from ui.views.ask.spending.goal import GoalChoice
from ui.widgets.ask.typed_field import TypedField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.rows.input_row import InputRow
from ui.wording.rows.described import described
from ui.wording.scale import scale_of_lever

_INNER = 2
"""Pixels that a line of text leaves free at each side within its contents."""


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Dress the program as its window does."""
    dress_program(LIGHT)


def _is_whole(line):
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    contents = QStyle.SubElement.SE_LineEditContents
    room = line.style().subElementRect(contents, option, line).width()
    margins = line.textMargins()
    free = room - margins.left() - margins.right() - 2 * _INNER
    return line.fontMetrics().horizontalAdvance(line.text()) <= free


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lever", ["voucher_budget", "local_fund", "other_capex", "alibaba_plan"])
def test_that_the_field_of_a_lever_shows_its_largest_number_whole(qtbot, language, lever):
    with speaking(language):
        row = InputRow(described(model().levers[lever]), str)
        qtbot.addWidget(row)
        row.resize(300, row.sizeHint().height())
        row.show()
        field = row.fields["central"]
        least = field.width()
        for value in (field.maximum(), field.minimum(), field.maximum() / 7):
            field.show_value(row.described.scale.typed(value))
            QApplication.processEvents()
            assert _is_whole(field.lineEdit()), (field.text(), field.width())
        field.show_value(0.0)
        assert field.width() == least, "it is as narrow as ever for a short number"


@pytest.mark.parametrize("text", ["1,234,567.8", "12.345.678", "-0,5", "99万9,999亿"])
def test_that_a_typed_field_shows_what_holds_whole(qtbot, text):
    field = TypedField("Level")
    qtbot.addWidget(field)
    field.hold_width(46)
    field.show()
    field.show_text(text)
    QApplication.processEvents()
    assert _is_whole(field)


def test_that_a_value_that_is_typed_or_reached_by_steps_is_whole_as_well(qtbot):
    field = NumberField(scale_of_lever(model().levers["local_fund"]), "Fund")
    qtbot.addWidget(field)
    field.hold_width(40)
    field.show()
    field.setFocus()
    for typed in some(("999999", "2 000 000", "14000000")):
        field.lineEdit().selectAll()
        qtbot.keyClicks(field, typed)
        field.interpretText()
        QApplication.processEvents()
        assert _is_whole(field.lineEdit()), field.text()
    field.stepBy(-1)
    QApplication.processEvents()
    assert _is_whole(field.lineEdit())


@pytest.mark.parametrize("kind", ["number", "typed", "level"])
def test_that_larger_letters_widen_the_field_they_stand_in(qtbot, kind):
    holder, line = _field_of(kind)
    qtbot.addWidget(holder)
    holder.show()
    before = line.width()
    font = line.font()
    font.setPixelSize(font.pixelSize() * 2)
    line.setFont(font)
    QApplication.processEvents()
    assert line.width() > before
    assert _is_whole(line if isinstance(line, QLineEdit) else line.lineEdit())


def _field_of(kind):
    if kind == "level":
        goal = GoalChoice()
        goal.choose(goal.box.findText("reaching at least"))
        goal.field.setText("123456")
        goal.field.setModified(True)
        goal.field.editingFinished.emit()
        return goal, goal.field
    if kind == "typed":
        typed = TypedField("Level")
        typed.show_text("1,234,567.8")
        typed.hold_width(40)
        return typed, typed
    number = NumberField(scale_of_lever(model().levers["local_fund"]), "Fund")
    number.show_value(number.maximum())
    number.hold_width(40)
    return number, number
