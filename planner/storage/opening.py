"""Opens a file that a user named, to read it within a limit; lowest floor of planner.

Only regular files: a pipe or a device is refused at once instead of being waited for.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from typing import Final

from planner.storage.sentences.file_error import cause, refusal, shown_path
from planner.storage.sentences.message import message

BYTES_AT_MOST: Final = 4_000_000


@contextmanager
def regular_file(path: str | os.PathLike[str]) -> Iterator[BufferedIOBase]:
    """Open a regular file for reading; an error of the system inside, too, raises FileError."""
    name = shown_path(path)
    try:
        with os.fdopen(_descriptor(path, name), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise refusal("cannot_be_read", file=name, cause=message("not_a_file"))
            yield file
    except OSError as error:
        raise refusal("cannot_be_read", file=name, cause=cause(error)) from error


def _descriptor(path: str | os.PathLike[str], name: str) -> int:
    """Open without waiting for the other end of a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags)
    except ValueError as error:  # a name with a NUL
        raise refusal("cannot_be_read", file=name, cause=cause(error)) from None


def read_bytes(path: str | os.PathLike[str], most: int = BYTES_AT_MOST) -> bytes:
    """Return the bytes of a regular file, of at most 4 MB unless said. Raises FileError."""
    with regular_file(path) as file:
        return bytes_of(file, shown_path(path), most)


def bytes_of(file: BufferedIOBase, name: str, most: int = BYTES_AT_MOST) -> bytes:
    """Return the rest of an open file, at most so much. Raises FileError."""
    data = file.read(most + 1)
    if len(data) > most:
        raise refusal("too_large", file=name)
    return data
