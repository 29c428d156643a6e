"""Windows that begin with all imported: forked from a process that keeps no window itself.

A window in a Python of its own spends two thirds of its start on imports. Where the start is not
what is tested, one process a session imports once, and each window is a fork of it: a process like
any other, with folders, environment, streams and an exit code of its own. Only where Linux forks.
Run as a program this is the process that forks.
"""

import atexit
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CAN_FORK = sys.platform == "linux"
_ANSWERS = "tests.reliability.window_answers"
_LONGEST_REQUEST = 1 << 20


class ForkedWindow:
    """A window forked for a test, with what of `subprocess.Popen` a test of windows asks."""

    def __init__(self, files: Sequence[str], environment: Mapping[str, str]) -> None:
        """Fork it; what it says on standard error is kept in a file, which is never full."""
        (its_input, ours), (answers, its_output), (told, telling) = os.pipe(), os.pipe(), os.pipe()
        self.stdin = os.fdopen(ours, "w", encoding="utf-8")
        self.stdout = os.fdopen(answers, encoding="utf-8")
        self._told = os.fdopen(told, "rb", buffering=0)  # a line read holds back no other one
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - till its end
        given = (its_input, its_output, self._said.fileno(), telling)
        socket.send_fds(_forker(), [json.dumps([files, dict(environment)]).encode()], given)
        for descriptor in (its_input, its_output, telling):
            os.close(descriptor)
        self.returncode: int | None = None
        self.pid = int(self._told.readline())

    def kill(self) -> None:
        """End it as a crash would."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has been waited for."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def communicate(self, *, timeout: float) -> tuple[str, str]:
        """Wait for its end; return what it said last and on standard error. Raises TimeoutError."""
        ready, _, _ = select.select([self._told], [], [], timeout)
        if not ready:
            message = f"the window {self.pid} does not end"
            raise TimeoutError(message)
        self.returncode = os.waitstatus_to_exitcode(int(self._told.readline()))
        with self.stdin, self.stdout, self._told, self._said:
            self._said.seek(0)
            return self.stdout.read(), self._said.read()


@cache
def _forker() -> socket.socket:
    """Return the way to the process that forks: one for all tests of this process."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, __file__, str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment)
    atexit.register(_end, ours, process)
    return ours


def _end(channel: socket.socket, process: "subprocess.Popen[bytes]") -> None:
    channel.close()
    process.wait()


def _fork_on_request(channel: socket.socket) -> int:
    """Fork whenever it is asked for, until nobody can ask; return the exit code of who returns."""
    _import_window()
    gc.freeze()
    while True:
        request, given, _, _ = socket.recv_fds(channel, _LONGEST_REQUEST, 4)
        if not request:
            return 0
        if os.fork() == 0:
            channel.close()
            return _watch(*json.loads(request), *given)
        for descriptor in given:
            os.close(descriptor)
        while os.waitpid(-1, os.WNOHANG)[0]:
            """Let those go who watched windows that have ended."""


def _import_window() -> None:
    """Import as a start does, and what is only imported behind the first picture."""
    from ui.process.display.application import load_qt
    from ui.process.qt_names import names_looked_up_late

    load_qt()
    with names_looked_up_late():
        import_module("ui.program")
    for name in ("planner.engine.kernel.runtime.load", "planner.ensemble.many", _ANSWERS):
        import_module(name)


def _watch(files: list[str], environment: dict[str, str], *given: Any) -> int:
    """Fork the window and tell who it is and how it ended; in it, return its exit code."""
    *streams, telling = given
    window = os.fork()
    if window == 0:
        os.close(telling)
        return _open(files, environment, streams)
    for descriptor in streams:
        os.close(descriptor)
    os.write(telling, b"%d\n" % window)
    _, status = os.waitpid(window, 0)
    os.write(telling, b"%d\n" % status)
    os._exit(0)


def _open(files: list[str], environment: dict[str, str], streams: list[int]) -> int:
    """Be the window: take over streams, environment and arguments, as a new Python finds them."""
    from tests.reliability.remote_window import serve

    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = files
    return serve()


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        code = _fork_on_request(asked)
    sys.exit(code)
