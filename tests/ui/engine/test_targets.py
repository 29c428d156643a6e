"""Targets on their way through the engine of the window: live, for all that is on screen."""

from dataclasses import replace

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request, Sparse
from planner.model.scenario import Scenario, with_lever, with_target, with_targets
from planner.model.targets.target import Target
from ui.engine.order import Order
from ui.engine.runner import Answer, Runner

REQUESTS = (Request("enterprises"), Request("enterprises", "", "difference"))
ENOUGH = Target("enterprises", "at least", 12_500.0, year=2030)
CHEAP = Target("voucher_spend", "at most", 1505.0)
MOVED = with_lever(Scenario(title="Mine", futures=128), "alibaba_plan", 760)
OTHER = with_lever(Scenario(title="Other", futures=128), "alibaba_plan", 100)


class _Counting(Projector):
    """The engine of the window, which notes what it was asked to run."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, int]] = []

    def project(self, scenario: Scenario, requests, **more) -> Projection:
        self.asked.append((scenario.title, len(requests)))
        return super().project(scenario, requests, **more)


@pytest.fixture
def engine() -> _Counting:
    engine = _Counting()
    engine.warm_up()
    return engine


@pytest.fixture
def runner(engine: _Counting) -> Runner:
    return Runner(lambda: engine)


def _answer(runner: Runner, scenario: Scenario, *others: Scenario) -> Answer:
    answer = runner.run(Order((scenario, *others), REQUESTS, REQUESTS, 128))
    assert answer is not None
    return answer


def _share(projection: Projection, target: Target) -> float:
    assert projection.met is not None
    return projection.met.each[target]


def test_that_all_that_is_on_screen_is_judged_by_the_current_scenarios_targets(
    runner: Runner,
) -> None:
    mine = with_targets(MOVED, (ENOUGH, CHEAP))
    other = with_target(OTHER, replace(ENOUGH, level=1.0))
    answer = _answer(runner, mine, other)
    shown = (*answer.projections, answer.baseline)
    for projection in shown:
        assert projection.met is not None
        assert projection.met.targets == mine.targets
    expected = Projector().project(other, (), targets=mine.targets).met
    assert answer.projections[1].met == expected
    shares = [_share(each, ENOUGH) for each in shown]
    assert shares[0] > shares[2] > shares[1]


def test_that_a_moved_target_runs_nothing_anew(runner: Runner, engine: _Counting) -> None:
    before = _answer(runner, with_target(MOVED, ENOUGH))
    asked = len(engine.asked)
    for level in (11_000.0, 12_000.0, 13_000.0):
        moved = replace(ENOUGH, level=level)
        answer = _answer(runner, with_target(MOVED, moved))
        expected = Projector().project(MOVED, (), targets=(moved,)).met
        assert answer.projection.met == expected
        assert answer.projection.scenario.targets == (moved,)
        assert answer.projection.series is before.projection.series
    assert len(engine.asked) == asked


def test_that_a_target_of_something_else_is_judged_without_bands_anew(
    runner: Runner, engine: _Counting
) -> None:
    before = _answer(runner, with_target(MOVED, ENOUGH))
    engine.asked.clear()
    both = with_targets(MOVED, (ENOUGH, CHEAP))
    answer = _answer(runner, both)
    assert engine.asked == [("Mine", 0), ("Baseline", 0)]
    assert answer.projection.series is before.projection.series
    assert answer.projection.met == Projector().project(MOVED, (), targets=both.targets).met
    assert _answer(runner, MOVED).projection.met is None


def test_that_a_drag_of_a_lever_is_judged_at_every_move(runner: Runner) -> None:
    sparse = frozenset(REQUESTS)
    shares = []
    for plan in (0, 380, 2000):
        scenario = with_target(with_lever(MOVED, "alibaba_plan", plan), ENOUGH)
        order = Order((scenario,), REQUESTS, REQUESTS, 64, yearly=sparse, december=71)
        assert isinstance(order.bands, Sparse)
        answer = runner.run(order)
        assert answer is not None
        shares.append(_share(answer.projection, ENOUGH))
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_that_center_lines_alone_are_not_judged(runner: Runner) -> None:
    order = Order((with_target(MOVED, ENOUGH),), REQUESTS, (), 128)
    answer = runner.run(order)
    assert answer is not None
    assert answer.projection.met is None
    assert answer.projection.futures == 0
