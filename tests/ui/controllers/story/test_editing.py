"""Bookmarks in their list: titles and sentences typed, moved and removed, and each undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.presented.step import STEPS_AT_MOST
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import step_of, with_story
from tests.ui.controllers.story.dragging import drag_first_below_last
from ui.controllers.story.editing import StoryEditing

LEVER = "alibaba_plan"


def _titles(suanli) -> list[str]:
    return [step.title for step in suanli.document.story]


@pytest.fixture
def editor(suanli):
    """Open the list of a scenario with two bookmarks."""
    window = suanli.window
    for year, value in ((2027, 400), (2029, 900)):
        window.center.choose_year(year)
        suanli.document.edit("Move", with_lever(suanli.document.scenario, LEVER, value))
        window.actions_["star"].trigger()
    window.actions_["edit_story"].trigger()
    (editing,) = window.findChildren(StoryEditing)
    yield editing.editor
    editing.editor.close()


def test_that_a_bookmark_keeps_the_state_and_what_the_window_shows(suanli, editor):
    one, two = suanli.document.story
    assert (one.shown.year, two.shown.year) == (2027, 2029)
    assert (lever_value(one.state, LEVER), lever_value(two.state, LEVER)) == (400, 900)
    assert one.title == "Alibaba's plan: 380 → 400 bn CNY"
    again = from_bytes(to_bytes(suanli.document.scenario), "a")
    assert again.presented.story == (one, two)


def test_that_a_bookmark_set_anew_is_called_by_its_scenario_and_not_by_its_removal(suanli, editor):
    star = suanli.window.actions_["star"]
    star.trigger()
    assert len(suanli.document.story) == 1
    star.trigger()
    assert _titles(suanli)[-1] == suanli.document.scenario.title


def test_that_title_and_sentence_are_typed_and_undone(suanli, editor):
    QTest.keyClicks(editor.title_field, " at last")
    QTest.keyClick(editor.title_field, Qt.Key.Key_Return)
    editor.sentence.setPlainText("It\nrises")
    editor.sentence.left.emit()
    step = suanli.document.story[editor.at_hand]
    assert step.title.endswith(" at last")
    assert step.sentence == "It rises"
    suanli.window.actions_["undo"].trigger()
    assert suanli.document.story[editor.at_hand].sentence == ""
    assert editor.sentence.toPlainText() == ""
    suanli.window.actions_["undo"].trigger()
    assert not suanli.document.story[editor.at_hand].title.endswith(" at last")


def test_that_what_is_typed_is_taken_over_when_the_list_is_closed(suanli, editor):
    editor.sentence.setPlainText("Half a sen")
    editor.close()
    assert suanli.document.story[0].sentence == "Half a sen"


def test_that_keys_move_and_remove_bookmarks(suanli, editor):
    one, two = _titles(suanli)
    editor.rows.setCurrentIndex(editor.model.index(0, 0))
    QTest.keyClick(editor.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _titles(suanli) == [two, one]
    assert editor.at_hand == 1
    QTest.keyClick(editor.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _titles(suanli) == [two, one]
    QTest.keyClick(editor.rows, Qt.Key.Key_Delete)
    assert _titles(suanli) == [two]
    suanli.window.actions_["undo"].trigger()
    suanli.window.actions_["undo"].trigger()
    assert _titles(suanli) == [one, two]


def test_that_a_hand_drags_a_bookmark_to_another_place(suanli, editor):
    one, two = _titles(suanli)
    drag_first_below_last(editor)
    assert _titles(suanli) == [two, one]


def test_that_buttons_go_to_a_bookmark_and_let_it_keep_what_is_on_screen(suanli, editor):
    editor.rows.setCurrentIndex(editor.model.index(0, 0))
    editor.buttons["look"].click()
    assert lever_value(suanli.document.scenario, LEVER) == 400
    assert suanli.window.center.year == 2027
    suanli.document.edit("Move", with_lever(suanli.document.scenario, LEVER, 555))
    suanli.window.center.choose_year(2031)
    editor.buttons["renew"].click()
    step = suanli.document.story[0]
    assert (lever_value(step.state, LEVER), step.shown.year) == (555, 2031)


def test_that_no_more_bookmarks_are_made_than_a_file_holds(suanli):
    steps = tuple(
        step_of(with_lever(Scenario(), LEVER, 400 + n), str(n)) for n in range(STEPS_AT_MOST)
    )
    suanli.workspace.open(with_story(Scenario(title="Full"), steps))
    suanli.window.actions_["star"].trigger()
    assert len(suanli.document.story) == STEPS_AT_MOST
    assert suanli.window.status.told == "A scenario has 60 bookmarks at most."
