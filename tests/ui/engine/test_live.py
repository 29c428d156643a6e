"""The live engine, stepped by hand: one run at a time, the latest inputs win."""

from collections import deque
from concurrent.futures import Executor, Future
from dataclasses import replace
from threading import Event

import numpy as np
import pytest

import ui.engine.live
from planner.ensemble.conditioning.description import AS_DRAWN, PROVISIONAL, conditioned
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.progress import StoppedError
from planner.ensemble.projection import (
    PerFuture,
    PerFutureValues,
    Projection,
    Request,
    Series,
    Sparse,
)
from planner.model.scenario import (
    Scenario,
    lever_value,
    with_assumption,
    with_lever,
    with_target,
)
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from ui.engine.live import FEWEST_FUTURES, Live
from ui.engine.order import FUTURES_SOON, Order
from ui.engine.runner import Answer

REQUESTS = (Request("enterprises"),)
ENOUGH = Target("enterprises", "at least", 12_500.0, year=2030)
SEEN, HIDDEN = Request("utilization"), Request("rent", "cloud")
BROKEN, LONG, UNWEIGHED = 13, 14, 15


class Stepped(Executor):
    """Runs what was submitted when the test says so."""

    def __init__(self):
        self.waiting = []

    def submit(self, work, /, *args, **_):
        self.waiting.append((work, args))
        return Future()

    def step(self):
        work, args = self.waiting.pop(0)
        work(*args)

    def shutdown(self, *_, **__):
        self.waiting.clear()


class FakeEngine:
    """Gives empty projections and counts them."""

    seconds = 0.0

    def __init__(self, ran):
        self.ran = ran

    def steps(self, scenario, requests, *, against=None, **more):  # noqa: ARG002
        yield from ()
        return self.project(scenario, requests, **more)

    def project(
        self,
        scenario,
        requests,
        *,
        futures=None,
        bands=True,
        choice="own",
        is_stale=None,
        targets=(),  # noqa: ARG002
    ):
        if scenario.seed == BROKEN:
            raise ValueError("broken")
        if scenario.seed == LONG and is_stale():
            raise StoppedError
        count = futures if bands else 0
        self.ran.append((scenario, count))
        nothing = np.zeros(1)
        banded = bands.banded if isinstance(bands, Sparse) else bands
        series = {r: Series(nothing, nothing if r in banded else None) for r in requests}
        is_unknown = scenario.seed == UNWEIGHED and choice == "at hand"
        draws = PROVISIONAL if is_unknown else conditioned(16_384, 8000.0, is_few=False)
        return Projection(scenario, np.array([2025.0]), series, count, 0.0, draws)

    def per_future(self, scenario, asked, *, futures=None, **_):  # noqa: ARG002
        yield from ()
        values = {each: np.zeros((1, futures)) for each in asked}
        return PerFutureValues(Chosen(np.arange(futures), AS_DRAWN), futures, values)

    def ready(self):
        return True

    def warm_up(self):
        pass


@pytest.fixture
def ran():
    return []


@pytest.fixture
def executor():
    return Stepped()


@pytest.fixture
def live(qapp, ran, executor):
    made = Live(lambda: FakeEngine(ran), executor=executor)
    yield made
    made.close()


def _plan(value):
    return with_lever(Scenario(), "alibaba_plan", value)


def _values(ran):
    return [lever_value(scenario, "alibaba_plan") for scenario, _ in ran]


def _warm(live, qtbot):
    live._on_warm(1, None)


def test_that_one_run_is_on_at_a_time_and_the_latest_inputs_win(live, ran, executor):
    for value in (400, 500, 600, 700):
        live.ask((_plan(value),), REQUESTS, dragging=True)
    assert len(executor.waiting) == 1
    executor.step()
    assert len(executor.waiting) == 1
    executor.step()
    assert not executor.waiting
    assert _values(ran) == [400, 380, 700]


def test_that_every_run_of_a_drag_is_shown(live, executor):
    shown: list[float] = []
    live.projected.connect(
        lambda one: shown.append(lever_value(one.projection.scenario, "alibaba_plan"))
    )
    for value in (400, 500, 600):
        live.ask((_plan(value),), REQUESTS, dragging=True)
        executor.step()
    assert shown == [400, 500, 600]


