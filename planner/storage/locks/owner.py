"""Who stands in a lock file: a process, by more than its number; lowest floor of planner.

One fact a line, the first five as QLockFile writes them, so that windows of version 0.1.0 and ours
understand each other. Where the kernel keeps locks it alone decides who lives; what stands here
tells of other computers, and decides on file systems that keep none.
"""

import os
import socket
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Final

PROGRAM: Final = "suanli"
_LINES_AT_LEAST: Final = 3
_START_TIME: Final = 19  # field 22 of /proc/PID/stat, counted from the third, as `man 5 proc` does
_DIGITS_AT_MOST: Final = 9


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: its number, when it started and in which space of numbers, and its computer."""

    process: int
    program: str
    host: str
    machine: str = ""
    boot: str = ""
    started: str = ""
    numbers: str = ""

    def to_bytes(self) -> bytes:
        """Return what stands in the file."""
        return "".join(f"{fact}\n" for fact in astuple(self)).encode()

    def is_on_this_computer(self) -> bool:
        """Tell whether it is or was here: its kernel, its installation or its name is ours.

        A container has a name and an installation of its own, but the kernel of its host.
        """
        here = this_process()
        return (
            self.host == here.host
            or bool(self.boot and self.boot == here.boot)
            or bool(self.machine and self.machine == here.machine)
        )

    def can_be_asked(self) -> bool:
        """Tell whether its number means here what it meant there."""
        here = this_process()
        is_same_space = not self.numbers or not here.numbers or self.numbers == here.numbers
        return self.is_on_this_computer() and is_same_space

    def is_running(self) -> bool:
        """Tell whether the very process runs, on a computer that can be asked."""
        here = this_process()
        if self.boot and here.boot and self.boot != here.boot:
            return False
        return process_exists(self.process) and self.started in {"", _start_of(self.process)}


def owner_in(data: bytes) -> Owner | None:
    """Return who is named in the bytes of a lock file; None where nobody is."""
    lines = [line.strip() for line in data.decode(errors="replace").split("\n")]
    if len(lines) < _LINES_AT_LEAST or not lines[2]:
        return None
    number = lines[0]
    if not (number.isascii() and number.isdigit() and len(number) <= _DIGITS_AT_MOST):
        return None
    facts = (*lines[1:], *("" for _ in range(6)))[:6]
    return Owner(int(number), *facts)


def this_process() -> Owner:
    """Return what is to stand in our own lock files."""
    number = os.getpid()
    return Owner(number, PROGRAM, socket.gethostname(), *_installation(), *_start_here(number))


@cache
def _installation() -> tuple[str, str]:
    """Return the numbers of this installation and of this start of its kernel, as far as known."""
    places = ("/etc/machine-id", "/var/lib/dbus/machine-id")
    machine = next((text for text in map(_text_of, places) if text), "")
    return machine, _text_of("/proc/sys/kernel/random/boot_id")


@cache
def _start_here(process: int) -> tuple[str, str]:
    """Return since when this process runs, and in which space of process numbers."""
    try:
        numbers = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        numbers = ""
    return _start_of(process), numbers


def _start_of(process: int) -> str:
    """Return since when a process runs, in ticks of its kernel; empty where that is not told."""
    stat = _text_of(f"/proc/{process}/stat")
    fields = stat.rpartition(")")[2].split()  # the name before it may hold anything
    return fields[_START_TIME] if len(fields) > _START_TIME else ""


def process_exists(process: int) -> bool:
    """Tell whether there is a process of that number; elsewhere than on POSIX always."""
    if os.name != "posix":  # there the kernel always keeps locks
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
