"""Which file it was, and what was in it: tells whether somebody changed it since.

Lowest floor of planner. It compares; what becomes of a changed file is decided by whoever
asks. A file that is larger than a scenario file can be is told by its size and dates, and not read.
"""

import os
from dataclasses import dataclass
from io import BufferedIOBase

from planner.storage.opening import BYTES_AT_MOST, regular_file
from planner.storage.sentences.file_error import FileError


@dataclass(frozen=True, slots=True)
class Identity:
    """A file at one moment: where it is on the disk, how large, when changed (ns), its SHA-256.

    The digest is empty where the file was not read.
    """

    device: int
    inode: int
    size: int
    changed: int
    digest: str

    def is_same(self, other: "Identity") -> bool:
        """Tell whether two looks saw the same content; a file not read is told by all the rest."""
        return self.digest == other.digest if self.digest else self == other


def identity_of(path: str | os.PathLike[str]) -> Identity | None:
    """Return what the file is now; None where no file is, or none that can be read."""
    try:
        return read_identity(path)
    except FileError:
        return None


def read_identity(path: str | os.PathLike[str], most: int = BYTES_AT_MOST) -> Identity:
    """Return what the file is now; one larger than `most` is not read. Raises FileError."""
    with regular_file(path) as file:
        found = os.fstat(file.fileno())
        if found.st_size > most:
            return _identity(found, "")
        return identity_of_open(file)


def identity_of_open(file: BufferedIOBase) -> Identity:
    """Return what an open file is; it is read from its beginning to its end."""
    import hashlib

    found = os.fstat(file.fileno())
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    return _identity(found, digest)


def _identity(found: os.stat_result, digest: str) -> Identity:
    return Identity(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, digest)
