"""The window's way to the files of its user: asked in a thread, answered in the GUI thread.

A look, a lock or a read may take for ever where a share hangs. What is there at once may be waited
for: `settle` waits a moment too short to be felt, and what is not there by then comes later.
Nothing here knows what is asked. Only Qt's file dialogs, and what finds a name that was chosen in
one, ask the system by themselves.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final, TypeVar

from PySide6.QtCore import QDir, QObject, QTimer, Signal

from ui.engine.file_threads import FileTask, FileThreads, Work
from ui.process.there import folder_is_there

T = TypeVar("T")
Then = Callable[[Any], object]

PATIENCE: Final = 0.1
"""How long the window may stand still for answers that come at once, in seconds."""
TOLD_AFTER_MS: Final = 700


@dataclass(frozen=True, slots=True)
class Wait:
    """What is said of a question that takes long, and what gives it up, if anything can."""

    words: str
    give_up: Callable[[], object] | None = None


class FileTasks(QObject):
    """Asks questions and delivers answers; `waits_changed` tells what the user now waits for."""

    waits_changed = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self.patience = patience
        self._threads = FileThreads()
        self._open: dict[FileTask[Any], Then | None] = {}
        self._waits: dict[FileTask[Any], Wait] = {}
        self._due: set[FileTask[Any]] = set()
        self._is_closed = False
        self._telling = Lock()
        self._finished.connect(self._deliver)

    def ask(
        self,
        path: Path,
        work: Work[T],
        then: Callable[[T], object] | None = None,
        wait: Wait | None = None,
    ) -> FileTask[T]:
        """Ask about a file or folder; `then` is given the answer, in the GUI thread."""
        task = FileTask(path.absolute(), work)
        self._open[task] = then
        if wait is not None:
            self._waits[task] = wait
            QTimer.singleShot(TOLD_AFTER_MS, self, partial(self._on_due, task))
        self._threads.start(task, lambda: self._on_done(task))
        return task

    def settle(self, *tasks: FileTask[Any], within: float = 0.0) -> bool:
        """Deliver the answers that come within a moment; tell whether all of them have come.

        One behind a question that nobody answers is not waited for. `within` is in seconds, where
        more than the usual moment is due.
        """
        until = monotonic() + max(self.patience, within)
        for task in tasks:
            is_held_up = self._threads.is_held_up(task, self.patience)
            if task.wait(0.0 if is_held_up else until - monotonic()):
                self._deliver(task)
        return not any(task in self._open for task in tasks)

    def first_folder(self, folders: Iterable[Path]) -> Path:
        """Return the first of these folders that is there now, else the user's own.

        That is `/` for a user without one.
        """
        asked = [self.ask(path, partial(folder_is_there, path)) for path in folders]
        self.settle(*asked)
        there = (task.path for task in asked if task.is_done and task.result())
        return next(there, Path(QDir.homePath()))

    def has_waits(self) -> bool:
        """Tell whether there are questions whose answer the user may wait for."""
        return bool(self._waits)

    def give_up(self) -> None:
        """Give up what can be given up of what the user was told to wait for."""
        for task in list(self._due):
            give_up = self._waits[task].give_up
            if give_up is not None:
                self._forget_wait(task)
                give_up()

    def close(self) -> None:
        """Deliver nothing any more; threads that hang are left to the end of the process.

        No thread speaks to this object after it, which may be destroyed then.
        """
        with self._telling:
            self._is_closed = True

    def _on_done(self, task: FileTask[Any]) -> None:
        """Bring an answer to the GUI thread."""
        with self._telling:
            if not self._is_closed:
                self._finished.emit(task)

    def _deliver(self, task: FileTask[Any]) -> None:
        """Give an answer to whoever asked for it, once."""
        if task not in self._open or self._is_closed:
            return
        then = self._open.pop(task)
        self._forget_wait(task)
        answer = task.result()
        if then is not None:
            then(answer)

    def _on_due(self, task: FileTask[Any]) -> None:
        """Tell of a question that has taken long."""
        if task in self._waits:
            self._due.add(task)
            self._tell_waits()

    def _forget_wait(self, task: FileTask[Any]) -> None:
        self._waits.pop(task, None)
        if task in self._due:
            self._due.remove(task)
            self._tell_waits()

    def _tell_waits(self) -> None:
        self.waits_changed.emit(tuple(w for task, w in self._waits.items() if task in self._due))
