"""The question that a wish makes of the run on screen. Floor: views."""

from dataclasses import replace

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.solve.question import Goal, Question, Wanted, checked, goal_of
from ui.engine.shown_run import ShownRun
from ui.views.ask.takes.wish import Wish


def question_of(about: About, wish: Wish, run: ShownRun, other: Scenario | None) -> Question:
    """Return what is asked; `other` is the scenario that is the level, None for the number.

    Beside it stands what the scenario is compared with, where that differs and runs so long.
    Raises SolveError, AboutError or ScenarioError.
    """
    scenario = run.scenario
    asked = checked(
        Question(replace(scenario, targets=()), _goal(about, wish, other), wish.handles, wish.share)
    )
    below = replace(run.below.scenario, futures=scenario.futures, targets=())
    is_other = below.levers != scenario.levers or below.assumptions != scenario.assumptions
    is_beside = is_other and below.last_year >= asked.last_year
    return replace(asked, beside=below) if is_beside else asked


def _goal(about: About, wish: Wish, other: Scenario | None) -> Goal | Wanted:
    if wish.targets:
        return goal_of(wish.targets, about)
    level = wish.level if other is None else replace(other, targets=())
    return Goal(about, wish.sense, level)
