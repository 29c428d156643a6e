"""The live engine: reruns the model while a hand moves, off the GUI thread.

One run at a time, and the latest inputs win: what is asked while a run is on replaces what was
asked before. Nothing waits for the hand to rest. During a drag fewer futures may be drawn than the
scenario says, and so they are at first where all would take long; and where a scenario's own
futures are not known yet, those at hand are drawn. Of very many some of its own come first. All
are refined afterwards, and `state_changed` tells which is on screen. Bands that are not on screen
come after the others, once no hand moves. Where the compiled engine cannot run, `slowed` says why,
once.
"""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from planner.ensemble.projection import PerFuture, Request
from planner.model.scenario import Scenario
from ui.engine.jobs import Lane
from ui.engine.order import Order, most_futures
from ui.engine.runner import Answer, Engine, Runner, has_months
from ui.engine.study.gate import Gate

State = Literal["starting", "live", "refining", "held"]

SECONDS_PER_FRAME: Final = 0.012
"""What engine and bands may take of a drag's frame, so that painting too fits a screen's."""
SECONDS_AT_ONCE: Final = 0.15
"""What all futures may take after a step that is no drag; beyond it fewer are drawn at first."""
PATIENCE_MS: Final = 400
"""How long the first answer waits for the kernel: one that was compiled before is loaded sooner
than the interpreter has lines, and brings lines and bands at once."""
FEWEST_FUTURES: Final = 255
"""Whole blocks of the engine, the center line included, whatever their size: nothing is wasted."""
_FUTURES_AT_FIRST: Final = 1000
_SPEEDS_KEPT: Final = 5


@dataclass(frozen=True, slots=True)
class _Wanted:
    scenarios: tuple[Scenario, ...]
    requests: tuple[Request, ...]
    seen: tuple[Request, ...]
    yearly: frozenset[Request]
    december: int | None
    dragging: bool
    against: Scenario | None
    per_future: tuple[PerFuture, ...]


