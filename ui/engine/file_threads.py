"""Threads for questions to the file system: one for each file that is asked about, no Qt here.

A file on a share that hangs holds up what else is asked about it and nothing more, not even what
stands beside a link to it, and not the end of the process: nobody can wake such a thread, so nobody
waits for it.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")
Work = Callable[[], T]


class FileTask(Generic[T]):
    """One question about a file or folder; `result` gives the answer or raises what went wrong."""

    def __init__(self, path: Path, work: Work[T]) -> None:
        self.path = path
        self.asked_at = monotonic()
        self._work = work
        self._value: T
        self._error: Exception | None = None
        self._done = Event()

    @property
    def is_done(self) -> bool:
        """Whether there is an answer."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the answer for so long at most; tell whether it is there."""
        return self._done.wait(max(0.0, seconds))

    def run(self) -> None:
        """Find the answer, in whatever thread this is."""
        try:
            self._value = self._work()
        except Exception as error:  # noqa: BLE001 - raised again where the answer is wanted
            self._error = error
        self._done.set()

    def result(self) -> T:
        """Return the answer once it is there."""
        if self._error is not None:
            raise self._error
        return self._value


class FileThreads:
    """Runs tasks, those of one file one after the other; a thread ends with its last task."""

    def __init__(self) -> None:
        self._queues: dict[Path, deque[tuple[FileTask[object], Callable[[], object]]]] = {}
        self._lock = Lock()

    def start(self, task: FileTask[T], then: Callable[[], object] = lambda: None) -> None:
        """Queue a task; `then` is called in the thread when it is done."""
        with self._lock:
            queue = self._queues.setdefault(task.path, deque())
            queue.append((task, then))  # type: ignore[arg-type]  # what it gives is its own affair
            if len(queue) > 1:
                return
        Thread(target=self._serve, args=(task.path,), name="suanli-file", daemon=True).start()

    def is_held_up(self, task: FileTask[T], seconds: float) -> bool:
        """Tell whether a task stands behind another one that has waited for longer than that."""
        with self._lock:
            queue = self._queues.get(task.path)
            first = queue[0][0] if queue else task
            return first is not task and monotonic() - first.asked_at > seconds

    def _serve(self, path: Path) -> None:
        while True:
            with self._lock:
                task, then = self._queues[path][0]
            task.run()
            then()
            with self._lock:
                queue = self._queues[path]
                queue.popleft()
                if not queue:
                    del self._queues[path]
                    return


def answer_within(seconds: float, path: Path, work: Work[T]) -> FileTask[T]:
    """Ask one question and wait for so long at most; the task tells whether there is an answer."""
    task = FileTask(path, work)
    FileThreads().start(task)
    task.wait(seconds)
    return task
