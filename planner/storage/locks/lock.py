"""One writer at a time: a lock file that the kernel holds while its process lives.

Lowest floor of planner. The lock is on the open file (flock): it ends with its process however that
ends, and no process number can be mistaken for another. What the file says counts where the kernel
cannot know: another computer shares or syncs the folder, or the file system keeps no locks.

Plain functions of a path that may wait for a slow disk: call them in any thread.
"""

import contextlib
import errno
import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from planner.storage.locks.owner import Owner, owner_in, this_process
from planner.storage.locks.system_lock import BYTES_AT_MOST, ask, give_back
from planner.storage.names import LOCK_ENDING

NAME_AT_MOST: Final = 130  # so that no encrypted folder refuses the lock of a name that it took
_TRIES: Final = 20
_OWNER: Final = 0o600
_OTHERS: Final = 0o044  # whoever may look into the folder must be able to ask for the lock
_FLAGS: Final = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CHANGED_MEANWHILE: Final = frozenset({errno.ENOENT, errno.EEXIST, errno.ELOOP, errno.ENXIO})

_held: set[tuple[int, int]] = set()  # where the kernel keeps no locks: what is our own


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a lock cannot be had.

    `taken`: by a process, on the computer `host` where that is another one. `strange`: what has
    its name is no lock file, or none that can be asked. `impossible`: no lock can be made there.
    """

    why: Literal["taken", "strange", "impossible"]
    process: int = 0
    host: str = ""


class HeldLock:
    """A lock that this process has until it is released or the process ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor
        _held.add(_place_of(os.fstat(descriptor)))

    def has_its_file(self) -> bool:
        """Tell whether others still find it: its file was neither removed nor replaced."""
        try:
            return self._descriptor is not None and _has_name(self.path, self._descriptor)
        except OSError:
            return False

    def release(self) -> None:
        """Give the lock back and remove its file, unless somebody took its name over."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        _held.discard(_place_of(os.fstat(descriptor)))
        _remove(self.path, descriptor)
        give_back(descriptor)
        os.close(descriptor)
        if os.name == "nt":  # where what is open cannot be removed
            with contextlib.suppress(OSError):
                self.path.unlink()


def lock_path(path: Path) -> Path:
    """Return where the lock of a file is; a link and what it leads to share one."""
    target = Path(os.path.realpath(path))
    name = target.name
    if len(os.fsencode(name)) > NAME_AT_MOST:
        name = sha256(os.fsencode(name)).hexdigest()
    return target.with_name(f".{name}{LOCK_ENDING}")


def take_lock(path: Path, *, kernel_decides: bool = False) -> HeldLock | Refusal:
    """Take the lock of that name, or say why not; never waits for its holder.

    A lock file that names another computer is taken only if `kernel_decides`.
    """
    try:
        for _ in range(_TRIES):
            answer = _attempt(path, kernel_decides=kernel_decides)
            if answer is not None:
                return answer
    except (OSError, ValueError):
        return Refusal("impossible")
    return Refusal("taken" if os.path.lexists(path) else "impossible")


def is_locked(path: Path) -> bool:
    """Tell whether somebody, this process included, has the lock of that name."""
    if not os.path.lexists(path):
        return False
    answer = take_lock(path)
    if isinstance(answer, Refusal):
        return answer.why == "taken"
    answer.release()
    return False


def clear_away(path: Path) -> None:
    """Remove what stands where a lock should; what somebody may miss gets another name.

    Raises OSError.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISDIR(found.st_mode):
        with contextlib.suppress(OSError):
            path.rmdir()
            return
    elif not stat.S_ISREG(found.st_mode) or found.st_size <= BYTES_AT_MOST:
        path.unlink()
        return
    path.rename(path.with_name(f"{path.name}.{os.urandom(4).hex()}.old"))


def _attempt(path: Path, *, kernel_decides: bool) -> HeldLock | Refusal | None:
    """Try once; None where the file was changed or removed meanwhile."""
    with contextlib.suppress(FileNotFoundError):
        if not _is_lock_file(path.lstat()):
            return Refusal("strange")
    try:
        descriptor, is_new = _opened(path)
    except OSError as error:
        if error.errno in _CHANGED_MEANWHILE:
            return None
        if isinstance(error, PermissionError) and os.path.lexists(path):
            return Refusal("strange")
        raise
    answer: HeldLock | Refusal | None = None
    try:
        answer = _answer(path, descriptor, is_new=is_new, kernel_decides=kernel_decides)
    finally:
        if not isinstance(answer, HeldLock):
            os.close(descriptor)
    return answer


def _answer(
    path: Path, descriptor: int, *, is_new: bool, kernel_decides: bool
) -> HeldLock | Refusal | None:
    if not _is_lock_file(os.fstat(descriptor)):
        return None
    owner = None if is_new else _owner_named(descriptor)
    is_granted = ask(descriptor)
    if not _has_name(path, descriptor):
        return None
    is_foreign = not kernel_decides and owner is not None and not owner.is_on_this_computer()
    is_alive = is_granted is None and _is_alive(owner, descriptor, kernel_decides=kernel_decides)
    if is_granted is False or is_foreign or is_alive:
        return _taken(owner)
    if not is_new and (is_granted is None or os.fstat(descriptor).st_nlink > 1):
        _remove(path, descriptor)  # only a new file is surely ours to write to: a link shares it
        return Refusal("strange") if _has_name(path, descriptor) else None
    _sign(descriptor)
    return HeldLock(path, descriptor)


def _opened(path: Path) -> tuple[int, bool]:
    """Open the lock file, to write if that is allowed, and tell whether it is new."""
    try:
        return os.open(path, _FLAGS | os.O_RDWR), False
    except FileNotFoundError:
        descriptor = os.open(path, _FLAGS | os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER)
    except OSError as error:  # made by another user: the kernel lets us lock it all the same
        if error.errno not in _READ_ONLY:
            raise
        return os.open(path, _FLAGS | os.O_RDONLY), False
    if hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):
            os.fchmod(descriptor, _OWNER | _OTHERS & path.parent.stat().st_mode)
    return descriptor, True


def _sign(descriptor: int) -> None:
    """Write who we are, as far as there is room and leave to."""
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, this_process().to_bytes())


def _owner_named(descriptor: int) -> Owner | None:
    """Return who is named; nobody where a share lets only the holder read."""
    try:
        return owner_in(os.read(descriptor, BYTES_AT_MOST))
    except OSError:
        return None


def _is_alive(owner: Owner | None, descriptor: int, *, kernel_decides: bool) -> bool:
    """Tell by the text alone whether a lock still has its owner."""
    if owner is None:
        return False
    if not owner.can_be_asked():
        return not kernel_decides
    if owner.process == os.getpid():
        return _place_of(os.fstat(descriptor)) in _held
    return owner.is_running()


def _taken(owner: Owner | None) -> Refusal:
    if owner is None:
        return Refusal("taken")
    return Refusal("taken", owner.process, "" if owner.is_on_this_computer() else owner.host)


def _remove(path: Path, descriptor: int) -> None:
    with contextlib.suppress(OSError):
        if _has_name(path, descriptor):
            path.unlink()


def _has_name(path: Path, descriptor: int) -> bool:
    """Tell whether the open file still is the one of that name."""
    try:
        return _place_of(path.lstat()) == _place_of(os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _is_lock_file(found: os.stat_result) -> bool:
    return stat.S_ISREG(found.st_mode) and found.st_size <= BYTES_AT_MOST


def _place_of(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
