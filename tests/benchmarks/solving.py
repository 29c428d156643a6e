"""What it takes, to be timed: one lever and four with 1,000 futures, and one out of reach."""

from collections.abc import Callable

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.solve.handle import handle_of
from planner.studies.solve.question import Goal, Question
from planner.studies.solve.solution import Solution
from planner.studies.solve.solve import solve

Work = Callable[[], Solution]

_USED = About("used_compute", "", 2030)
_CENTERS = "center_sellable_target"
_OTHERS = ("network_build_time", "domestic_chip_growth", "other_capex")


def one_lever() -> Work:
    """Solve for what centers can sell, beside the baseline."""
    return _solved(with_lever(Scenario(), "network_build_time", 2.0), 3000.0, (_CENTERS,))


def one_out_of_reach() -> Work:
    """Solve for what one lever cannot reach: why not is told as well."""
    return _solved(with_lever(Scenario(), "network_build_time", 2.0), 4500.0, (_CENTERS,))


def four_levers() -> Work:
    """Solve for four levers together."""
    return _solved(Scenario(), 3200.0, (_CENTERS, *_OTHERS))


def _solved(scenario: Scenario, level: float, names: tuple[str, ...]) -> Work:
    used, handles = Projector(), tuple(map(handle_of, names))
    question = Question(scenario, Goal(_USED, "at least", level), handles, 0.8, Scenario())

    def answer() -> Solution:
        return to_the_end(solve(used, question))

    answer()
    return answer