def test_that_studies_wait_during_the_runs_of_a_drag_and_no_longer(live, executor, qtbot):
    _warm(live, qtbot)
    live.ask((_plan(400),), REQUESTS)
    assert live.gate.is_open
    while executor.waiting:
        executor.step()
    live.ask((_plan(410),), REQUESTS, dragging=True)
    assert not live.gate.is_open
    executor.step()
    assert live.gate.is_open
    live.ask((_plan(420),), REQUESTS, dragging=True)
    assert not live.gate.is_open
    live.ask((_plan(420),), REQUESTS)
    assert live.gate.is_open


def test_that_a_run_of_a_drag_that_fails_or_is_not_waited_for_holds_up_no_study(live, executor):
    live.ask((_plan(BROKEN),), REQUESTS, dragging=True)
    assert not live.gate.is_open
    executor.step()
    assert live.gate.is_open
    live.ask((_plan(410),), REQUESTS, dragging=True)
    assert not live.gate.is_open
    live.request_stop()
    assert live.gate.is_open


def test_that_an_answer_for_another_document_is_dropped(live, executor):
    shown: list[str] = []
    live.projected.connect(lambda one: shown.append(one.projection.scenario.title))
    live.ask((Scenario(title="old"),), REQUESTS)
    live.forget()
    live.ask((Scenario(title="new"),), REQUESTS)
    executor.step()
    executor.step()
    assert shown == ["new"]


class Loading(FakeEngine):
    """An engine whose kernel is loaded when the test says so."""

    loaded = Event()

    def warm_up(self):
        assert self.loaded.wait(10)


@pytest.fixture
def loading(qapp, ran, executor):
    Loading.loaded.clear()
    made = Live(lambda: Loading(ran), executor=executor)
    yield made
    Loading.loaded.set()
    made.close()


def test_that_a_kernel_that_is_soon_there_brings_lines_and_bands_at_once(
    loading, ran, executor, qtbot
):
    loading.warm_up()
    loading.ask((Scenario(),), REQUESTS)
    assert not executor.waiting
    Loading.loaded.set()
    qtbot.waitUntil(lambda: bool(executor.waiting))
    executor.step()
    assert [futures for _, futures in ran] == [Scenario().futures]


def test_that_center_lines_do_not_wait_for_a_kernel_that_takes_long(
    loading, ran, executor, qtbot, monkeypatch
):
    monkeypatch.setattr(ui.engine.live, "PATIENCE_MS", 0)
    loading.warm_up()
    loading.ask((Scenario(),), REQUESTS)
    qtbot.waitUntil(lambda: bool(executor.waiting))
    executor.step()
    assert [futures for _, futures in ran] == [0]


def test_that_before_the_kernel_is_ready_center_lines_are_shown_and_bands_follow(
    live, ran, executor, qtbot
):
    live.ask((Scenario(),), REQUESTS)
    executor.step()
    assert live.state == "starting"
    assert [futures for _, futures in ran] == [0]
    _warm(live, qtbot)
    executor.step()
    assert live.state == "held"
    assert ran[-1][1] == 1000


