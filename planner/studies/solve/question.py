"""What is asked: which levers may move how far, what for, and in how many futures.

Sixth floor of planner, frozen values. A goal is judged as a target is: in December of its year,
what flows by the mean of the year. Targets that ask for more than that are goals as they are.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from planner.model.targets.faults import TargetError, check_target
from planner.model.targets.target import Target, TargetSense, years_judged
from planner.quantities.told.labels import model_text
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
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
class Wanted:
    """Targets of any kind that are all to be met: in every year, along a path or an outcome.

    `about` is what is asked about beside them: what else moves is told at the end of its year.
    """

    about: About
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Which of a scenario's levers may move so that the goal is met in a share of its futures.

    `beside` is a scenario whose share is told over the same lever, as a baseline.
    """

    scenario: Scenario
    goal: Goal | Wanted
    handles: tuple[Handle, ...]
    probability: float = 0.8
    beside: Scenario | None = None

    @property
    def other(self) -> Scenario | None:
        """The scenario whose own outcome is the level, None where the level is no scenario's."""
        level = self.goal.level if isinstance(self.goal, Goal) else None
        return level if isinstance(level, Scenario) else None

    @property
    def last_year(self) -> int:
        """The last year that the goal is judged in: runs end with it."""
        if isinstance(self.goal, Goal):
            return self.goal.about.year
        return max(years_judged(each, self.scenario.last_year)[-1] for each in self.goal.targets)


def goal_of(targets: tuple[Target, ...], about: About) -> Goal | Wanted:
    """Return the goal of meeting targets, asked beside an outcome and a year."""
    match targets:
        case (Target(level=float() | int() as level, year=int() as year) as target,):
            own = About(target.outcome, target.element, year)
            return Goal(own, target.sense, float(level))
    return Wanted(about, targets)


def checked(question: Question) -> Question:
    """Return a question that can be answered, of no more futures than are tried.

    Raises SolveError or AboutError, one sentence.
    """
    check_about(question.goal.about)
    _check_level(question.goal)
    _check_handles(question.handles)
    _check_years(question)
    if not 0 < question.probability <= 1:
        raise SolveError(translate("Planner", "the share of futures is above 0% and at most 100%"))
    if question.other is not None:
        _check_other(question, question.other)
    return replace(question, scenario=as_tried(question.scenario))


def as_tried(scenario: Scenario) -> Scenario:
    """Return a scenario with no more futures than are tried of it."""
    return replace(scenario, futures=min(scenario.futures, FUTURES_AT_MOST))


def _check_level(goal: Goal | Wanted) -> None:
    """Raise SolveError for a level that is no target's."""
    if isinstance(goal, Wanted) or isinstance(goal.level, Scenario):
        return
    try:
        check_target(goal.target)
    except TargetError as error:
        raise SolveError(str(error)) from None


def _check_handles(handles: tuple[Handle, ...]) -> None:
    if not 1 <= len(handles) <= HANDLES_AT_MOST:
        raise SolveError(
            translate("Planner", "one to {most} levers may move, not {count}").format(
                most=HANDLES_AT_MOST, count=len(handles)
            )
        )
    taken: set[str] = set()
    for each in handles:
        own = paths_moved(each.name)
        if own & taken:
            raise SolveError(
                translate("Planner", "{label} ({name}) is moved twice").format(
                    label=model_text(each.row.label), name=each.name
                )
            )
        taken |= own


def _check_years(question: Question) -> None:
    year, last = question.goal.about.year, question.scenario.last_year
    if year > last:
        raise SolveError(
            translate("Planner", "{year} is asked about, and the scenario ends in {last}").format(
                year=year, last=last
            )
        )
    if isinstance(question.goal, Goal):
        return
    if not question.goal.targets:
        raise SolveError(translate("Planner", "there is no target to be met"))
    for each in question.goal.targets:
        try:
            check_target(each)
        except TargetError as error:
            raise SolveError(str(error)) from None
        if not years_judged(each, last):
            begin = int(each.level.dates[0]) if isinstance(each.level, LeverPath) else each.year
            raise SolveError(
                translate(
                    "Planner", "a target is for {begin}, and the scenario ends in {last}"
                ).format(begin=begin, last=last)
            )


def _check_other(question: Question, other: Scenario) -> None:
    if not is_paired(question.scenario, other):
        said = translate(
            "Planner",
            "{title} has other futures: its seed, draws or figures are not those of this one",
        )
        raise SolveError(said.format(title=shown_title(other.title)))
    if other.last_year < (year := question.goal.about.year):
        raise SolveError(
            translate("Planner", "{year} is asked about, and {title} ends in {last_year}").format(
                year=year, title=shown_title(other.title), last_year=other.last_year
            )
        )
