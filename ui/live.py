"""The live engine: reruns the model while a hand moves, off the GUI thread.

One run at a time, and the latest inputs win: what is asked while a run is on replaces what was
asked before. Nothing waits for the hand to rest. During a drag fewer futures may be drawn than the
scenario says; the release refines them, and `state_changed` tells which is on screen.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Final, Literal, Protocol

from PySide6.QtCore import QObject, Signal

from planner.ensemble.projection import Projection, Request
from planner.model.scenario import Scenario, baseline_under
from ui.jobs import Lane

State = Literal["starting", "live", "refining", "held"]

SECONDS_PER_FRAME: Final = 0.022
FEWEST_FUTURES: Final = 255
"""Four blocks of the engine, the center line included: a whole number of blocks wastes nothing."""
_BASELINES_KEPT: Final = 8


class Engine(Protocol):
    """What runs the model; one instance lives in one thread at a time."""

    def project(
        self,
        scenario: Scenario,
        requests: tuple[Request, ...],
        *,
        futures: int | None = None,
        bands: bool = True,
    ) -> Projection:
        """Run one scenario; without bands only the center lines."""

    def ready(self) -> bool:
        """Whether the compiled kernel is loaded."""

    def warm_up(self) -> None:
        """Compile or load the kernel."""


@dataclass(frozen=True, slots=True)
class Order:
    """One run that is wanted: how many futures, or center lines alone."""

    scenario: Scenario
    requests: tuple[Request, ...]
    futures: int
    bands: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run gave, for the scenario and for the baseline under the same assumptions."""

    order: Order
    projection: Projection
    baseline: Projection
    seconds: float


class Runner:
    """Runs orders on an engine of its own, in one thread; remembers the last baselines."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._engine: Engine | None = None
        self._baselines: dict[Order, Projection] = {}

    def run(self, order: Order) -> Answer:
        """Run the scenario, and its baseline unless that is known."""
        begin = perf_counter()
        projection = self._project(order)
        baseline = self._baseline(order)
        return Answer(order, projection, baseline, perf_counter() - begin)

    def _project(self, order: Order) -> Projection:
        if self._engine is None:
            self._engine = self._make_engine()
        return self._engine.project(
            order.scenario, order.requests, futures=order.futures, bands=order.bands
        )

    def _baseline(self, order: Order) -> Projection:
        scenario = baseline_under(order.scenario)
        asked = Order(scenario, order.requests, order.futures, order.bands)
        if asked not in self._baselines:
            while len(self._baselines) >= _BASELINES_KEPT:
                del self._baselines[next(iter(self._baselines))]
            self._baselines[asked] = self._project(asked)
        return self._baselines[asked]


class Live(QObject):
    """Asks the engine again whenever inputs change; answers come as `projected`."""

    projected = Signal(object, object)
    state_changed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        make_engine: Callable[[], Engine],
        parent: QObject | None = None,
        executor: Executor | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self._runner = Runner(make_engine)
        self._lane = Lane(self, executor)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._warming = Lane(self)
        self._warming.done.connect(self._on_warm)
        self._warming.failed.connect(self._on_warming_failed)
        self._is_warm = False
        self._is_dragging = False
        self._wanted: tuple[Scenario, tuple[Request, ...]] | None = None
        self._running: Order | None = None
        self._answered: Order | None = None
        self._ticket = 0
        self._oldest_welcome = 0
        self._seconds_per_future = 0.0
        self._state: State = "starting"

    @property
    def state(self) -> State:
        """What is on screen: first lines, a moving draw, one being refined, or the final one."""
        return self._state

    def warm_up(self) -> None:
        """Load the compiled kernel in the background; until then center lines are shown."""
        self._warming.start(self._warm)

    def ask(
        self, scenario: Scenario, requests: tuple[Request, ...], *, dragging: bool = False
    ) -> None:
        """Want this on screen as soon as the run that is on has ended."""
        if self._wanted is not None and self._wanted[1] != requests:
            self.forget()
        self._wanted = (scenario, requests)
        self._is_dragging = dragging
        self._advance()

    def forget(self) -> None:
        """Drop the answer of the run that is on: another document or other charts are open."""
        self._oldest_welcome = self._ticket + 1
        self._answered = None

    def close(self) -> None:
        """End both threads; nothing is emitted after it."""
        self._wanted = None
        self._lane.close()
        self._warming.close()

    def _warm(self) -> None:
        self._make_engine().warm_up()

    def _advance(self) -> None:
        if self._running is not None:
            return
        order = self._next_order()
        if order is None:
            self._set_state("live" if self._is_dragging else "held")
            return
        self._set_state(self._state_of(order))
        self._running = order
        self._ticket = self._lane.start(partial(self._runner.run, order))

    def _next_order(self) -> Order | None:
        if self._wanted is None:
            return None
        scenario, requests = self._wanted
        futures = self._affordable(scenario.futures) if self._is_dragging else scenario.futures
        order = Order(scenario, requests, futures, self._is_warm)
        return None if self._is_answered(order) else order

    def _is_answered(self, order: Order) -> bool:
        """Tell whether an order's answer is there: during a drag with any number of futures."""
        before = self._answered
        if self._is_dragging and before is not None:
            before = replace(before, futures=order.futures)
        return order == before

    def _affordable(self, futures: int) -> int:
        """Return how many futures a frame can afford, at most all of them."""
        if self._seconds_per_future * futures <= SECONDS_PER_FRAME:
            return futures
        affordable = int(SECONDS_PER_FRAME / self._seconds_per_future)
        return min(futures, max(FEWEST_FUTURES, affordable // FEWEST_FUTURES * FEWEST_FUTURES))

    def _state_of(self, order: Order) -> State:
        before = self._answered
        if self._is_dragging or before is None or before.scenario != order.scenario:
            return "live"
        return "refining"

    def _set_state(self, state: State) -> None:
        if not self._is_warm:
            state = "starting"
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _on_done(self, ticket: int, answer: Answer) -> None:
        self._running = None
        if answer.projection.futures:
            self._seconds_per_future = answer.seconds / answer.projection.futures
        welcome = ticket >= self._oldest_welcome
        if welcome:
            self._answered = answer.order
        self._advance()
        if welcome:
            self.projected.emit(answer.projection, answer.baseline)

    def _on_failed(self, ticket: int, trace: str) -> None:
        self._answered = self._running
        self._running = None
        self.failed.emit(trace)
        self._advance()

    def _on_warm(self, ticket: int, result: object) -> None:
        self._is_warm = True
        self._advance()

    def _on_warming_failed(self, ticket: int, trace: str) -> None:
        self.failed.emit(trace)
        self._on_warm(ticket, None)
