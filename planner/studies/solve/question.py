"""What is asked: which levers may move how far, what for, and in how many futures.

Sixth floor of planner, frozen values. A goal is judged as a target is: in December of its year,
what flows by the mean of the year.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.model.scenario import Scenario
from planner.model.targets.target import Target, TargetSense
from planner.studies.answers.about import About, check_about
from planner.studies.compare import is_paired
from planner.studies.solve.handle import Handle, SolveError, paths_moved

HANDLES_AT_MOST: Final = 4
FUTURES_AT_MOST: Final = 10_000
"""As many of a scenario's futures are tried at most; each trial is a run of all of them."""


@dataclass(frozen=True, slots=True)
class Goal:
    """An outcome that is to be at least or at most a level.

    The level is a number in the outcome's unit, or what another scenario gives, future by future.
    """

    about: About
    sense: TargetSense
    level: float | Scenario

    @property
    def target(self) -> Target:
        """The goal as a target; its level is 0 where another scenario's is meant."""
        level = 0.0 if isinstance(self.level, Scenario) else self.level
        return Target(*self.about.pair[:1], self.sense, level, self.about.element, self.about.year)


@dataclass(frozen=True, slots=True)
class Question:
    """Which of a scenario's levers may move so that the goal is met in a share of its futures.

    `beside` is a scenario whose share is told over the same lever, as a baseline.
    """

    scenario: Scenario
    goal: Goal
    handles: tuple[Handle, ...]
    probability: float = 0.8
    beside: Scenario | None = None


def checked(question: Question) -> Question:
    """Return a question that can be answered, of no more futures than are tried.

    Raises SolveError or AboutError, one sentence.
    """
    check_about(question.goal.about)
    _check_handles(question.handles)
    _check_numbers(question)
    count = min(question.scenario.futures, FUTURES_AT_MOST)
    return replace(question, scenario=replace(question.scenario, futures=count))


def _check_handles(handles: tuple[Handle, ...]) -> None:
    if not 1 <= len(handles) <= HANDLES_AT_MOST:
        raise SolveError(f"one to {HANDLES_AT_MOST} levers may move, not {len(handles)}")
    taken: set[str] = set()
    for each in handles:
        own = paths_moved(each.name)
        if own & taken:
            raise SolveError(f"{each.row.label} ({each.name}) is moved twice")
        taken |= own


def _check_numbers(question: Question) -> None:
    year, last = question.goal.about.year, question.scenario.last_year
    if year > last:
        raise SolveError(f"{year} is asked about, and the scenario ends in {last}")
    if not 0 < question.probability <= 1:
        raise SolveError("the share of futures is above 0% and at most 100%")
    other = question.goal.level
    if not isinstance(other, Scenario):
        return
    if not is_paired(question.scenario, other):
        message = "has other futures: its seed, draws or figures are not those of this one"
        raise SolveError(f"{other.title} {message}")
    if other.last_year < year:
        raise SolveError(f"{year} is asked about, and {other.title} ends in {other.last_year}")
