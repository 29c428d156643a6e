"""Which file it was, and what was in it: tells whether somebody changed it since.

Top floor of planner. It compares; what becomes of a changed file is decided by who asks.
"""

import os
from dataclasses import dataclass
from io import BufferedIOBase

from planner.files.file_error import FileError
from planner.files.opening import regular_file


@dataclass(frozen=True, slots=True)
class Identity:
    """A file at one moment: where it is on the disk, how large, when changed (ns), its SHA-256."""

    device: int
    inode: int
    size: int
    changed: int
    digest: str


def identity_of(path: str | os.PathLike[str]) -> Identity | None:
    """Return what the file is now; None where no file is, or none that can be read."""
    try:
        with regular_file(path) as file:
            return identity_of_open(file)
    except FileError:
        return None


def identity_of_open(file: BufferedIOBase) -> Identity:
    """Return what an open file is; it is read from its beginning to its end."""
    import hashlib

    found = os.fstat(file.fileno())
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Identity(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, digest)
