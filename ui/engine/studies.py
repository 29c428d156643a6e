"""Runs studies off the GUI thread: with progress and Cancel, and the latest question wins.

There are two threads, so that a long study never holds up one that follows the hand. Each has an
engine of its own, which it makes when it is first asked. Cards ask through a `StudyRunner` each.
While a hand moves a slider, no step of a study begins during a run of the picture.
"""

from collections.abc import Callable, Generator
from concurrent.futures import Executor
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from planner.ensemble.progress import Steps
from ui.engine.gate import Gate
from ui.engine.jobs import Lane

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

Pace = Literal["live", "long"]
StudyWork = Callable[["Projector"], Steps[Any]]
"""A study as it is begun in its thread: given the thread's engine, it yields the share done."""


class StudyRunner(QObject):
    """Runs the latest study that one card asked for.

    `computed` carries its result, `progressed` the share done from 0 to 1, `refused` one sentence
    where the study has no answer (any of the `refusals` it may raise), `failed` the trace of a
    fault; `stopped` tells that it was canceled.
    """

    computed = Signal(object)
    progressed = Signal(float)
    refused = Signal(str)
    failed = Signal(str)
    stopped = Signal()

    def __init__(
        self, thread: "StudyThread", refusals: tuple[type[Exception], ...], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._thread = thread
        self._refusals = refusals
        self._ticket = 0
        self._is_running = False
        self._wanted: StudyWork | None = None
        for signal, slot in (
            (thread.lane.done, self._on_done),
            (thread.lane.progressed, self._on_progressed),
            (thread.lane.failed, self._on_failed),
            (thread.lane.stopped, self._on_stopped),
        ):
            signal.connect(slot)

    @property
    def is_busy(self) -> bool:
        """Whether a study runs or waits to."""
        return self._is_running or self._wanted is not None

    def ask(self, work: StudyWork, *, cut: bool = False) -> None:
        """Want a study as soon as the one that runs has ended, or is `cut` at its next step.

        What was asked before and has not begun is dropped. While a hand moves nothing is cut: an
        answer that is late by one frame is better than none.
        """
        self._wanted = work
        if cut and self._is_running:
            self._thread.lane.stop(self._ticket)
        self._advance()

    def cancel(self) -> None:
        """Drop what waits and end what runs at its next step."""
        self._wanted = None
        if self._is_running:
            self._thread.lane.stop(self._ticket)

    def _advance(self) -> None:
        if not self._is_running and self._wanted is not None:
            work, self._wanted = self._wanted, None
            self._is_running = True
            self._ticket = self._thread.start(partial(_answered, work, self._refusals))

    def _is_own(self, ticket: int) -> bool:
        return self._is_running and ticket == self._ticket

    def _end(self) -> None:
        self._is_running = False

    def _on_done(self, ticket: int, result: object) -> None:
        if self._is_own(ticket):
            self._end()
            if isinstance(result, _Refusal):
                self.refused.emit(result.sentence)
            else:
                self.computed.emit(result)
            self._advance()

    def _on_progressed(self, ticket: int, share: object) -> None:
        if self._is_own(ticket) and isinstance(share, float | int):
            self.progressed.emit(float(share))

    def _on_failed(self, ticket: int, trace: str) -> None:
        if self._is_own(ticket):
            self._end()
            self.failed.emit(trace)
            self._advance()

    def _on_stopped(self, ticket: int) -> None:
        if self._is_own(ticket):
            self._end()
            if self._wanted is None:
                self.stopped.emit()
            self._advance()


class StudyThread(QObject):
    """One thread with one engine."""

    def __init__(self, parent: QObject, gate: Gate, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self.lane = Lane(self, executor)
        self._gate = gate
        self._engine: Projector | None = None

    def start(self, work: StudyWork) -> int:
        """Queue a study and return its ticket."""
        return self.lane.start(partial(self._begun, work))

    def _begun(self, work: StudyWork) -> Steps[Any]:
        """Begin a study in the thread, to which the engine belongs."""
        from planner.ensemble.many import Projector

        self._engine = self._engine or Projector()
        return _between_runs(work(self._engine), self._gate)


class Studies(QObject):
    """Makes runners for cards, and ends their threads; `gate` is shut while the picture runs."""

    def __init__(
        self,
        parent: QObject | None = None,
        executor: Executor | None = None,
        gate: Gate | None = None,
    ) -> None:
        super().__init__(parent)
        gate = gate or Gate()
        self._threads: dict[Pace, StudyThread] = {
            "live": StudyThread(self, gate, executor),
            "long": StudyThread(self, gate, executor),
        }

    def runner(self, pace: Pace, parent: QObject, *refusals: type[Exception]) -> StudyRunner:
        """Return a runner of a card's own: of studies that follow the hand, or of long ones.

        A study may say by raising one of the `refusals` that it has no answer, and why.
        """
        return StudyRunner(self._threads[pace], refusals, parent)

    def request_stop(self) -> None:
        """Let what runs end at its next step."""
        for each in self._threads.values():
            each.lane.request_stop()

    def close(self) -> None:
        """End the threads."""
        for each in self._threads.values():
            each.lane.close()


class _Refusal:
    """A study's own word that it has no answer."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


def _between_runs(steps: Steps[Any], gate: Gate) -> Steps[Any]:
    """Do work whose steps begin as the picture leaves room for them."""
    passed = -1
    while True:
        passed = gate.wait(passed)
        try:
            share = next(steps)
        except StopIteration as end:
            return end.value
        yield share


def _answered(
    work: StudyWork, refusals: tuple[type[Exception], ...], engine: "Projector"
) -> Generator[float, None, object]:
    try:
        return (yield from work(engine))
    except refusals as error:
        return _Refusal(str(error))
