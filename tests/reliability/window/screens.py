"""Displays of our own, to be taken away: X servers, a cut connection, a Wayland compositor."""

import contextlib
import os
import select
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SECONDS_TO_START = 20
X_PORT = 6000


class XServer:
    """A private Xvfb on a number that was free; it may be reached through a wire."""

    def __init__(self, *through: str) -> None:
        program = _program("Xvfb")
        self.process = subprocess.Popen(
            [program, "-displayfd", "1", "-screen", "0", "1280x800x24", *through],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], SECONDS_TO_START)
        number = self.process.stdout.readline().decode().strip() if ready else ""
        if not number:
            self.end()
            pytest.skip("no X server starts here")
        self.number = int(number)

    @property
    def display(self) -> dict[str, str]:
        return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{self.number}"}

    def end(self) -> None:
        """Kill the server."""
        _end(self.process)


class Wire:
    """A connection to an X server that can be cut, as that of `ssh -X`."""

    def __init__(self, server: XServer) -> None:
        self._server = server
        self._ends: list[socket.socket] = []
        self._listener = socket.socket()
        self.number = next(number for number in range(100, 900) if self._takes(number))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def display(self) -> dict[str, str]:
        return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f"127.0.0.1:{self.number}"}

    def end(self) -> None:
        """Cut all that goes through it."""
        for one in (self._listener, *self._ends):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _takes(self, number: int) -> bool:
        try:
            self._listener.bind(("127.0.0.1", X_PORT + number))
        except OSError:
            return False
        return True

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", X_PORT + self._server.number))
                self._ends += [near, far]
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=_pass_on, args=pair, daemon=True).start()


class Compositor:
    """A private Weston without a screen."""

    def __init__(self, folder: Path) -> None:
        program = _program("weston")
        folder.mkdir(mode=0o700)
        self._folder = folder
        self.process = subprocess.Popen(
            [program, "--backend=headless-backend.so", "--socket=private", "--idle-time=0"],
            env={**os.environ, "XDG_RUNTIME_DIR": str(folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + SECONDS_TO_START
        while not (folder / "private").exists():
            if time.monotonic() > until or self.process.poll() is not None:
                self.end()
                pytest.skip("no Wayland compositor starts here")
            time.sleep(0.05)

    @property
    def display(self) -> dict[str, str]:
        return {
            "QT_QPA_PLATFORM": "wayland",
            "WAYLAND_DISPLAY": "private",
            "XDG_RUNTIME_DIR": str(self._folder),
        }

    def end(self) -> None:
        """Kill the compositor."""
        _end(self.process)


def killer_of_clients(server: XServer) -> Callable[[], None]:
    """Return what lets the server cut off whoever has a window, as `xkill` does.

    Skips a test before it has opened a window, not after.
    """
    program, tree = _program("xkill"), [_program("xwininfo"), "-root", "-children"]
    environment = {**os.environ, **server.display}

    def kill() -> None:
        told = subprocess.run(tree, env=environment, capture_output=True, text=True, check=True)
        lines = [line.split() for line in told.stdout.splitlines() if "Suanli" in line]
        command = [program, "-id", lines[0][0]]
        subprocess.run(command, env=environment, capture_output=True, check=True)

    return kill


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait(timeout=SECONDS_TO_START)
    if process.stdout is not None:
        process.stdout.close()


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"there is no {name} here")
    return found