class Live(QObject):
    """Asks the engine again whenever inputs change; each `Answer` comes as `projected`."""

    projected = Signal(object)
    state_changed = Signal(str)
    failed = Signal(str)
    slowed = Signal(str)

    def __init__(
        self,
        make_engine: Callable[[], Engine],
        parent: QObject | None = None,
        executor: Executor | None = None,
        *,
        futures_of_drags: int | None = None,
    ) -> None:
        """Make it; `futures_of_drags` fixes what else adapts to the machine's speed."""
        super().__init__(parent)
        self.gate = Gate()
        """Shut while a run is on that a moving hand waits for."""
        self._make_engine = make_engine
        self._runner = Runner(make_engine)
        self._lane = Lane(self, executor)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._warming = Lane(self)
        self._warming.done.connect(self._on_warm)
        self._warming.failed.connect(self._on_warming_failed)
        self._futures_of_drags = futures_of_drags
        self._is_warm = False
        self._is_patient = False
        self._followed: tuple[PerFuture, ...] = ()
        self._wanted: _Wanted | None = None
        self._running: Order | None = None
        self._answered: Order | None = None
        self._ticket = 0
        self._oldest_welcome = 0
        self._speeds = deque([SECONDS_PER_FRAME / _FUTURES_AT_FIRST], maxlen=_SPEEDS_KEPT)
        self._state: State = "starting"

    @property
    def state(self) -> State:
        """What is on screen: first lines, a moving draw, one being refined, or the final one."""
        return self._state

    def warm_up(self) -> None:
        """Load the kernel in the background; if it takes longer, center lines are shown first.

        Once it is there this does nothing.
        """
        if self._is_warm:
            return
        self._is_patient = True
        QTimer.singleShot(PATIENCE_MS, self, self._on_patience_over)
        self._warming.start(self._warm)

    def ask(
        self,
        scenarios: Sequence[Scenario],
        requests: Sequence[Request],
        *,
        seen: Sequence[Request] | None = None,
        yearly: Collection[Request] = (),
        december: int | None = None,
        dragging: bool = False,
        against: Scenario | None = None,
    ) -> None:
        """Want this on screen as soon as the run that is on has ended.

        The first scenario is the current one. All requests get their center lines and, in the end,
        bands; those `seen` get them first, and alone while dragging. All are unless given. Of those
        `yearly` a drag shows one `december` alone, or all; all months of all are worked out at its
        end. Differences are `against` a scenario, by default the baseline of each.
        """
        first = tuple(requests) if seen is None else _among(requests, frozenset(seen))
        if self._wanted is not None and self._wanted.requests != tuple(requests):
            self.forget()
        self._wanted = _Wanted(
            tuple(scenarios),
            tuple(requests),
            first,
            frozenset(yearly),
            december,
            dragging,
            against,
            self._followed,
        )
        if not dragging:
            self.gate.free()
        self._advance()

    def follow(self, asked: Sequence[PerFuture]) -> None:
        """Let values of single futures of the current scenario come with its bands.

        From the next time on that is asked for anything. What is seen too costs no other run.
        """
        self._followed = tuple(asked)

    def forget(self) -> None:
        """Drop the answer of the run that is on: another document or other charts are open."""
        self._oldest_welcome = self._ticket + 1
        self._answered = None

    def request_stop(self) -> None:
        """Want nothing any more: what runs ends at its next step."""
        self._wanted = None
        self.gate.free()
        self._lane.request_stop()
        self._warming.request_stop()

    def close(self) -> None:
        """End both threads; nothing is emitted after it."""
        self.request_stop()
        self._lane.close()
        self._warming.close()

    def _warm(self) -> str:
        return self._make_engine().warm_up()

    def _advance(self) -> None:
        if self._running is not None or self._is_patient:
            return
        order = self._next_order()
        if order is None:
            self._set_state("live" if self._is_dragging else "held")
            return
        self._set_state(self._state_of(order))
        self._running = order
        if self._is_dragging:
            self.gate.shut()
        work = partial(self._runner.run, order, partial(self._is_stale, order))
        self._ticket = self._lane.start(work)

    def _is_stale(self, order: Order) -> bool:
        """Tell whether something else is wanted by now; asked by long runs, in their thread."""
        now, asked = self._wanted, (order.scenarios, order.requests, order.against)
        return now is None or (now.scenarios, now.requests, now.against) != asked

    @property
    def _is_dragging(self) -> bool:
        return self._wanted is not None and self._wanted.dragging

    def _next_order(self) -> Order | None:
        """Return what is to be run now: what is seen, then the rest; None when all is there."""
        wanted = self._wanted
        if wanted is None:
            return None
        most = most_futures(wanted.scenarios)
        banded = wanted.seen if self._is_warm else ()
        order = Order(
            wanted.scenarios,
            wanted.requests,
            banded,
            most,
            against=wanted.against,
            per_future=wanted.per_future,
        )
        hasty = replace(order, hurries=True)
        if wanted.dragging or (banded and self._takes_long(order)):
            yearly = wanted.yearly if wanted.dragging else frozenset[Request]()
            december = wanted.december if yearly else None
            first = replace(hasty, futures=self._affordable(most), yearly=yearly, december=december)
            if not self._is_answered(first, anyhow=True):
                return first
        elif banded and not self._is_answered(hasty):
            return hasty
        if wanted.dragging:
            return None
        return self._rest_of(order)

    def _rest_of(self, order: Order) -> Order | None:
        """Return what is left to be run once no hand moves: what is seen, then the rest.

        Very many futures are run once: some of them for what is seen, then all for everything.
        """
        if order.banded and order.soon != order:
            if not self._is_answered_soon(order.soon):
                return order.soon
            order = replace(order, banded=order.requests)
        if not self._is_answered(order):
            return order
        order = replace(order, banded=order.requests)
        return None if not self._is_warm or self._is_answered(order) else order

    def _is_answered(self, order: Order, *, anyhow: bool = False) -> bool:
        """Tell whether an order's answer is there, or `anyhow` one with other futures."""
        before = self._answered
        if before is None or not set(order.banded) <= set(before.banded):
            return False
        if (before.hurries and not order.hurries) or not has_months(before, order):
            return False
        if not set(order.one_by_one) <= set(before.one_by_one):
            return False
        return order == replace(
            before,
            banded=order.banded,
            futures=order.futures if anyhow else before.futures,
            hurries=order.hurries,
            yearly=order.yearly,
            december=order.december,
            per_future=order.per_future,
        )

    def _is_answered_soon(self, soon: Order) -> bool:
        """Tell whether an answer is there of so many of its own futures, or of more."""
        before = self._answered
        return (
            before is not None
            and before.futures >= soon.futures
            and self._is_answered(soon, anyhow=True)
        )

    def _takes_long(self, order: Order) -> bool:
        """Tell whether an order takes long: futures that were run already are only counted."""
        before = self._answered
        is_run = before is not None and order.is_run_by(before)
        is_slow = min(self._speeds) * order.futures > SECONDS_AT_ONCE
        return not is_run and (is_slow or order.soon != order)

    def _affordable(self, futures: int) -> int:
        """Return how many futures a frame can afford, at most all of them."""
        if self._futures_of_drags is not None:
            return min(futures, self._futures_of_drags)
        seconds_per_future = min(self._speeds)  # a busy moment of the machine is no reason
        if seconds_per_future * futures <= SECONDS_PER_FRAME:
            return futures
        affordable = int(SECONDS_PER_FRAME / seconds_per_future)
        return min(futures, max(FEWEST_FUTURES, affordable // FEWEST_FUTURES * FEWEST_FUTURES))

    def _state_of(self, order: Order) -> State:
        before = self._answered
        if self._is_dragging or before is None or before.scenario != order.scenario:
            return "live"
        is_coarse = before.hurries or bool(before.yearly)
        seen_is_final = before.futures == order.futures and before.banded and not is_coarse
        return self._state if seen_is_final else "refining"

    def _set_state(self, state: State) -> None:
        if not self._is_warm:
            state = "starting"
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _on_done(self, ticket: int, answer: Answer | None) -> None:
        self._running = None
        self.gate.open()
        if answer is None or ticket < self._oldest_welcome:
            self._advance()
            return
        drawn = answer.projection
        if drawn.futures:
            # others are run anew in each frame too where what they are held against moves
            seconds = drawn.seconds if answer.reference is None else answer.seconds
            self._speeds.append(seconds / drawn.futures)
        self._answered = replace(answer.order, hurries=answer.is_provisional)
        self._advance()
        self.projected.emit(answer)

    def _on_failed(self, ticket: int, trace: str) -> None:
        failed, self._running = self._running, None
        self.gate.open()
        if failed is not None:  # what failed is not tried again, with more futures or bands
            most = most_futures(failed.scenarios)
            self._answered = replace(
                failed,
                banded=failed.requests,
                futures=most,
                hurries=False,
                yearly=frozenset(),
                december=None,
            )
        self.failed.emit(trace)
        self._advance()

    def _on_patience_over(self) -> None:
        if self._is_patient:
            self._is_patient = False
            self._advance()

    def _on_warm(self, ticket: int, why_slow: str) -> None:
        self._is_patient = False
        self._is_warm = True
        self._runner = Runner(self._make_engine)
        if why_slow:
            self.slowed.emit(why_slow)
        self._advance()

    def _on_warming_failed(self, ticket: int, trace: str) -> None:
        self.failed.emit(trace)
        self._on_warm(ticket, "")


def _among(requests: Sequence[Request], seen: frozenset[Request]) -> tuple[Request, ...]:
    """Return those that are seen, in the order of the requests."""
    return tuple(request for request in requests if request in seen)
