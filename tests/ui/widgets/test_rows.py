"""The parts of a row of an input: its notes, its path button, its marks, what it listens to."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from planner.model.graph import model
from planner.model.scenario import Scenario, with_assumption, with_figures, with_lever
from planner.quantities.spread import PARTS, Spread
from ui.views.inputs.input_control import touched
from ui.widgets.rows.captions import captions
from ui.widgets.rows.input_row import FIELD_WIDTH, InputRow
from ui.widgets.rows.note_line import NoteLine
from ui.widgets.rows.path_button import PathButton
from ui.wording.rows.described import described
from ui.wording.rows.row_display import row_display


@pytest.fixture
def line(qtbot):
    made = NoteLine()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def range_row(qtbot):
    made = InputRow(described(model().assumptions["crowd_in"]), str)
    qtbot.addWidget(made)
    made.show_display(row_display(made.described, Scenario(), 2030))
    return made


def test_that_notes_stand_in_the_longest_form_that_fits(line):
    line.show_notes(("a long remark", "remark", "r"), ("another", "other"))
    width = line.fontMetrics().horizontalAdvance
    for form in ("a long remark · another", "remark · other", "r · other"):
        line.resize(width(form), 40)
        assert line.text() == form
    assert line.full_text == "a long remark · another"


def test_that_notes_too_long_for_any_form_wrap_and_are_not_cut(line):
    line.show_notes(("one two three four five six",))
    line.resize(40, 40)
    assert line.text() == "one two three four five six"
    assert line.heightForWidth(40) > 2 * line.fontMetrics().height()


def test_that_a_line_without_words_takes_no_room(line):
    line.show_notes(("said",))
    assert not line.isHidden()
    line.show_notes(("",), ())
    assert line.isHidden()


def test_that_a_path_button_is_there_for_a_path_and_filled_for_an_own_one(qtbot):
    button = PathButton("Voucher budget")
    qtbot.addWidget(button)
    assert button.isHidden()
    button.show_path(is_there=True, is_own=False)
    before = button.grab().toImage()
    button.show_path(is_there=True, is_own=True)
    assert not button.isHidden()
    assert button.grab().toImage() != before


def test_that_captions_stand_over_the_fields_of_a_range(qtbot, range_row):
    line = captions()
    qtbot.addWidget(line)
    labels = line.findChildren(QLabel)
    assert [label.text() for label in labels] == list(PARTS)
    assert {label.width() for label in labels} == {FIELD_WIDTH}
    assert {field.width() for field in range_row.fields.values()} == {FIELD_WIDTH}


def test_that_each_field_of_a_range_moves_its_own_part(range_row):
    moves = []
    range_row.moved.connect(lambda *move: moves.append(move))
    for part, field in range_row.fields.items():
        field.setValue(field.value() + 0.1)
        assert moves[-1][0] == part
    assert [part for part, _, _ in moves] == list(PARTS)


def test_that_a_range_is_read_aloud_handle_by_handle_with_its_three_defaults(range_row):
    told = range_row.slider.accessible()
    assert (told.name, told.value) == ("Private money per CNY of public funds, central", "4.15")
    assert told.description.startswith("At its default")
    assert (told.quantity.low, told.quantity.value, told.quantity.high) == (2, 4.15, 6)
    QTest.mouseClick(range_row.slider, Qt.MouseButton.LeftButton, pos=QPoint(1, 11))
    assert range_row.slider.accessible().name.endswith(", low")


def test_that_a_ring_shows_which_row_has_the_focus(suanli, qtbot):
    row = suanli.window.side.levers.row("alibaba_plan")
    suanli.window.activateWindow()
    before = row.grab().toImage()
    QTest.mouseClick(row.name_label, Qt.MouseButton.LeftButton)
    row.field.setFocus()
    qtbot.waitUntil(row.field.hasFocus)
    after = row.grab().toImage()
    edge = (row.width() // 2, 0)
    assert after.pixelColor(*edge) != before.pixelColor(*edge)


def test_that_only_rows_that_may_show_something_else_are_shown_again():
    start = Scenario()
    budgets = ("voucher_budget", "voucher_budget.henan", "voucher_budget.ningbo")
    names = (*budgets, "alibaba_plan", "alibaba_later", "crowd_in")
    one = with_lever(start, "voucher_budget.henan", 90)
    assert touched(start, one, names) == set(budgets[:2])
    part = with_lever(start, "alibaba_plan", 500)
    assert touched(start, part, names) == {"alibaba_plan", "alibaba_later"}
    ranged = with_assumption(start, "crowd_in", Spread(3, 5, 7))
    assert touched(start, ranged, names) == {"crowd_in"}
    assert touched(start, with_figures(start, "as_stated"), names) == names
    assert not touched(start, start, names)


@pytest.mark.parametrize("width", [268, 400])
def test_that_a_long_name_wraps_and_none_of_it_is_cut(range_row, width):
    name = range_row.name_label
    range_row.resize(width, range_row.heightForWidth(width))
    range_row.show()
    assert name.text() == range_row.described.name
    line = name.fontMetrics().height()
    assert (name.height() >= 2 * line) is (width < 300)
    assert name.height() >= name.heightForWidth(name.width()) - 2
    gap = range_row.field.y() - name.geometry().bottom() + name.contentsMargins().bottom()
    assert gap >= 3, "it does not touch the fields below"
    assert name.width() >= min(name.sizeHint().width(), width - 40), "no room is kept for a path"
