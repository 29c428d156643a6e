"""The states of a story, and how steps are put in, moved and changed.

Third floor of planner. A state is a scenario without its texts, its own numbers and what is
presented of it: these are the scenario's, whatever state of it is shown.
"""

from dataclasses import replace
from typing import Final

from planner.model.counted.own import NONE
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import NOTHING
from planner.model.presented.step import Beside, Shown, Step
from planner.model.scenario import Scenario

NOWHERE: Final = Shown()

StoryStep = Step[Scenario]
BesideStep = Beside[Scenario]


def state_of(scenario: Scenario) -> Scenario:
    """Return what a step keeps of a scenario: its inputs, its draws and its targets."""
    return replace(scenario, title="", notes="", author="", own=NONE, presented=NOTHING)


def with_state(scenario: Scenario, state: Scenario) -> Scenario:
    """Return a scenario in a state that was kept: its texts and its own numbers stay."""
    return replace(
        state,
        title=scenario.title,
        notes=scenario.notes,
        author=scenario.author,
        own=scenario.own,
        presented=scenario.presented,
    )


def step_of(
    scenario: Scenario,
    title: str,
    sentence: str = "",
    shown: Shown = NOWHERE,
    beside: tuple[BesideStep, ...] | None = None,
) -> StoryStep:
    """Return a step that shows a scenario as it is, with those beside it where they are known."""
    return Step(title, state_of(scenario), sentence, shown, beside)


def beside_of(scenario: Scenario, title: str) -> BesideStep:
    """Return a scenario as a step keeps it that it is drawn beside."""
    return Beside(title, state_of(scenario))


def story_of(scenario: Scenario) -> tuple[StoryStep, ...]:
    """Return the steps of a scenario's story, in order."""
    return scenario.presented.story


def with_story(scenario: Scenario, story: tuple[StoryStep, ...]) -> Scenario:
    """Return the scenario with another story."""
    return replace(scenario, presented=replace(scenario.presented, story=story))


def with_step_moved(scenario: Scenario, place: int, to: int) -> Scenario:
    """Return the scenario with one step of its story at another place, both counted from 0."""
    steps = list(story_of(scenario))
    step = steps.pop(place)
    steps.insert(min(max(to, 0), len(steps)), step)
    return with_story(scenario, tuple(steps))


def with_step_changed(scenario: Scenario, place: int, step: StoryStep) -> Scenario:
    """Return the scenario with another step at a place of its story, counted from 0."""
    steps = story_of(scenario)
    return with_story(scenario, (*steps[:place], step, *steps[place + 1 :]))


def without_step(scenario: Scenario, place: int) -> Scenario:
    """Return the scenario without the step at a place of its story, counted from 0."""
    steps = story_of(scenario)
    return with_story(scenario, (*steps[:place], *steps[place + 1 :]))


def with_pinned(scenario: Scenario, pinned: tuple[PinnedNote, ...]) -> Scenario:
    """Return the scenario with these notes on its charts and no others."""
    return replace(scenario, presented=replace(scenario.presented, pinned=pinned))
