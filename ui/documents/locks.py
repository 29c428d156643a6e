"""One file, one writer: the locks that this window holds on the files it may write.

Where no lock can be made, in a folder that takes no new files, the file opens all the same; whoever
opens it says so. How a lock is taken and who is alive is decided in `planner.storage.locks.lock`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from planner.storage.locks.lock import HeldLock, Refusal, clear_away, lock_path, take_lock

__all__ = ["Grant", "Locks", "lock_path"]


@dataclass(frozen=True, slots=True)
class Grant:
    """What came of asking for a lock; where it is taken, by which process.

    `host` is empty for a process on this computer, which is known to run. `strange`: what has the
    name of the lock is none.
    """

    state: Literal["held", "taken", "strange", "impossible"]
    process: int = 0
    host: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether somebody or something keeps the lock from us."""
        return self.state in {"taken", "strange"}

    @property
    def can_be_broken(self) -> bool:
        """Whether a user may know better than we do that nobody writes to the file."""
        return self.state == "strange" or bool(self.host)


class Locks:
    """The locks that this window holds, by the key of the document."""

    def __init__(self) -> None:
        self._held: dict[str, HeldLock] = {}

    def take(self, key: str, path: Path) -> Grant:
        """Take the lock of a file for a document, in place of the one it has."""
        return Grant("held") if self.holds(key, path) else self.put(key, take_lock(lock_path(path)))

    def put(self, key: str, answer: HeldLock | Refusal) -> Grant:
        """Let a document have what `take_lock` gave for its file."""
        if isinstance(answer, Refusal):
            return Grant(answer.why, answer.process, answer.host)
        self.release(key)
        self._held[key] = answer
        return Grant("held")

    def holds(self, key: str, path: Path) -> bool:
        """Tell whether a document has the lock of this file, wherever its name leads by now."""
        lock = self._held.get(key)
        return lock is not None and lock.path == lock_path(path)

    def hand_over(self, key: str, other: str) -> None:
        """Let another document have what is held under `key`; what it had is held there then."""
        lock, old = self._held.pop(key, None), self._held.pop(other, None)
        if lock is not None:
            self._held[other] = lock
        if old is not None:
            self._held[key] = old

    def break_open(self, path: Path) -> None:
        """Clear away a lock nobody on this computer holds. Raises OSError."""
        clear_away(lock_path(path))

    def release(self, key: str) -> None:
        """Give back the lock of a document, if it has one."""
        lock = self._held.pop(key, None)
        if lock is not None:
            lock.release()

    def held(self) -> dict[str, Path]:
        """Return where each lock is by the key of its document."""
        return {key: lock.path for key, lock in dict(self._held).items()}
