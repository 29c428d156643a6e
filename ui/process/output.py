"""Where the terminal's answers go: text to standard output, one line to standard error."""

import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TextIO

from planner import __name__ as planner_name
from planner.storage.sentences.file_error import FileError, one_line

_STANDARD_ERROR: Final = 2
_OVER_PROGRESS: Final = "\r\x1b[K"
"""Goes back to where a line begins that tells how far work is, and clears it."""


def say(text: str) -> None:
    """Write a text and a line break to standard output."""
    try:
        sys.stdout.write(f"{text}\n")
    except BrokenPipeError:
        forget_output()


def say_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    say_pieces((data,))


def say_pieces(pieces: Iterable[bytes]) -> None:
    """Do the same piece by piece; what nobody reads any more is not asked for."""
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        forget_output()


def complain(message: str) -> None:
    """Write one line to standard error; where that takes nothing the exit code has to tell."""
    try:
        sys.stdout.flush()
    except OSError:
        forget_output()
    over = _OVER_PROGRESS if sys.stderr.isatty() else ""
    try:
        sys.stderr.write(f"{over}suanli: {one_line(message)}\n")
        sys.stderr.flush()
    except OSError:
        _forget(sys.stderr)


def complain_of(error: Exception) -> None:
    """Write the sentence of an error.

    Where several things are wrong with a file each has a line of its own below it.
    """
    complain(str(error))
    for detail in error.details if isinstance(error, FileError) else ():
        complain(str(detail))


def note(text: str) -> None:
    """Tell a person who waits at the terminal what takes time; say nothing to a program."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{text}\n")


class _Told(logging.Handler):
    """Tells in one line, as complaints are told, what the planner warns of."""

    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


def tell_warnings() -> None:
    """Let what the planner warns of be told as complaints are."""
    log = logging.getLogger(planner_name)
    if not any(isinstance(handler, _Told) for handler in log.handlers):
        log.addHandler(_Told(logging.WARNING))


def take_any_letter() -> None:
    """Let text that the terminal cannot show be escaped instead of refused.

    A stream that is closed takes everything and shows nothing; no file of ours gets its number.
    """
    _open_all()
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def is_closed(number: int) -> bool:
    """Tell whether standard output, 1, or error, 2, was closed when the program started."""
    return {1: sys.__stdout__, 2: sys.__stderr__}[number] is None


def _open_all() -> None:
    """Let the numbers of standard streams that are closed lead nowhere."""
    number = 0
    while number <= _STANDARD_ERROR:
        number = os.open(os.devnull, os.O_RDWR)
    os.close(number)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def forget_output() -> None:
    """Send what is still to come nowhere: whoever read it has gone."""
    _forget(sys.stdout)


def _forget(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    except OSError:  # the stream is no file, as in a test
        return
    finally:
        os.close(nowhere)
