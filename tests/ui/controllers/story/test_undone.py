"""Each step of editing what is presented is undone and done again, by real controls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import Presented
from planner.model.scenario import Scenario, with_lever
from planner.model.story.states import step_of
from tests.some import some
from tests.ui.controllers.story.dragging import drag_first_below_last
from ui.charts.notes.marks import NoteMove, NoteWish
from ui.controllers.notes.editing import Notes
from ui.controllers.story.editing import StoryEditing
from ui.views.dialogs.properties import PropertiesDialog

PLAN = Scenario(title="Plan")
LEVER = "alibaba_plan"
STORY = tuple(step_of(with_lever(PLAN, LEVER, value), f"{value:g}") for value in (400.0, 900.0))
NOTE = PinnedNote("Chips arrive", "enterprises", date=2029.0)
TOLD = replace(PLAN, presented=Presented("Why?", "It rises", "Sell", STORY, (NOTE,)))


@pytest.fixture
def editor(suanli):
    """Open a scenario with two bookmarks and a note, and the list of bookmarks."""
    suanli.workspace.open(TOLD, anew=True)
    suanli.window.actions_["edit_story"].trigger()
    (editing,) = suanli.window.findChildren(StoryEditing)
    yield editing.editor
    editing.editor.close()


def _notes(suanli) -> Notes:
    (found,) = suanli.window.findChildren(Notes)
    return found


def _star(suanli, _editor):
    suanli.window.actions_["star"].trigger()


def _title(_suanli, editor):
    QTest.keyClicks(editor.title_field, " at last")
    QTest.keyClick(editor.title_field, Qt.Key.Key_Return)


def _sentence(_suanli, editor):
    editor.sentence.setPlainText("It rises")
    editor.sentence.left.emit()


def _move(_suanli, editor):
    editor.rows.setCurrentIndex(editor.model.index(0, 0))
    QTest.keyClick(editor.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def _remove(_suanli, editor):
    QTest.keyClick(editor.rows, Qt.Key.Key_Delete)


def _renew(suanli, editor):
    suanli.window.center.choose_year(2028)
    editor.buttons["renew"].click()


def _look(_suanli, editor):
    editor.buttons["look"].click()


def _write_note(suanli, _editor):
    notes = _notes(suanli)
    suanli.window.center.charts.note_wanted.emit(NoteWish(PinnedNote("", "rent")))
    assert notes.editor is not None
    notes.editor.text.setPlainText("New")
    (buttons,) = notes.editor.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def _change_note(suanli, _editor):
    notes = _notes(suanli)
    suanli.window.center.charts.note_wanted.emit(NoteWish(NOTE, NOTE))
    assert notes.editor is not None
    notes.editor.text.setPlainText("Other words")
    (buttons,) = notes.editor.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def _drag_note(suanli, _editor):
    charts = suanli.window.center.charts
    for x, is_final in ((0.2, False), (0.3, False), (0.4, True)):
        charts.note_moved.emit(NoteMove(NOTE, replace(NOTE, x=x, y=0.5), final=is_final))


def _remove_note(suanli, _editor):
    suanli.window.center.charts.note_wanted.emit(NoteWish(NOTE, NOTE, gone=True))


def _argue(suanli, _editor):
    suanli.window.actions_["properties"].trigger()
    (dialog,) = suanli.window.findChildren(PropertiesDialog)
    for key, text in dialog.argument.items():
        text.setPlainText(f"Another {key}")
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


STEPS = (
    *(_star, _title, _sentence, _move, _remove, _renew, _look),
    *(_write_note, _change_note, _drag_note, _remove_note, _argue),
)


def test_that_one_step_is_undone_and_done_again_whole(suanli, editor, subtests):
    for step in some(STEPS):
        with subtests.test(step.__name__):
            _assert_undone_and_done_again(suanli, editor, step)
            suanli.window.actions_["undo"].trigger()
            assert suanli.document.scenario == TOLD


def _assert_undone_and_done_again(suanli, editor, step):
    document, actions = suanli.document, suanli.window.actions_
    place = document.undo_stack.index()
    step(suanli, editor)
    after = document.scenario
    assert after != TOLD
    assert document.undo_stack.count() == place + 1
    actions["undo"].trigger()
    assert document.scenario == TOLD
    actions["redo"].trigger()
    assert document.scenario == after
    assert from_bytes(to_bytes(after), "a") == after


def test_that_all_steps_are_undone_one_by_one_and_done_again(suanli, editor):
    document, states = suanli.document, [TOLD]
    for step in some((_star, _title, _move, _write_note, _remove_note, _argue, _remove)):
        step(suanli, editor)
        states.append(document.scenario)
    assert len(set(map(to_bytes, states))) == len(states)
    for state in reversed(states[:-1]):
        suanli.window.actions_["undo"].trigger()
        assert document.scenario == state
    for state in states[1:]:
        suanli.window.actions_["redo"].trigger()
        assert document.scenario == state


def test_that_a_bookmark_that_is_dragged_and_put_back_is_where_it_was(suanli, editor):
    drag_first_below_last(editor)
    assert suanli.document.story == STORY[::-1]
    suanli.window.actions_["undo"].trigger()
    assert suanli.document.story == STORY
