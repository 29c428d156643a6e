"""One file, one writer: a lock beside each file that is open for writing, in whatever process.

The lock of a process that is gone is taken over at once. Where no lock can be made, in a folder
that takes no new files, the file opens all the same; whoever opens it says so.
"""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QLockFile, QSysInfo

NAME_AT_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Grant:
    """What came of asking for a lock; where it is taken, by which process.

    `host` is empty for a process on this computer, which is known to run.
    """

    state: Literal["held", "taken", "impossible"]
    process: int = 0
    host: str = ""


class Locks:
    """The locks that this window holds, by the key of the document."""

    def __init__(self) -> None:
        self._held: dict[str, QLockFile] = {}

    def take(self, key: str, path: Path) -> Grant:
        """Take the lock of a file for a document, in place of the one it has."""
        if self.holds(key, path):
            return Grant("held")
        lock = QLockFile(str(lock_path(path)))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            self.release(key)
            self._held[key] = lock
            return Grant("held")
        if lock.error() == QLockFile.LockError.LockFailedError:
            return _taken(lock)
        return Grant("impossible")

    def holds(self, key: str, path: Path) -> bool:
        """Tell whether a document has the lock of this file, wherever its name leads by now."""
        lock = self._held.get(key)
        return lock is not None and lock.fileName() == str(lock_path(path))

    def hand_over(self, key: str, other: str) -> None:
        """Let another document have the lock taken under `key`; it gives its own back."""
        self.release(other)
        lock = self._held.pop(key, None)
        if lock is not None:
            self._held[other] = lock

    def break_open(self, path: Path) -> None:
        """Remove a lock of a computer that cannot be asked whether its process still runs."""
        lock_path(path).unlink(missing_ok=True)

    def release(self, key: str) -> None:
        """Give back the lock of a document, if it has one."""
        lock = self._held.pop(key, None)
        if lock is not None:
            lock.unlock()


def lock_path(path: Path) -> Path:
    """Return where the lock of a file is; a link and what it leads to share one."""
    target = Path(os.path.realpath(path))
    name = target.name
    if len(os.fsencode(name)) > NAME_AT_MOST:
        name = sha256(os.fsencode(name)).hexdigest()
    return target.with_name(f".{name}.lock")


def _taken(lock: QLockFile) -> Grant:
    """Say who holds a lock, as far as its file tells."""
    process, host, _ = lock.getLockInfo()
    return Grant("taken", process, host if host != QSysInfo.machineHostName() else "")
