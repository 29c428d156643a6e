"""Text that is typed and not yet accepted: kept while typed, asked about, never lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from planner.files.format.schema import NOTES_AT_MOST
from planner.model.presented.presented import ARGUMENT, ARGUMENT_AT_MOST, NOTHING
from planner.model.scenario import Scenario
from tests.some import some
from ui.documents.recovery import Entry, Session, bytes_of, entries_of, entry_in
from ui.documents.typed import fits, with_typed
from ui.views.dialogs.properties import PropertiesDialog
from ui.widgets.question import Question

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
LONG = "Where the money goes. " * 900


def _properties(suanli) -> PropertiesDialog:
    suanli.window.actions_["properties"].trigger()
    return suanli.window.findChildren(PropertiesDialog)[-1]


def _rename(suanli, qtbot, text) -> QLineEdit:
    """Begin to type the title of a new scenario in its place in the list."""
    suanli.workspace.begin()
    suanli.window.activateWindow()
    suanli.window.actions_["rename"].trigger()
    (field,) = suanli.window.shelf.scenarios.view.findChildren(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    return field


def _kept(suanli) -> list[Entry]:
    assert suanli.autosave.flush()
    return [entry for _, entry in entries_of(suanli.autosave.session)]


def _recover(suanli, *entries):
    left = Session(suanli.autosave.session.root, "left")
    for number, entry in enumerate(entries):
        left.write(str(number), bytes_of(entry))
    left.release()
    suanli.recovering.offer()
    suanli.recovering.recover()


@pytest.mark.parametrize("field", ["title_field", "author", "notes"])
def test_that_a_field_of_the_properties_is_kept_while_typed(suanli, qtbot, field):
    dialog = _properties(suanli)
    qtbot.keyClicks(getattr(dialog, field), "half a sen")
    (entry,) = _kept(suanli)
    name = field.removesuffix("_field")
    assert entry.typed[name].endswith("half a sen")
    assert suanli.document.scenario == Scenario()
    dialog.accept()
    assert suanli.document.typed == {}
    (entry,) = _kept(suanli)
    assert (entry.typed, entry.scenario) == ({}, suanli.document.scenario)
    assert getattr(entry.scenario, name).endswith("half a sen")


@pytest.mark.parametrize("field", some(ARGUMENT))
def test_that_question_finding_and_decision_are_kept_while_typed_and_can_be_undone(
    suanli, qtbot, field
):
    dialog = _properties(suanli)
    qtbot.keyClicks(dialog.argument[field], "Is it")
    (entry,) = _kept(suanli)
    assert entry.typed == {field: "Is it"}
    dialog.accept()
    assert getattr(suanli.document.scenario.presented, field) == "Is it"
    suanli.document.undo_stack.undo()
    assert suanli.document.scenario.presented == NOTHING


def test_that_no_question_is_taken_that_is_too_long_for_a_file(suanli, qtbot):
    dialog = _properties(suanli)
    dialog.argument["question"].setPlainText("?" * (ARGUMENT_AT_MOST + 1))
    assert dialog.too_long.text() == "The question has 2001 characters; at most 2000 can be kept."
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    assert not buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    typed = {"question": "?" * (ARGUMENT_AT_MOST + 1)}
    assert with_typed(Scenario(), typed) == Scenario()
    assert not fits(typed)
    dialog.argument["question"].clear()
    assert not dialog.too_long.text()


def test_that_a_title_is_kept_while_it_is_typed_in_its_place(suanli, qtbot):
    field = _rename(suanli, qtbot, "Half a ti")
    (entry,) = _kept(suanli)
    assert entry.typed == {"title": "Half a ti"}
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: suanli.document.scenario.title == "Half a ti", timeout=10_000)
    assert suanli.document.typed == {}


def test_that_a_title_given_up_is_kept_no_more(suanli, qtbot):
    field = _rename(suanli, qtbot, "Half a ti")
    assert _kept(suanli)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert suanli.document.scenario == Scenario(title="My scenario")
    assert not suanli.autosave.session.files()


def test_that_new_rows_take_over_a_title_that_is_being_typed(suanli, qtbot):
    _rename(suanli, qtbot, "Half a ti")
    document = suanli.document
    suanli.workspace.open(Scenario(title="Another"), anew=True)
    qtbot.waitUntil(lambda: document.scenario.title == "Half a ti", timeout=10_000)
    assert document.typed == {}


def test_that_closing_takes_a_title_that_is_being_typed_and_asks(suanli, qtbot):
    _rename(suanli, qtbot, "Half a ti")
    suanli.window.close()
    assert suanli.document.scenario.title == "Half a ti"
    (box,) = suanli.window.findChildren(Question)
    assert box.objectName() == "closing"
    box.choose("cancel")


def test_that_escape_asks_before_typed_text_is_dropped(suanli, qtbot):
    dialog = _properties(suanli)
    dialog.notes.setPlainText(LONG[:NOTES_AT_MOST])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    (box,) = dialog.findChildren(Question)
    box.choose("cancel")
    assert dialog.isVisible()
    assert dialog.notes.toPlainText() == LONG[:NOTES_AT_MOST]
    dialog.close()
    assert dialog.isVisible()
    dialog.findChildren(Question)[-1].choose("keep")
    assert not dialog.isVisible()
    assert suanli.document.scenario.notes == LONG[:NOTES_AT_MOST]


def test_that_text_that_is_given_up_goes_and_unchanged_text_is_not_asked_about(suanli, qtbot):
    dialog = _properties(suanli)
    dialog.notes.setPlainText("not this")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.findChildren(Question)[-1].choose("discard")
    assert not dialog.isVisible()
    assert suanli.document.scenario == Scenario()
    assert not _kept(suanli)
    dialog = _properties(suanli)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_what_was_being_typed_comes_back_as_a_step_of_its_own(suanli):
    typed, plan = {"notes": "Half a sen", "author": "A\u0007nn"}, Scenario(title="Plan")
    _recover(suanli, Entry(None, "", NOW, plan, plan, typed))
    found = suanli.document.scenario
    assert (found.notes, found.author) == ("Half a sen", "Ann")
    suanli.document.undo_stack.undo()
    assert suanli.document.scenario == plan


def test_that_the_offer_says_that_something_was_being_typed(suanli):
    left = Session(suanli.autosave.session.root, "left")
    left.write("0", bytes_of(Entry(None, "", NOW, Scenario(), Scenario(), {"notes": "Half"})))
    left.release()
    suanli.recovering.offer()
    assert "what was being typed" in suanli.recovering.bar.sentence.text()


def test_that_notes_too_long_for_a_file_come_back_in_their_field(suanli):
    typed = {"notes": "x" * (NOTES_AT_MOST + 5)}
    _recover(suanli, Entry(None, "", NOW, Scenario(title="Plan"), Scenario(), typed))
    (dialog,) = suanli.window.findChildren(PropertiesDialog)
    assert dialog.notes.toPlainText() == typed["notes"]
    (entry,) = _kept(suanli)
    assert entry.typed == typed
    dialog.notes.setPlainText("short")
    dialog.accept()
    assert suanli.document.scenario.notes == "short"


def test_that_an_entry_holds_typed_text_whatever_it_is():
    typed = {"notes": 'lines\n\ttabs "quotes" \ud800 漢字 ' + "x" * 30_000}
    entry = Entry(Path("/a"), "", NOW, Scenario(), Scenario(), typed)
    assert entry_in(bytes_of(entry), "a").typed == typed
    assert b'"typed"' not in bytes_of(Entry(None, "", NOW, Scenario(), Scenario()))


def test_that_text_that_does_not_fit_changes_nothing():
    scenario = Scenario(title="Plan", notes="old")
    assert with_typed(scenario, {"title": " ", "notes": "x" * 20_001}) == scenario
    assert with_typed(scenario, {"title": "x" * 201}) == scenario
