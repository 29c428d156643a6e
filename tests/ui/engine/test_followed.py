"""Values of single futures that come along with a live run: of the current scenario alone."""

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import PerFuture, Request
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import fixed
from ui.engine.order import Order
from ui.engine.runner import Answer, Runner

USED = Request("used_compute")
GAIN = Request("used_compute", view="difference")
REQUESTS = (USED, GAIN)
ASKED = (PerFuture(USED), PerFuture(GAIN))
MINE = with_lever(Scenario(title="Mine", futures=128), "alibaba_plan", 760)
OTHER = with_lever(Scenario(title="Other", futures=128), "alibaba_plan", 100)


class _Counting(Projector):
    def __init__(self) -> None:
        super().__init__()
        self.ran = 0

    def project(self, *asked, **more):
        self.ran += 1
        return super().project(*asked, **more)

    def steps(self, *asked, **more):
        self.ran += 1
        return super().steps(*asked, **more)


@pytest.fixture
def engine() -> _Counting:
    engine = _Counting()
    engine.warm_up()
    return engine


@pytest.fixture
def runner(engine: _Counting) -> Runner:
    return Runner(lambda: engine)


def _answer(runner: Runner, order: Order) -> Answer:
    answer = runner.run(order)
    assert answer is not None
    return answer


def _order(*asked: PerFuture, against: Scenario | None = None, banded=REQUESTS) -> Order:
    scenarios = (MINE, OTHER)
    return Order(scenarios, REQUESTS, banded, 128, against=against, per_future=asked)


def test_that_the_current_scenario_alone_brings_values_of_its_futures(runner: Runner) -> None:
    answer = _answer(runner, _order(*ASKED))
    brought = answer.projection.per_future
    assert brought is not None
    assert brought.has(ASKED)
    assert brought.futures == 128
    assert [each.per_future for each in (answer.projections[1], answer.baseline)] == [None, None]


def test_that_a_new_question_reads_the_run_that_is_kept(runner: Runner, engine: _Counting) -> None:
    before = _answer(runner, _order())
    ran = engine.ran
    answer = _answer(runner, _order(*ASKED))
    assert engine.ran == ran
    assert answer.projection.series is before.projection.series
    assert answer.projection.per_future is not None


def test_that_center_lines_alone_bring_none(runner: Runner) -> None:
    assert _answer(runner, _order(*ASKED, banded=())).projection.per_future is None


def test_that_differences_are_from_the_scenario_that_others_are_held_against(
    runner: Runner,
) -> None:
    brought = _answer(runner, _order(*ASKED, against=OTHER)).projection.per_future
    assert brought is not None
    fresh = to_the_end(Projector().per_future(MINE, ASKED, against=OTHER))
    assert fresh is not None
    for each in ASKED:
        np.testing.assert_array_equal(brought.values[each], fresh.values[each])


def test_that_differences_from_other_ranges_are_left_out(runner: Runner) -> None:
    other = with_assumption(OTHER, "pue", fixed(1.2))
    brought = _answer(runner, _order(*ASKED, against=other)).projection.per_future
    assert brought is not None
    assert set(brought.values) == {PerFuture(USED)}
