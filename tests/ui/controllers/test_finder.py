"""What is typed finds any command, lever, assumption or outcome, and Enter leads to it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import parts_of
from tests.some import some
from ui.charts.contents.specs import charts
from ui.controllers.commands.findable.kinds import Given, Open
from ui.controllers.commands.finder import Finder
from ui.widgets.chooser import Chooser
from ui.widgets.choosing.found import VALUE
from ui.wording.commands.table import COMMANDS


def _enter(chooser, text):
    QTest.keyClicks(chooser.field, text)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)


def _found(chooser):
    return [index.data() for index in chooser.leaves()]


def test_that_everything_can_be_found(open_finder):
    chooser = open_finder()
    values = [index.data(VALUE) for index in chooser.leaves()]
    names = {split_address(value.address)[0] for value in values if hasattr(value, "address")}
    assert {value for value in values if isinstance(value, str)} == set(charts())
    levers = {key for key, row in model().levers.items() if not parts_of(row)}
    assert names == levers | set(model().assumptions)
    given = {value.key for value in values if isinstance(value, Given)}
    assert given == {command.key for command in COMMANDS if command.menu}
    assert [value.document for value in values if isinstance(value, Open)] == [None]
    chooser.close()


def test_that_enter_gives_a_command(suanli, open_finder):
    _enter(open_finder(), "index charts")
    assert suanli.window.center.charts.view == "index"


def test_that_a_question_is_found_by_what_it_tells(open_finder):
    chooser = open_finder()
    QTest.keyClicks(chooser.field, "cost added enterprise")
    assert "What does a yuan buy?" in _found(chooser)
    chooser.close()


def test_that_enter_leads_to_a_lever_wherever_it_is_folded(suanli, open_finder):
    _enter(open_finder(), "voucher budget henan")
    row = suanli.window.side.levers.row("voucher_budget.henan")
    assert row.isVisibleTo(suanli.window)
    assert row.slider is suanli.window.focusWidget()


def test_that_enter_opens_the_path_of_a_lever(suanli, open_finder):
    _enter(open_finder(), "path of voucher budget, henan")
    assert suanli.paths.drawer.subject.address == "voucher_budget.henan"
    assert suanli.window.side.levers.row("voucher_budget.henan").path_button.isChecked()


def test_that_a_command_opens_the_path_of_the_lever_that_has_the_keys(suanli):
    suanli.window.actions_["lever_path"].trigger()
    assert "Choose a lever" in suanli.window.status.told
    suanli.window.side.show_control("other_capex")
    suanli.window.actions_["lever_path"].trigger()
    assert suanli.paths.drawer.subject.address == "other_capex"


def test_that_enter_leads_to_an_assumption(suanli, open_finder):
    chooser = open_finder()
    QTest.keyClicks(chooser.field, "assumptions crowd")
    assert len(_found(chooser)) >= 1
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert suanli.window.side.tabs.currentWidget() is suanli.window.side.assumptions


def test_that_enter_shows_an_outcome_in_the_first_chart_or_in_the_enlarged_one(suanli, open_finder):
    charts_ = suanli.window.center.charts
    _enter(open_finder(), "outcomes voucher money")
    assert [one.chart for one in charts_.settings][:2] == ["voucher_money", "compute_supply"]
    charts_.enlarge(2)
    _enter(open_finder(), "outcomes electricity")
    assert charts_.settings[2].chart == "electricity"


def test_that_a_command_that_cannot_be_given_says_why(suanli, open_finder):
    chooser = open_finder()
    QTest.keyClicks(chooser.field, "reset everything saved")
    assert _found(chooser) == ["Reset everything to saved"]
    assert "never saved" in chooser.explanation.text()
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chooser.isVisible()
    assert suanli.window.status.told == chooser.explanation.text()
    chooser.close()
    assert suanli.document.undo_stack.count() == 0


def test_that_it_says_so_where_nothing_is_found_and_escape_leaves(suanli, open_finder):
    chooser = open_finder()
    before = suanli.window.center.charts.settings
    QTest.keyClicks(chooser.field, "who is xyzzy")
    assert "Nothing is called that" in chooser.nothing.text()
    assert chooser.nothing.isVisible()
    assert chooser.explanation.text() == ""
    QTest.keyClick(chooser.field, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert suanli.window.center.charts.settings == before


def test_that_the_finder_belongs_to_the_window(suanli):
    assert suanli.window.findChild(Finder) is not None


def test_that_the_field_above_the_levers_opens_the_list_in_its_place(suanli):
    button = suanli.window.side.find_button
    assert "Ctrl+F" in {one.text() for one in button.findChildren(QLabel)}
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    chooser = next(c for c in suanli.window.findChildren(Chooser) if c.isVisible())
    assert chooser.field.hasFocus()
    over = chooser.field.mapToGlobal(QPoint()) - button.mapToGlobal(QPoint())
    assert over.manhattanLength() <= 2
    _enter(chooser, "alibaba's plan")
    assert suanli.window.focusWidget() is suanli.window.side.levers.row("alibaba_plan").slider


@pytest.mark.parametrize("text", ["place henan", "河南"])
def test_that_enter_chooses_a_place_by_each_of_its_names(suanli, open_finder, text):
    chooser = open_finder()
    chooser.field.setText(text)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert suanli.window.center.areas.chosen == ("henan",)


@pytest.mark.parametrize("text", ["Guizhou", "贵州"])
def test_that_a_place_there_is_not_is_told_what_stands_for_it(suanli, open_finder, text):
    chooser = open_finder()
    chooser.field.setText(text)
    assert _found(chooser) == ["Guizhou"]
    assert "Local and western centers" in chooser.explanation.text()
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert "Local and western centers" in suanli.window.status.told


def test_that_the_voucher_budget_is_found_first_in_many_ways(suanli, open_finder, subtests):
    row = suanli.window.side.levers.row("voucher_budget")
    for text in some(("slq", "suanliquan", "算力券", "coupons", "voucher budg")):
        with subtests.test(text):
            suanli.window.setFocus()
            chooser = open_finder()
            chooser.field.setText(text)
            assert _found(chooser)[0] == "Voucher budget"
            QTest.keyClick(chooser.field, Qt.Key.Key_Return)
            assert suanli.window.focusWidget() is row.slider


def test_that_commands_are_found_by_what_other_programs_call_them(open_finder, subtests):
    for text, key in some((("excel", "export_xlsx"), ("截图", None), ("撤销", "undo"))):
        with subtests.test(text):
            chooser = open_finder()
            chooser.field.setText(text)
            keys = [each.data(VALUE).key for each in chooser.leaves()]
            assert keys[:1] == ([key] if key else [])
            chooser.close()


def test_that_letters_typed_one_by_one_find_what_they_find_at_once(open_finder):
    chooser = open_finder()
    for word in ("slq", "cq henan", "alibaba capex", "tokens a"):
        chooser.field.clear()
        chooser.field.setText(word)
        at_once = _found(chooser)
        chooser.field.clear()
        QTest.keyClicks(chooser.field, word)
        assert _found(chooser) == at_once
    chooser.close()


def test_that_an_open_scenario_is_found_and_brought_on_screen(suanli, open_finder):
    first = suanli.workspace.begin()
    suanli.workspace.begin()
    chooser = open_finder()
    chooser.field.setText(suanli.workspace.name(first))
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert suanli.document is first
    _enter(open_finder(), "baseline")
    assert suanli.document is suanli.workspace.baseline


def test_that_a_word_that_is_being_composed_narrows_once_it_is_taken(open_finder, qtbot):
    chooser = open_finder()
    every = _found(chooser)
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is chooser.field)
    QApplication.sendEvent(chooser.field, QInputMethodEvent("suan li", []))
    assert _found(chooser) == every
    taken = QInputMethodEvent()
    taken.setCommitString("语料券")
    QApplication.sendEvent(chooser.field, taken)
    assert _found(chooser)[0] == "Data vouchers in Shanghai"
    chooser.close()


def test_that_many_keystrokes_leave_the_list_as_it_was(open_finder):
    chooser = open_finder()
    every = _found(chooser)
    for _ in range(4):
        QTest.keyClicks(chooser.field, "slqx")
        for _ in range(4):
            QTest.keyClick(chooser.field, Qt.Key.Key_Backspace)
    assert _found(chooser) == every
    chooser.close()
