"""One thread with one engine for the studies of several cards: the quicker ones go first.

What waits can be dropped at once; what runs ends at its next step. While a hand moves a slider, no
step begins during a run of the picture. It knows no card; `ui.engine.studies` makes it. Floor:
engine.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from planner.ensemble.progress import Steps
from ui.engine.jobs import Lane
from ui.engine.study.gate import Gate

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

StudyWork = Callable[["Projector"], Steps[Any]]
"""A study as it is begun in its thread: given the thread's engine, it yields the share done."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A study that waits or runs: for whom, and after what it waits."""

    ticket: int
    work: StudyWork
    rank: int
    title: str


class StudyThread(QObject):
    """Runs one study after the other: of those that wait the lowest rank, the one asked first.

    Tickets tell studies apart. `moved_on` tells that another study runs, or none.
    """

    done = Signal(int, object)
    progressed = Signal(int, object)
    failed = Signal(int, str)
    stopped = Signal(int)
    moved_on = Signal()
    _dropped = Signal(int)

    def __init__(self, parent: QObject, gate: Gate, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane(self, executor)
        self._gate = gate
        self._engine: Projector | None = None
        self._last = 0
        self._waiting: list[_Piece] = []
        self._running: _Piece | None = None
        self._on_lane = 0
        self._lane.done.connect(self._on_done)
        self._lane.progressed.connect(self._on_progressed)
        self._lane.failed.connect(self._on_failed)
        self._lane.stopped.connect(self._on_stopped)
        self._dropped.connect(self.stopped, Qt.ConnectionType.QueuedConnection)

    def start(self, work: StudyWork, title: str = "", rank: int = 0) -> int:
        """Want a study done under the title of who asks, and return its ticket."""
        self._last += 1
        self._waiting.append(_Piece(self._last, work, rank, title))
        self._advance()
        return self._last

    def stop(self, ticket: int) -> None:
        """End a study at its next step, or drop it where it waits; `stopped` tells it later."""
        if self._running is not None and self._running.ticket == ticket:
            self._lane.stop(self._on_lane)
        elif any(each.ticket == ticket for each in self._waiting):
            self._waiting = [each for each in self._waiting if each.ticket != ticket]
            self._dropped.emit(ticket)

    def before(self, ticket: int) -> str | None:
        """Return the title of what runs while a study waits, None where that does not wait."""
        waits = any(each.ticket == ticket for each in self._waiting)
        return self._running.title if waits and self._running is not None else None

    def request_stop(self) -> None:
        """Drop what waits, and let what runs end at its next step, without a word."""
        self._waiting.clear()
        self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        self.request_stop()
        self._lane.close()

    def _advance(self) -> None:
        if self._running is not None or not self._waiting:
            return
        first = min(self._waiting, key=_turn)
        self._waiting.remove(first)
        self._running = first
        self._on_lane = self._lane.start(partial(self._begun, first.work))
        self.moved_on.emit()

    def _begun(self, work: StudyWork) -> Steps[Any]:
        """Begin a study in the thread, to which the engine belongs."""
        from planner.ensemble.many import Projector

        self._engine = self._engine or Projector()
        return _between_runs(work(self._engine), self._gate)

    def _end(self) -> int:
        """Let the next study begin, and return the ticket of the one that has ended."""
        ended, self._running = self._running, None
        self._advance()
        return 0 if ended is None else ended.ticket

    def _on_done(self, _ticket: int, result: object) -> None:
        self.done.emit(self._end(), result)

    def _on_progressed(self, _ticket: int, share: object) -> None:
        if self._running is not None:
            self.progressed.emit(self._running.ticket, share)

    def _on_failed(self, _ticket: int, trace: str) -> None:
        self.failed.emit(self._end(), trace)

    def _on_stopped(self, _ticket: int) -> None:
        self.stopped.emit(self._end())


def _turn(piece: _Piece) -> tuple[int, int]:
    return piece.rank, piece.ticket


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
