"""Reads the bytes of a file a user named, within a limit; top floor of planner.

Only regular files: a pipe or a device is refused at once instead of being waited for.
"""

import os
import stat
from typing import Final

from planner.files.file_error import FileError, cause, shown_path

BYTES_AT_MOST: Final = 4_000_000


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a regular file of at most 4 MB. Raises FileError."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb") as file:
            _check_kind(path, os.fstat(descriptor))
            data = file.read(BYTES_AT_MOST + 1)
    except OSError as error:
        message = f"{shown_path(path)} cannot be read: {cause(error)}"
        raise FileError(message) from error
    if len(data) > BYTES_AT_MOST:
        message = f"{shown_path(path)} is too large; a scenario file has at most 4 MB"
        raise FileError(message)
    return data


def _check_kind(path: str | os.PathLike[str], found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        message = f"{shown_path(path)} cannot be read: it is a device or a pipe, not a file"
        raise FileError(message)
