"""Stories of a scenario: what a step keeps of it, what stays its own, and how steps are moved."""

from dataclasses import replace

from planner.ensemble.projection import inputs_of
from planner.model.counted.own import OwnNumbers
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import NOTHING, Presented
from planner.model.scenario import Scenario, baseline_under, with_lever, without_texts
from planner.model.story.states import (
    state_of,
    step_of,
    story_of,
    with_pinned,
    with_state,
    with_step_changed,
    with_step_moved,
    with_story,
    without_step,
)

HALF = with_lever(Scenario(title="Half", notes="n", author="a"), "center_sellable_target", 0.5)
ONE, TWO, THREE = (step_of(HALF, title) for title in ("One", "Two", "Three"))
TOLD = with_story(HALF, (ONE, TWO, THREE))


def test_that_a_step_brings_its_state_back_under_the_scenarios_own_texts() -> None:
    other = replace(Scenario(title="Mine", notes="of mine"), presented=TOLD.presented)
    again = with_state(other, ONE.state)
    assert again.levers == HALF.levers
    assert (again.title, again.notes, again.author) == ("Mine", "of mine", "")
    assert again.presented == TOLD.presented


def test_that_numbers_of_the_scenarios_own_stay_with_it() -> None:
    own = OwnNumbers(levers=(("voucher_budget.chengdu", 90.0),))
    assert state_of(replace(HALF, own=own)) == ONE.state
    assert with_state(replace(HALF, own=own), ONE.state).own == own


def test_that_steps_are_moved_changed_and_taken_out() -> None:
    titles = [
        [step.title for step in story_of(each)]
        for each in (
            with_step_moved(TOLD, 0, 2),
            with_step_moved(TOLD, 2, -5),
            with_step_moved(TOLD, 0, 99),
            with_step_changed(TOLD, 1, replace(TWO, title="2")),
            without_step(TOLD, 0),
        )
    ]
    assert titles == [
        ["Two", "Three", "One"],
        ["Three", "One", "Two"],
        ["Two", "Three", "One"],
        ["One", "2", "Three"],
        ["Two", "Three"],
    ]


def test_that_what_is_presented_changes_nothing_of_a_run() -> None:
    noted = with_pinned(TOLD, (PinnedNote("Look", "rent"),))
    assert inputs_of(noted) == inputs_of(HALF)
    assert hash(noted) == hash(HALF)
    assert noted != HALF
    assert baseline_under(noted).presented == NOTHING
    assert without_texts(noted) == replace(HALF, title="", notes="", author="")


def test_that_nothing_is_presented_until_something_is() -> None:
    assert not NOTHING
    for each in (Presented(question="?"), Presented(story=(ONE,)), TOLD.presented):
        assert each
