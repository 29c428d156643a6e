"""Questions that tests of the study ask: of few futures, to the end of 2028."""

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.solve.handle import handle_of
from planner.studies.solve.question import Goal, Question
from planner.studies.solve.solution import Solution
from planner.studies.solve.solve import solve
from planner.studies.solve.trials import Trials, trials

YEAR = 2028
FEW = Scenario(futures=64, last_year=YEAR, draws="as drawn")
NETWORK = with_lever(FEW, "network_build_time", 2.0)
USED = About("used_compute", "", YEAR)
CENTERS = "center_sellable_target"


def asked(level: float | Scenario, *names: str, share: float = 0.8) -> Question:
    """Ask what it takes to use at least so much compute, or as much as another scenario."""
    return Question(FEW, Goal(USED, "at least", level), tuple(map(handle_of, names)), share)


def solved(question: Question) -> Solution:
    """Answer a question."""
    warm_up_kernel()
    return to_the_end(solve(Projector(), question))


def tries(question: Question) -> Trials:
    """Return trials for a question, to hold an answer against."""
    warm_up_kernel()
    return to_the_end(trials(Projector(), question))
