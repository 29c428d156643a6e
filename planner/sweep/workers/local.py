"""Processes of this computer that run batches, each on one thread; eighth floor of planner.

They are started fresh and inherit nothing. They are deaf to Ctrl+C, which is for the process that
started them, and end when that one ends, however it ends.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from time import sleep
from types import ModuleType
from typing import TYPE_CHECKING, Final

from planner.storage.sentences.catalog import translate
from planner.sweep.workers.answer import answer
from planner.sweep.workers.workers import WorkersLostError

if TYPE_CHECKING:
    from planner.sweep.batches.work import Result

_BEGINNINGS: Final = 5
"""So many pools may break one after the other without any batch between."""
_LOOKS, _A_MOMENT = 100, 0.01
_CRASHES: Final = ("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGABRT")
"""What ends a process that did something it may not; too little memory is none of these."""


class LocalWorkers:
    """A pool of processes that is made anew when one of them dies."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = self._made()
        self._broken = 0

    @property
    def count(self) -> int:
        """How many batches are run at once."""
        return self._processes

    def submit(self, text: str, places: bytes, *, halved: bool) -> "Future[Result]":
        """Give them a batch, packed."""
        with _without_interrupts(), _without_main():  # this may start processes, which inherit it
            future = self._pool.submit(answer, text, places, halved=halved)
        future.add_done_callback(self._note)
        return future

    def check(self) -> None:
        """Do nothing: a process that dies breaks the pool, and each future says so."""

    def revive(self) -> None:
        """Make a new pool. Raises WorkersLostError after several in which nothing was done."""
        ended = self._end()
        self._broken += 1
        if self._broken > _BEGINNINGS:
            raise WorkersLostError(self._why(ended))
        self._pool = self._made()

    def stop(self) -> None:
        """End the processes at once, with whatever they run."""
        self._end()

    def _end(self) -> list[BaseProcess]:
        """End the processes and return them."""
        processes: list[BaseProcess] = list((self._pool._processes or {}).values())  # noqa: SLF001 - 3.14 has a call
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            with suppress(OSError, ValueError):
                process.kill()
        for process in processes:
            with suppress(OSError, ValueError, AssertionError):
                process.join()
        return processes

    def _why(self, ended: list[BaseProcess]) -> str:
        """Return why pools break, by the exit codes of the last one's processes."""
        codes = {*map(_exit_code, ended)} - {0}
        for name in _CRASHES:
            if -int(getattr(signal, name, 0)) in codes:
                said = translate("Planner", "the processes crash on the batches they are given")
                return f"{said} ({name})"
        said = translate(
            "Planner",
            "the processes end before they have done anything; there may be too little memory "
            "for {count} of them",
        )
        return said.format(count=self._processes)

    def _note(self, future: "Future[Result]") -> None:
        if not future.cancelled() and future.exception() is None:
            self._broken = 0

    def _made(self) -> ProcessPoolExecutor:
        context = get_context("spawn")
        return ProcessPoolExecutor(self._processes, mp_context=context, initializer=begin)


def _exit_code(process: BaseProcess) -> int:
    """Return the exit code of a process that has ended, 0 where it cannot be had.

    The pool waits for its processes in a thread of its own: whoever of the two asks the system
    second is told nothing, until the first one has noted it.
    """
    for _ in range(_LOOKS):
        code = process.exitcode
        if code is not None:
            return code
        sleep(_A_MOMENT)
    return 0


def begin() -> None:
    """Prepare a process: deaf to interrupts, and gone when the one that started it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold interrupts back for a moment, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Iterator[None]:
    """Let processes begin without the program that starts them, which may be a script that sweeps.

    They would run it again, and need nothing of it.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
