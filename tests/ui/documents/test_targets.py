"""Targets in a document: one undo step per drag of a line, and they outlive a crash."""

from dataclasses import replace
from datetime import UTC, datetime

from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    with_lever,
    with_target,
    with_target_moved,
    with_targets,
    without_target,
)
from planner.model.story.states import step_of, story_of, with_story
from planner.model.targets.target import Target
from ui.documents.document import Document
from ui.documents.recovery import Entry, bytes_of, entry_in

ENOUGH = Target("enterprises", "at least", 9000.0, year=2030)
ALONG = Target("enterprises", "at most", LeverPath(((2026.0, 9000.0), (2030.0, 20_000.0))))


def test_that_a_drag_of_a_line_is_one_step_which_undo_takes_back(document: Document) -> None:
    document.edit(lambda: "Target", with_target(document.scenario, ENOUGH))
    dragged = ENOUGH
    for level in (9500.0, 11_000.0, 12_500.0):
        moved = replace(dragged, level=level)
        scenario = with_target_moved(document.scenario, dragged, moved)
        document.edit(lambda: "Target", scenario, "target 0", final=level == 12_500)
        dragged = moved
    assert document.undo_stack.count() == 2
    assert document.scenario.targets == (dragged,)
    document.undo_stack.undo()
    assert document.scenario.targets == (ENOUGH,)
    document.undo_stack.undo()
    assert document.scenario == Scenario()
    assert not document.is_dirty
    document.undo_stack.redo()
    document.undo_stack.redo()
    assert document.scenario.targets == (dragged,)


def test_that_a_target_that_is_taken_away_comes_back_in_its_place(document: Document) -> None:
    both = with_targets(document.scenario, (ENOUGH, ALONG))
    document.edit(lambda: "Targets", both)
    document.edit(lambda: "Target", without_target(document.scenario, ENOUGH))
    assert document.scenario.targets == (ALONG,)
    document.undo_stack.undo()
    assert [*document.scenario.targets] == [ENOUGH, ALONG]


def test_that_a_baseline_with_a_target_is_called_the_baseline_no_more(document: Document) -> None:
    document.edit(lambda: "Target", with_target(document.scenario, ENOUGH))
    assert document.scenario.title == "My scenario"
    assert document.is_dirty


def test_that_targets_come_back_after_a_crash_bookmarks_with_them() -> None:
    saved = with_lever(Scenario(title="Plan"), "alibaba_plan", 500)
    marked = with_target(saved, ENOUGH)
    wanted = with_story(with_targets(saved, (ENOUGH, ALONG)), (step_of(marked, "One"),))
    entry = Entry(None, "", datetime(2026, 11, 25, 12, tzinfo=UTC), wanted, saved)
    found = entry_in(bytes_of(entry), "a")
    assert found is not None
    assert found.scenario.targets == (ENOUGH, ALONG)
    assert found.saved == saved
    assert story_of(found.scenario)[0].state.targets == (ENOUGH,)
