"""Runs studies off the GUI thread: with progress and Cancel, and the latest question wins.

There are two threads, so that a long study never holds up one that follows the hand. Each has an
engine of its own, which it makes when it is first asked. Cards ask through a `StudyRunner` each.
"""

from collections.abc import Generator
from concurrent.futures import Executor
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from ui.engine.study.gate import Gate
from ui.engine.study.thread import StudyThread, StudyWork

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

Pace = Literal["live", "check", "long", "longest"]
"""What follows the hand, and in a thread of their own: a look at signs, seconds, and far more."""

_RANKS: Final[dict[Pace, int]] = {"live": 0, "check": 0, "long": 1, "longest": 2}


class StudyRunner(QObject):
    """Runs the latest study that one card asked for.

    `computed` carries its result, `progressed` the share done from 0 to 1, `refused` one sentence
    where the study has no answer (any of the `refusals` it may raise), `failed` the trace of a
    fault; `stopped` tells that it was canceled, `waits` after the study of which card it comes.
    """

    computed = Signal(object)
    progressed = Signal(float)
    refused = Signal(str)
    failed = Signal(str)
    stopped = Signal()
    waits = Signal(str)

    def __init__(
        self,
        thread: StudyThread,
        rank: int,
        refusals: tuple[type[Exception], ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._card = parent
        self._thread = thread
        self._rank = rank
        self._refusals = refusals
        self._ticket = 0
        self._is_running = False
        self._wanted: StudyWork | None = None
        for signal, slot in (
            (thread.done, self._on_done),
            (thread.progressed, self._on_progressed),
            (thread.failed, self._on_failed),
            (thread.stopped, self._on_stopped),
            (thread.moved_on, self._on_moved_on),
        ):
            signal.connect(slot)

    @property
    def is_long(self) -> bool:
        """Whether its studies take so long that one is told what they wait for."""
        return self._rank > 0

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
            self._thread.stop(self._ticket)
        self._advance()

    def cancel(self) -> None:
        """Drop what waits and end what runs at its next step."""
        self._wanted = None
        if self._is_running:
            self._thread.stop(self._ticket)

    def _advance(self) -> None:
        if not self._is_running and self._wanted is not None:
            work, self._wanted = self._wanted, None
            self._is_running = True
            self._ticket = self._thread.start(
                partial(_answered, work, self._refusals), self._title, self._rank
            )
            self._on_moved_on()

    @property
    def _title(self) -> str:
        """What the card is called that asks."""
        return str(self._card.property("accessibleName") or "")

    def _on_moved_on(self) -> None:
        before = self._thread.before(self._ticket) if self._is_running else None
        if before is not None:
            self.waits.emit(before)

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
        self._live = StudyThread(self, gate, executor)
        self._long = StudyThread(self, gate, executor)

    def runner(self, pace: Pace, parent: QObject, *refusals: type[Exception]) -> StudyRunner:
        """Return a runner of a card's own, for studies of one pace; of those that wait quick first.

        A study may say by raising one of the `refusals` that it has no answer, and why.
        """
        thread = self._live if pace == "live" else self._long
        return StudyRunner(thread, _RANKS[pace], refusals, parent)

    def request_stop(self) -> None:
        """Let what runs end at its next step."""
        for each in (self._live, self._long):
            each.request_stop()

    def close(self) -> None:
        """End the threads."""
        for each in (self._live, self._long):
            each.close()


class _Refusal:
    """A study's own word that it has no answer."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


def _answered(
    work: StudyWork, refusals: tuple[type[Exception], ...], engine: "Projector"
) -> Generator[float, None, object]:
    try:
        return (yield from work(engine))
    except refusals as error:
        return _Refusal(str(error))