def test_that_a_slow_machine_draws_fewer_futures_in_a_drag_and_all_after_it(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    live._speeds = deque([0.0001])
    live.ask((_plan(400),), REQUESTS, dragging=True)
    executor.step()
    assert live.state == "live"
    assert ran[0][1] == FEWEST_FUTURES
    live._speeds = deque([0.0001])
    live.ask((_plan(400),), REQUESTS, dragging=False)
    assert live.state == "refining"
    executor.step()
    assert live.state == "held"
    assert ran[-1][1] == 1000


def test_that_a_slow_machine_judges_all_futures_it_has_run_where_only_a_target_moves(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    live.ask((with_target(_plan(400), ENOUGH),), REQUESTS)
    executor.step()
    for level in (13_000.0, 14_000.0):
        live._speeds = deque([0.001])
        live.ask((with_target(_plan(400), replace(ENOUGH, level=level)),), REQUESTS)
        executor.step()
        assert {futures for _, futures in ran} == {1000}
        assert live.state == "held"
    live._speeds = deque([0.001])
    live.ask((with_target(_plan(500), ENOUGH),), REQUESTS)
    executor.step()
    assert ran[-1][1] == FEWEST_FUTURES


def test_that_others_held_against_what_moves_count_for_the_futures_of_a_drag(live, executor, qtbot):
    _warm(live, qtbot)
    live.ask((_plan(400),), REQUESTS, dragging=True, against=_plan(400))
    executor.step()
    live._speeds = deque([0.000001])
    run = Projection(_plan(400), np.zeros(1), {}, 1000, seconds=0.001)
    order = Order((_plan(400),), REQUESTS, REQUESTS, 1000, against=_plan(400))
    answer = Answer(order, (run,), run, seconds=0.2, reference=run)
    live._speeds.clear()
    live._on_done(live._ticket, answer)
    assert live._affordable(1000) == FEWEST_FUTURES
    live._speeds.clear()
    live._on_done(live._ticket, replace(answer, reference=None))
    assert live._affordable(1000) == 1000


def test_that_a_fast_machine_does_not_run_again_on_release(live, ran, executor, qtbot):
    _warm(live, qtbot)
    live.ask((_plan(400),), REQUESTS, dragging=True)
    executor.step()
    count = len(ran)
    live.ask((_plan(400),), REQUESTS, dragging=False)
    assert not executor.waiting
    assert len(ran) == count
    assert live.state == "held"


def test_that_the_baseline_runs_once_for_many_moves_and_again_under_other_assumptions(
    live, ran, executor
):
    for value in (400, 500, 600):
        live.ask((_plan(value),), REQUESTS)
        executor.step()
    assert _values(ran).count(380) == 1
    other = with_assumption(_plan(600), "rent_2025", Spread(0.08, 0.11, 0.16))
    live.ask((other,), REQUESTS)
    executor.step()
    assert _values(ran).count(380) == 3, "that by default is kept; what differs from it is run"


def test_that_a_failed_run_is_told_once_and_the_next_one_runs(live, executor, qtbot):
    told: list[str] = []
    live.failed.connect(told.append)
    live.ask((Scenario(seed=BROKEN),), REQUESTS)
    executor.step()
    assert not executor.waiting
    assert len(told) == 1
    assert "ValueError: broken" in told[0]
    with qtbot.waitSignal(live.projected):
        live.ask((_plan(400),), REQUESTS)
        executor.step()


def test_that_nothing_is_emitted_after_close(live, executor):
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    live.ask((Scenario(),), REQUESTS)
    work = executor.waiting[0]
    live.close()
    work[0](*work[1])
    assert not shown


def test_that_only_the_changed_one_of_several_scenarios_is_run(live, ran, executor, qtbot):
    _warm(live, qtbot)
    others = (_plan(410), _plan(420), _plan(430))
    live.ask((_plan(400), *others), REQUESTS)
    executor.step()
    assert _values(ran) == [400, 410, 420, 430, 380]
    ran.clear()
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    for value in (500, 600):
        live.ask((_plan(value), *others), REQUESTS, dragging=True)
        executor.step()
    assert _values(ran) == [500, 600]
    drawn = [lever_value(each.scenario, "alibaba_plan") for each in shown[-1].projections]
    assert drawn == [600, 410, 420, 430]
    assert shown[-1].projection is shown[-1].projections[0]


def test_that_a_new_title_is_shown_without_a_run(live, ran, executor):
    live.ask((Scenario(title="old"),), REQUESTS)
    executor.step()
    ran.clear()
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    live.ask((Scenario(title="new"),), REQUESTS)
    executor.step()
    assert not ran
    assert shown[0].projection.scenario.title == "new"


def test_that_another_number_of_futures_is_a_run_of_its_own(live, ran, executor, qtbot):
    _warm(live, qtbot)
    for futures in (1000, 2000):
        live.ask((Scenario(futures=futures),), REQUESTS)
        executor.step()
    assert [futures for _, futures in ran] == [1000, 2000]


def test_that_the_current_scenario_and_a_further_one_may_trade_places(live, ran, executor):
    live.ask((_plan(400), _plan(500)), REQUESTS)
    executor.step()
    ran.clear()
    live.ask((_plan(500), _plan(400)), REQUESTS)
    executor.step()
    assert not ran


def test_that_seen_bands_come_first_and_the_others_once_no_hand_moves(live, executor, qtbot):
    _warm(live, qtbot)
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    live.ask((_plan(400),), (SEEN, HIDDEN), seen=(SEEN,), dragging=True)
    executor.step()
    assert not executor.waiting
    assert _banded(shown[-1].projection) == {SEEN}
    assert _banded(shown[-1].baseline) == {SEEN}
    live.ask((_plan(400),), (SEEN, HIDDEN), seen=(SEEN,))
    assert live.state == "live"
    executor.step()
    assert live.state == "held"
    assert _banded(shown[-1].projection) == {SEEN, HIDDEN}
    assert _banded(shown[-1].baseline) == {SEEN, HIDDEN}
    assert not executor.waiting


def _banded(projection):
    return {request for request, each in projection.series.items() if each.bands is not None}


def test_that_charts_newly_on_screen_get_bands_at_once_where_they_are_there(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    live.ask((_plan(400),), (SEEN, HIDDEN), seen=(SEEN,))
    executor.step()
    executor.step()
    ran.clear()
    live.ask((_plan(400),), (SEEN, HIDDEN), seen=(HIDDEN,))
    assert not executor.waiting
    assert live.state == "held"
    assert not ran


def test_that_the_number_of_futures_of_a_drag_may_be_fixed(qapp, ran, executor, qtbot):
    live = Live(lambda: FakeEngine(ran), executor=executor, futures_of_drags=64)
    _warm(live, qtbot)
    live._speeds = deque([1.0])
    live.ask((_plan(400),), REQUESTS, dragging=True)
    executor.step()
    assert ran[0][1] == 64
    live.close()


def test_that_a_long_run_stops_when_something_else_is_wanted(live, ran, executor):
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    live.ask((Scenario(seed=LONG),), REQUESTS)
    live.ask((_plan(400),), REQUESTS)
    executor.step()
    assert not shown
    executor.step()
    assert shown[0].projection.scenario == _plan(400)
    live.ask((Scenario(seed=LONG),), REQUESTS)
    executor.step()
    assert shown[-1].projection.scenario.seed == LONG


def test_that_one_slow_moment_does_not_thin_out_the_futures_of_a_drag(live, executor, qtbot):
    _warm(live, qtbot)
    live._speeds.extend([1e-5, 1e-5, 1.0])
    assert live._affordable(1000) == 1000
    live._speeds.extend([1e-4] * 5)
    assert live._affordable(1000) < 1000


def test_that_a_first_frame_never_draws_a_million_futures(live, ran, executor, qtbot):
    _warm(live, qtbot)
    live.ask((Scenario(futures=1_000_000),), REQUESTS, dragging=True)
    executor.step()
    assert 500 < ran[0][1] <= 1000


def test_that_a_step_whose_futures_take_long_is_drawn_with_fewer_first(live, ran, executor, qtbot):
    _warm(live, qtbot)
    live._speeds = deque([0.0001])
    scenario = with_lever(Scenario(futures=100_000), "alibaba_plan", 400)
    live.ask((scenario,), REQUESTS)
    executor.step()
    assert live.state == "refining"
    assert ran[0] == (scenario, FEWEST_FUTURES)
    executor.step()
    assert live.state == "refining"
    executor.step()
    assert live.state == "held"
    counts = [count for one, count in ran if one == scenario]
    assert counts == [FEWEST_FUTURES, FUTURES_SOON, 100_000]
    assert not executor.waiting


def test_that_very_many_futures_are_run_once_for_what_is_seen_and_what_is_not(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    live._speeds = deque([0.0001])
    answers: list[Answer] = []
    live.projected.connect(answers.append)
    scenario = with_lever(Scenario(futures=100_000), "alibaba_plan", 400)
    live.ask((scenario,), REQUESTS, seen=REQUESTS[:1])
    while executor.waiting:
        executor.step()
    told = [(each.order.futures, each.order.banded) for each in answers]
    seen, every = REQUESTS[:1], tuple(REQUESTS)
    assert told == [(FEWEST_FUTURES, seen), (FUTURES_SOON, seen), (100_000, every)]
    assert answers[-1].order.is_whole
    assert live.state == "held"


def test_that_a_lever_that_moves_while_very_many_futures_run_is_shown_before_them(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    live._futures_of_drags = FEWEST_FUTURES
    live.ask((with_lever(Scenario(futures=100_000), "alibaba_plan", 400),), REQUESTS)
    executor.step()
    other = with_lever(Scenario(futures=100_000), "alibaba_plan", 420)
    live.ask((other,), REQUESTS)
    executor.step()
    executor.step()
    assert [count for one, count in ran if one == other] == [FEWEST_FUTURES]


def test_that_a_further_scenario_of_many_futures_does_not_hold_up_the_one_on_screen(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    live._speeds = deque([0.0001])
    other = with_lever(Scenario(futures=100_000), "alibaba_plan", 500)
    live.ask((_plan(400), other), REQUESTS)
    executor.step()
    assert [count for _, count in ran] == [FEWEST_FUTURES, FEWEST_FUTURES, FEWEST_FUTURES]
    executor.step()
    executor.step()
    assert live.state == "held"
    counts = [count for one, count in ran if one == other]
    assert counts == [FEWEST_FUTURES, FUTURES_SOON, 100_000]
    ran.clear()
    live._speeds = deque([0.0001])
    live.ask((_plan(420), other), REQUESTS, dragging=True)
    executor.step()
    assert [count for one, count in ran if one == other] == []


def test_that_a_long_run_that_fails_is_told_once(live, executor, qtbot):
    _warm(live, qtbot)
    live._speeds = deque([0.0001])
    told: list[str] = []
    live.failed.connect(told.append)
    live.ask((Scenario(seed=BROKEN, futures=100_000),), REQUESTS)
    executor.step()
    assert not executor.waiting
    assert len(told) == 1


def test_that_futures_at_hand_are_drawn_at_once_and_a_scenarios_own_follow(live, executor, qtbot):
    _warm(live, qtbot)
    kinds: list[str] = []
    live.projected.connect(lambda answer: kinds.append(answer.projection.draws.kind))
    live.ask((Scenario(seed=UNWEIGHED),), REQUESTS)
    executor.step()
    assert kinds == ["provisional"]
    assert live.state == "refining"
    executor.step()
    assert kinds == ["provisional", "conditioned"]
    assert live.state == "held"
    assert not executor.waiting
    live.ask((replace(Scenario(seed=UNWEIGHED), title="Again"),), REQUESTS)
    executor.step()
    assert kinds[-1] == "conditioned"
    assert not executor.waiting


def test_that_a_drag_waits_for_no_futures_and_its_end_does(live, executor, qtbot):
    _warm(live, qtbot)
    kinds: list[str] = []
    live.projected.connect(lambda answer: kinds.append(answer.projection.draws.kind))
    for plan in (400, 500):
        live.ask((replace(_plan(plan), seed=UNWEIGHED),), REQUESTS, dragging=True)
        executor.step()
    assert not executor.waiting
    live.ask((replace(_plan(500), seed=UNWEIGHED),), REQUESTS)
    executor.step()
    assert kinds == ["provisional", "provisional", "conditioned"]
    assert not executor.waiting


def test_that_a_drag_leaves_months_out_that_are_there_when_the_hand_lets_go(live, executor, qtbot):
    _warm(live, qtbot)
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    asked = {"seen": (SEEN, HIDDEN), "yearly": {SEEN}}
    live.ask((_plan(400),), (SEEN, HIDDEN), **asked, dragging=True)
    executor.step()
    assert not executor.waiting
    assert shown[-1].order.yearly == {SEEN}
    assert not shown[-1].order.is_whole
    live.ask((_plan(400),), (SEEN, HIDDEN), **asked)
    assert live.state == "refining"
    executor.step()
    assert not shown[-1].order.yearly
    assert live.state == "held"
    assert not executor.waiting


def test_that_a_drag_begins_with_all_months_where_they_are_there(live, ran, executor, qtbot):
    _warm(live, qtbot)
    live.ask((_plan(400),), (SEEN, HIDDEN))
    executor.step()
    ran.clear()
    live.ask((_plan(400),), (SEEN, HIDDEN), yearly={SEEN}, dragging=True)
    assert not executor.waiting
    assert not ran


def test_that_another_year_of_a_drag_is_asked_for_and_the_same_is_not(live, executor, qtbot):
    _warm(live, qtbot)
    shown: list[Answer] = []
    live.projected.connect(shown.append)
    drag = {"seen": (SEEN,), "yearly": {SEEN}, "dragging": True}
    live.ask((_plan(400),), (SEEN, HIDDEN), december=71, **drag)
    executor.step()
    live.ask((_plan(400),), (SEEN, HIDDEN), december=71, **drag)
    assert not executor.waiting
    live.ask((_plan(400),), (SEEN, HIDDEN), december=83, **drag)
    executor.step()
    assert shown[-1].order.december == 83
    live.ask((_plan(400),), (SEEN, HIDDEN), seen=(SEEN,))
    executor.step()
    assert shown[-1].order.december is None


def test_that_what_is_followed_comes_with_bands_and_is_not_asked_for_twice(
    live, ran, executor, qtbot
):
    _warm(live, qtbot)
    followed, brought = PerFuture(REQUESTS[0]), []
    live.projected.connect(lambda one: brought.append(one.projection.per_future))
    for asked in ((), (followed,), (followed,), ()):
        live.follow(asked)
        live.ask((Scenario(),), REQUESTS)
        while executor.waiting:
            executor.step()
    assert len(ran) == 1
    assert [one is not None and one.has((followed,)) for one in brought] == [False, True]
