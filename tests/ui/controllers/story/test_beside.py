"""A step keeps the scenarios that are drawn beside it, and a played one draws them as they were."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import state_of, step_of
from ui.controllers.kept.session_view import view_of
from ui.controllers.story.beside import BesideStage
from ui.controllers.story.bookmarks import Bookmarks
from ui.controllers.story.presenting import Presenting
from ui.documents.document import Place

A_MINUTE = 60_000
LEVER = "alibaba_plan"


def _scenario(title: str, value: float) -> Scenario:
    return with_lever(Scenario(title=title), LEVER, value)


@pytest.fixture
def told(drawn):
    """Star One while Two is drawn beside it and Three is not; Two is changed since."""
    documents = []
    for title, value in (("One", 400.0), ("Two", 600.0), ("Three", 900.0)):
        documents.append(drawn.workspace.open(anew=True))
        documents[-1].restore(_scenario(title, value), Scenario(), Place())
    one, two, three = documents
    drawn.workspace.show(one)
    drawn.workspace.draw(two, drawn=True)
    drawn.workspace.draw(three, drawn=False)
    drawn.window.actions_["star"].trigger()
    two.edit("Move", _scenario("Two", 650.0))
    drawn.workspace.draw(two, drawn=False)
    drawn.workspace.draw(three, drawn=True)
    yield drawn, one, two, three
    _presenting(drawn).leave()


def _presenting(suanli) -> Presenting:
    (found,) = suanli.window.findChildren(Presenting)
    return found


def _play(suanli) -> Presenting:
    suanli.window.activateWindow()
    suanli.window.actions_["present"].trigger()
    return _presenting(suanli)


def _closed_label(presenting: Presenting) -> QLabel:
    assert presenting.band is not None
    return presenting.band.closed


def _curves(suanli) -> dict[str, float]:
    run = suanli.published.run
    return {
        each.scenario.title: lever_value(each.scenario, LEVER)
        for each in (run.projection, *(other for other, _ in run.others))
    }


def _draws(suanli, wanted: dict[str, float]) -> bool:
    return _curves(suanli) == wanted


def test_that_a_bookmark_keeps_those_that_are_drawn_beside_it_and_no_others(told):
    _, one, _, _ = told
    (step,) = one.story
    assert [(each.title, lever_value(each.state, LEVER)) for each in step.beside] == [
        ("Two", 600.0)
    ]
    assert from_bytes(to_bytes(one.scenario), "a").presented.story == one.story


def test_that_a_played_step_draws_them_as_they_were_and_leaves_all_as_it_is(told, qtbot):
    suanli, _, two, three = told
    view, documents = view_of(suanli.window, suanli.workspace), suanli.workspace.documents
    undone = [each.undo_stack.count() for each in documents]
    presenting = _play(suanli)
    qtbot.waitUntil(partial(_draws, suanli, {"One": 400.0, "Two": 600.0}), timeout=A_MINUTE)
    assert _closed_label(presenting).isHidden()
    QTest.keyClick(suanli.window, Qt.Key.Key_Escape)
    assert suanli.workspace.documents == documents
    assert view_of(suanli.window, suanli.workspace) == view
    assert [each.undo_stack.count() for each in documents] == undone
    assert lever_value(two.scenario, LEVER) == 650.0
    wanted = {"One": 400.0, "Three": 900.0}
    qtbot.waitUntil(partial(_draws, suanli, wanted), timeout=A_MINUTE)
    assert three.scenario.title == "Three"


def test_that_a_scenario_closed_since_is_told_and_the_rest_is_played(told, qtbot):
    suanli, _, two, _ = told
    suanli.workspace.close(two)
    presenting = _play(suanli)
    said = "Not open any more, so not drawn here: Two."
    assert _closed_label(presenting).text() == said
    assert not _closed_label(presenting).isHidden()
    qtbot.waitUntil(partial(_draws, suanli, {"One": 400.0}), timeout=A_MINUTE)


def test_that_a_step_of_an_older_file_is_played_with_what_is_drawn_now(told, qtbot):
    suanli, one, _, _ = told
    story = (replace(one.story[0], beside=None),)
    one.tell_story("Older", story)
    _play(suanli)
    wanted = {"One": 400.0, "Three": 900.0}
    qtbot.waitUntil(partial(_draws, suanli, wanted), timeout=A_MINUTE)


def test_that_steps_one_after_the_other_draw_each_its_own(told, qtbot):
    suanli, one, _, _ = told
    bare = step_of(_scenario("One", 500.0), "Alone", beside=())
    one.tell_story("More", (*one.story, bare))
    _play(suanli)
    qtbot.waitUntil(partial(_draws, suanli, {"One": 400.0, "Two": 600.0}), timeout=A_MINUTE)
    QTest.keyClick(suanli.window, Qt.Key.Key_Space)
    qtbot.waitUntil(partial(_draws, suanli, {"One": 500.0}), timeout=A_MINUTE)
    QTest.keyClick(suanli.window, Qt.Key.Key_Left)
    qtbot.waitUntil(partial(_draws, suanli, {"One": 400.0, "Two": 600.0}), timeout=A_MINUTE)


def test_that_a_bookmark_renewed_keeps_what_is_drawn_now_and_undo_brings_back_what_was(told):
    suanli, one, _, _ = told
    (bookmarks,) = suanli.window.findChildren(Bookmarks)
    bookmarks.renew(0)
    assert [each.title for each in one.story[0].beside] == ["Three"]
    one.undo_stack.undo()
    assert [each.title for each in one.story[0].beside] == ["Two"]


def test_that_who_stands_in_goes_back_to_its_own_place(told):
    suanli, _, two, three = told
    stage = BesideStage(suanli.workspace)
    stage.begin()
    assert two not in suanli.workspace.documents
    stage.show(())
    assert not suanli.workspace.others_drawn()
    stage.leave()
    assert {two, three} <= set(suanli.workspace.documents)
    assert suanli.workspace.others_drawn() == (three,)
    assert state_of(two.scenario) == state_of(_scenario("Two", 650.0))


@pytest.fixture
def held(told):
    """Star One anew while all is held against Two; then all is held against the baseline."""
    suanli, one, two, _ = told
    suanli.workspace.compare_with(two)
    (bookmarks,) = suanli.window.findChildren(Bookmarks)
    bookmarks.renew(0)
    suanli.workspace.compare_with(None)
    suanli.workspace.draw(two, drawn=False)
    return suanli, one, two, bookmarks


def _is_against(suanli, title: str) -> bool:
    run = suanli.published.run
    return run is not None and run.against == title


def test_that_a_played_step_is_held_against_what_it_keeps_and_leaves_all_as_it_is(held, qtbot):
    suanli, one, two, _ = held
    assert from_bytes(to_bytes(one.scenario), "a").presented.story[0].shown.against == "Two"
    view = view_of(suanli.window, suanli.workspace)
    one.tell_story("More", (*one.story, step_of(one.scenario, "Plain", shown=Shown(against=""))))
    _play(suanli)
    qtbot.waitUntil(partial(_is_against, suanli, "Two"), timeout=A_MINUTE)
    QTest.keyClick(suanli.window, Qt.Key.Key_Space)
    qtbot.waitUntil(partial(_is_against, suanli, ""), timeout=A_MINUTE)
    QTest.keyClick(suanli.window, Qt.Key.Key_Left)
    qtbot.waitUntil(partial(_is_against, suanli, "Two"), timeout=A_MINUTE)
    QTest.keyClick(suanli.window, Qt.Key.Key_Escape)
    assert view_of(suanli.window, suanli.workspace) == view
    assert suanli.workspace.compared is None
    assert not suanli.workspace.is_drawn(two)


def test_that_a_bookmark_gone_back_to_is_held_against_what_it_keeps(held):
    suanli, one, two, bookmarks = held
    bookmarks.go_to(0)
    assert suanli.workspace.compared is two
    one.tell_story("Plain", (replace(one.story[0], shown=Shown(against="")),))
    bookmarks.go_to(0)
    assert suanli.workspace.compared is None


def test_that_a_step_says_nothing_of_what_is_not_open(held):
    suanli, one, two, bookmarks = held
    suanli.workspace.compare_with(two)
    one.tell_story("Gone", (replace(one.story[0], shown=Shown(against="Gone")),))
    bookmarks.go_to(0)
    assert suanli.workspace.compared is two
