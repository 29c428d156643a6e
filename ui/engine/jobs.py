"""Work off the GUI thread: one lane runs one piece of work at a time and reports by ticket.

A piece of work is a callable, or a generator that yields progress and returns its result. Whatever
it raises reaches the caller as `failed`. The executor is handed in by tests that step it.
"""

import traceback
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from threading import Event

from PySide6.QtCore import QObject, Signal, SignalInstance

Work = Callable[[], object]


class Lane(QObject):
    """One thread with a queue; tickets count up and tell answers apart."""

    done = Signal(int, object)
    progressed = Signal(int, object)
    failed = Signal(int, str)
    stopped = Signal(int)

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="suanli")
        self._closing = Event()
        self._unwanted: set[int] = set()
        self._futures: dict[int, Future[None]] = {}
        self._ticket = 0

    def start(self, work: Work) -> int:
        """Queue a piece of work and return its ticket; after `request_stop` none is begun."""
        self._ticket += 1
        if not self._closing.is_set():
            self._futures = {key: each for key, each in self._futures.items() if not each.done()}
            self._futures[self._ticket] = self._executor.submit(self._run, self._ticket, work)
        return self._ticket

    def wait(self, ticket: int, seconds: float) -> bool:
        """Wait so long for a piece of work; tell whether it has ended, and told so."""
        running = [self._futures[ticket]] if ticket in self._futures else []
        return not wait(running, seconds).not_done

    def stop(self, ticket: int) -> None:
        """End a piece of work at its next step, or before its first; `stopped` tells that it has.

        Work that is no generator runs to its end.
        """
        self._unwanted.add(ticket)

    def request_stop(self) -> None:
        """Drop what waits, let what runs come to its next step, and emit nothing any more."""
        self._closing.set()

    def close(self) -> None:
        """Stop, and wait for the end."""
        self.request_stop()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _run(self, ticket: int, work: Work) -> None:
        try:
            result = self._worked(ticket, work)
        except _UnwantedError:
            self._tell(self.stopped, ticket)
        except Exception:
            self._tell(self.failed, ticket, traceback.format_exc())
        else:
            self._tell(self.done, ticket, result)
        self._unwanted.discard(ticket)

    def _tell(self, signal: SignalInstance, *values: object) -> None:
        if not self._closing.is_set():
            signal.emit(*values)

    def _worked(self, ticket: int, work: Work) -> object:
        """Return what the work gave. Raises _UnwantedError between two steps, never after all."""
        self._check_wanted(ticket)
        result = work()
        while isinstance(result, Generator):
            self._check_wanted(ticket)
            try:
                self._tell(self.progressed, ticket, next(result))
            except StopIteration as end:
                return end.value
        return result

    def _check_wanted(self, ticket: int) -> None:
        if self._closing.is_set() or ticket in self._unwanted:
            raise _UnwantedError


class _UnwantedError(Exception):
    """Nobody waits for this work any more."""
