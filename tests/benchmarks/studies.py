"""`make bench ONLY=studies`: how long each study takes to answer, beside one run of the model.

The floor is one run of 1,000 futures with the bands of one outcome. A study is a row: its name, how
it is made ready, and how often it is timed. Quick ones run in turn with the
floor, so that a busy moment of the machine meets all of them alike.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from tests.benchmarks import sensitivity, solving, spending, survive, telling
from tests.benchmarks.calibrating import calibrate_six, smooth_six
from tests.benchmarks.explaining import explain_in_a_drag, explain_six
from tests.benchmarks.figures import Figure, against, has_kernel, show, timed_in_turn

OFTEN: Final = 15
SELDOM: Final = 3
_FLOOR: Final = "1,000 futures, one outcome"

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A study to be timed: `prepare` returns what is timed, with all that is at hand before."""

    name: str
    prepare: Callable[[], Work]
    rounds: int = OFTEN


STUDIES: Final[tuple[StudyRow, ...]] = (
    StudyRow("survive: 3 scenarios, 6 worlds", survive.worlds_of_three, SELDOM),
    StudyRow("discover: run and boxes, 10,000 futures", survive.misses_of_many, SELDOM),
    StudyRow("discover: boxes alone, 10,000 futures", survive.boxes_of_many, SELDOM),
    StudyRow("split: 7 places, 9 variants", spending.split_of_places, SELDOM),
    StudyRow("money: 16 instruments", spending.money_of_all, SELDOM),
    StudyRow("solve: one lever, a curve beside", solving.one_lever, SELDOM),
    StudyRow("solve: one lever, out of reach", solving.one_out_of_reach, SELDOM),
    StudyRow("solve: four levers", solving.four_levers, SELDOM),
    StudyRow("explain, 6 inputs", explain_six),
    StudyRow("calibrate, 6 points", calibrate_six, SELDOM),
    StudyRow("calibrate, ensemble smoother", smooth_six, SELDOM),
    StudyRow("explain, 3 inputs in a drag", explain_in_a_drag),
    StudyRow("matters: 67 assumptions, 11 years", sensitivity.live_shares),
    StudyRow("matters: each one low and high", sensitivity.each_alone),
    StudyRow("future: 1,000 month by month", telling.futures_month_by_month),
    StudyRow("future: the picked one in a drag", telling.one_future_in_a_drag),
    StudyRow("in words: a place", telling.paragraph_of_a_place),
    StudyRow("matters: total shares, 2,048 points", sensitivity.total_shares, SELDOM),
)


def main(json: bool = False) -> int:
    """Time every study and print the figures; 1 where there is no compiled model."""
    if not has_kernel():
        return 1
    figures = [each for rounds in (OFTEN, SELDOM) for each in _timed(rounds)]
    floor, *others = figures
    show("studies", against(floor, others), json=json)
    return 0


def _timed(rounds: int) -> tuple[Figure, ...]:
    """Time the studies of so many rounds, the floor first where it is timed most often."""
    works = {row.name: row.prepare() for row in STUDIES if row.rounds == rounds}
    if rounds == OFTEN:
        works = {_FLOOR: floor(), **works}
    return timed_in_turn(works, rounds)


def floor() -> Work:
    """Return one run of a scenario that changes at each call, so that nothing is kept of it."""
    used, calls = Projector(), [0]

    def run() -> object:
        calls[0] += 1
        scenario = with_lever(Scenario(), "alibaba_plan", 380 + calls[0])
        return used.project(scenario, (Request("enterprises"),))

    return run
