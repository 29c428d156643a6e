"""Names that are no files: open descriptors, pipes, devices; lowest floor of planner.

`/dev/stdout` is a link that leads to the very log a shell appends to: whoever follows it replaces
the log. What such a name stands for is written through instead, never cut short and never replaced.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from select import select
from time import monotonic, sleep
from typing import Final

from planner.storage.sentences.file_error import FileError, cause, refusal, shown_path
from planner.storage.sentences.message import message

READER_WITHIN: Final = 5.0
"""Seconds that a named pipe has to find a reader."""
_ASK_EVERY: Final = 0.05
_LINKS_AT_MOST: Final = 40
_OF_A_DESCRIPTOR: Final = re.compile(
    r"/(?P<whose>proc/[0-9]+|dev)(?:/task/[0-9]+)?/fd/(?P<number>[0-9]+)"
)


@dataclass(frozen=True, slots=True)
class Stream:
    """Something open that takes bytes behind those it has; `name` is what the user called it."""

    name: str
    descriptor: int

    def write(self, data: bytes | Iterable[bytes]) -> None:
        """Write everything and close; one that nobody reads any more takes the rest unread.

        Pieces are written one by one, and none is asked for that nobody reads. Raises FileError.
        """
        try:
            for piece in (data,) if isinstance(data, bytes) else data:
                self._write(piece)
        except BrokenPipeError:
            return
        except OSError as error:
            raise _refused(self.name, error) from error
        finally:
            self.close()

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(self.descriptor, rest) :]
            except BlockingIOError:
                select((), (self.descriptor,), ())

    def close(self) -> None:
        """Let go of it unwritten."""
        os.close(self.descriptor)

    def leads_to(self, descriptor: int) -> bool:
        """Tell whether what is written comes where a descriptor of this process leads."""
        try:
            mode = os.fstat(self.descriptor).st_mode
            same = os.path.sameopenfile(self.descriptor, descriptor)
        except OSError:
            return False
        return same and (not stat.S_ISCHR(mode) or os.isatty(descriptor))

    def place(self) -> tuple[int, int] | None:
        """Return what only names of the same file or pipe share; None for a device."""
        found = os.fstat(self.descriptor)
        return None if stat.S_ISCHR(found.st_mode) else (found.st_dev, found.st_ino)


def open_stream(path: str | os.PathLike[str]) -> Stream | None:
    """Return what is behind a name that is no file, ready to be written; None for every other.

    Raises FileError where it cannot be written, or must not: a disk, a file that another program
    has open, a pipe that nobody reads from.
    """
    name, place = shown_path(path), descriptor_path(path)
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        if place is None:  # what is wrong with a file is told by whoever writes files
            return None
        raise _refused(name, error) from error
    is_file = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
    if place is None and is_file:
        return None
    try:
        return Stream(name, _descriptor(path, place, mode))
    except OSError as error:
        raise _refused(name, error) from error


def descriptor_path(path: str | os.PathLike[str]) -> str | None:
    """Return where the system lists the open descriptor that a name stands for, if it does.

    Follows links one by one, but not the last, which would lead to the file that is open.
    """
    name = os.fspath(path)
    for _ in range(_LINKS_AT_MOST):
        try:
            folder, last = os.path.split(name)
            place = Path(os.path.realpath(folder), last)
            if _OF_A_DESCRIPTOR.fullmatch(str(place)):
                return str(place)
            name = str(place.parent / place.readlink())
        except (OSError, ValueError):
            return None
    return None


def own_descriptor(place: str | None) -> int | None:
    """Return the number of a descriptor of this process, None for that of another."""
    found = _OF_A_DESCRIPTOR.fullmatch(place or "")
    if found is None:
        return None
    own = {"dev", os.path.realpath("/proc/self").lstrip("/")}
    return int(found["number"]) if found["whose"] in own else None


def _descriptor(path: str | os.PathLike[str], place: str | None, mode: int) -> int:
    """Return a new descriptor that writes behind what is there already."""
    name = shown_path(path)
    own = own_descriptor(place)
    if own is not None:
        return _copy_for_writing(own, name)
    if stat.S_ISFIFO(mode):
        return _pipe(path, name)
    if stat.S_ISCHR(mode):
        return _opened(path)
    raise _refusal(name, "not_a_file" if place is None else "open_elsewhere")


def _copy_for_writing(descriptor: int, name: str) -> int:
    """Return a second descriptor of what is open. Raises FileError for one that only reads."""
    import fcntl

    if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise _refusal(name, "open_for_reading")
    return os.dup(descriptor)


def _opened(path: str | os.PathLike[str]) -> int:
    """Open a device or a pipe for writing, without waiting for its other end."""
    descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    os.set_blocking(descriptor, True)
    return descriptor


def _pipe(path: str | os.PathLike[str], name: str) -> int:
    """Open a named pipe as soon as somebody reads from it."""
    end = monotonic() + READER_WITHIN
    while True:
        try:
            return _opened(path)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if monotonic() > end:
                raise _refusal(name, "nobody_reads") from None
        sleep(_ASK_EVERY)


def _refusal(name: str, why: str) -> FileError:
    return refusal("cannot_be_saved", file=name, cause=message(why))


def _refused(name: str, error: OSError | ValueError) -> FileError:
    return refusal("cannot_be_saved", file=name, cause=cause(error))
