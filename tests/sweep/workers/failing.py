"""Faults of a batch that nobody foresees, raised where a worker runs it."""

import asyncio
import os
import signal
import threading

from planner.sweep.batches.work import work
from planner.sweep.workers import answer, local

KIND = "SUANLI_TEST_FAULT"


class Unreadable(Exception):  # noqa: N818 - it is named for what is wrong with it
    """An error that no process can read again: it is made of two values and keeps one."""

    def __init__(self, place, found):
        super().__init__(f"{place} holds {found}")


class Unwritable(Exception):  # noqa: N818 - it is named for what is wrong with it
    """An error that cannot be written for another process: it holds a lock."""

    def __init__(self):
        super().__init__("it holds a lock")
        self.lock = threading.Lock()


def _crash():
    os.kill(os.getpid(), signal.SIGSEGV)


FAULTS = {
    "assertion": AssertionError("seats\nare negative"),
    "bug": KeyError("seats"),
    "silent": ZeroDivisionError(),
    "unreadable": Unreadable("seat 3", "nothing"),
    "unwritable": Unwritable(),
    "exit": SystemExit(3),
    "cancelled": asyncio.CancelledError("given up"),
    "package": ImportError("no module is called numpy"),
    "system": OSError("the disk is gone"),
}
SAID = {
    "assertion": "AssertionError: seats are negative",
    "bug": "KeyError: 'seats'",
    "silent": "ZeroDivisionError",
    "unreadable": "Unreadable: seat 3 holds nothing",
    "unwritable": "Unwritable: it holds a lock",
    "exit": "SystemExit: 3",
    "cancelled": "CancelledError: given up",
    "package": "no module is called numpy",
    "system": "the disk is gone",
}


def failing(text, places, *, halved):
    """Run a batch, but the second one and those after it fail as the environment says."""
    result = work(text, places, halved=halved)
    if result["number"] > 0:
        fail(os.environ[KIND])
    return result


def fail(kind):
    """Raise the fault of a kind, or crash."""
    if kind == "crash":
        _crash()
    raise FAULTS[kind]


def begin():
    """Prepare a process of this computer whose batches fail."""
    local.begin()
    vars(answer)["work"] = failing
