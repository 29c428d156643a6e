"""Work off the GUI thread: one lane runs one piece of work at a time and reports by ticket.

A piece of work is a callable, or a generator that yields progress and returns its result. Whatever
it raises reaches the caller as `failed`. The executor is handed in by tests that step it.
"""

import traceback
from collections.abc import Callable, Generator
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Signal

Work = Callable[[], object]


class Lane(QObject):
    """One thread with a queue; tickets count up and tell answers apart."""

    done = Signal(int, object)
    progressed = Signal(int, object)
    failed = Signal(int, str)

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="suanli")
        self._closing = Event()
        self._ticket = 0

    def start(self, work: Work) -> int:
        """Queue a piece of work and return its ticket."""
        self._ticket += 1
        self._executor.submit(self._run, self._ticket, work)
        return self._ticket

    def close(self) -> None:
        """Drop what waits, let what runs come to its end, and emit nothing any more."""
        self._closing.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _run(self, ticket: int, work: Work) -> None:
        try:
            result = work()
            if isinstance(result, Generator):
                result = self._drive(ticket, result)
        except Exception:
            if not self._closing.is_set():
                self.failed.emit(ticket, traceback.format_exc())
        else:
            if not self._closing.is_set():
                self.done.emit(ticket, result)

    def _drive(self, ticket: int, steps: Generator[object, None, object]) -> object:
        while not self._closing.is_set():
            try:
                progress = next(steps)
            except StopIteration as end:
                return end.value
            self.progressed.emit(ticket, progress)
        steps.close()
        return None
