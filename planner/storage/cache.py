"""What can be made again, kept on disk: the kernel, the draws, the evidence as it was read.

A file is the SHA-256 of its name and its content, then the content. It is used only if it and its
folder belong to the user and nobody else may write to them: what is in it is run as it is. Whatever
is amiss costs time and, where it will again, one line in the log; nothing is raised. Lowest floor
of planner.
"""

import contextlib
import errno
import hashlib
import logging
import os
import re
import stat
import time
from functools import cache
from pathlib import Path
from typing import Final

from planner.storage.leftovers import DAY, clear, is_older
from planner.storage.locks.system_lock import ask
from planner.storage.places import cache_folder
from planner.storage.temporary import TEMPORARY, replacing

LOG = logging.getLogger(__name__)

LARGEST: Final = 64 * 2**20
KEPT_AT_MOST: Final = 24
"""Files of a kind: each version of the model, and each moved range of an assumption, makes one."""

_HASH_BYTES: Final = 32
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_FLAGS: Final = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW"))
_LEFT_OVER: Final = re.compile(
    rf"{TEMPORARY.pattern}"
    r"|points_.+\.npy|\.?(kernel|draws|weights|points|evidence)_.+\.tmp",  # of earlier versions
    re.DOTALL,
)
_OF_OLD_KERNELS: Final = "kernels"


def kept(name: str) -> bytes | None:
    """Return what is kept under the name; None where nothing is, or nothing that may be used."""
    try:
        data = _bytes_of(_folder() / name)
    except FileNotFoundError:
        return None
    except OSError as error:
        _tell(_why(error))
        return None
    digest, content = data[:_HASH_BYTES], data[_HASH_BYTES:]
    if digest != _digest(name, content):
        LOG.info("%s in the cache is damaged or of another version; it is made anew", name)
        return None
    return content


def keep(name: str, content: bytes) -> None:
    """Keep the content whole or not at all, unless it is larger than 64 MB.

    The oldest of too many of its kind goes; the kind is what its name begins with: `kernel_`.
    """
    if len(content) > LARGEST:
        return
    try:
        _write(_folder() / name, _digest(name, content) + content)
    except OSError as error:
        _tell(_why(error))
    else:
        _leave_newest(name.partition("_")[0])


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + content).digest()


def _folder() -> Path:
    """Return the cache folder, swept. Raises OSError where it is not the user's alone."""
    folder = cache_folder()
    _check(folder.lstat(), folder)
    _check(folder.stat(), folder)
    _sweep(folder)
    return folder


def _check(found: os.stat_result, path: Path) -> None:
    """Raise PermissionError for what is another's, or what another may change.

    Access lists count: the group's part of the mode is the most that any of them grants.
    """
    if os.name != "posix":
        return
    if found.st_uid != os.geteuid():
        raise PermissionError(errno.EPERM, "it belongs to another user", str(path))
    if found.st_mode & _OTHERS_MAY_WRITE and not stat.S_ISLNK(found.st_mode):
        raise PermissionError(errno.EPERM, "other users may write to it", str(path))


def _bytes_of(path: Path) -> bytes:
    """Read a file through the descriptor that was checked. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | _FLAGS | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(descriptor)
        _check(found, path)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST + _HASH_BYTES:
            raise _not_ours(path)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def _not_ours(path: Path) -> OSError:
    return OSError(errno.EINVAL, "it is no file of ours", str(path))


def _write(path: Path, data: bytes) -> None:
    """Replace the file, under a lock that tells the writer lives. Raises OSError."""
    if path.is_dir():
        raise _not_ours(path)
    with replacing(path) as file:
        with contextlib.suppress(OSError):
            ask(file.fileno())
        file.write(data)


@cache
def _sweep(folder: Path) -> None:
    """Remove, once per process, what killed writers and earlier versions have left."""
    clear((folder, folder / _OF_OLD_KERNELS), _LEFT_OVER, _is_abandoned)


def _is_abandoned(path: Path) -> bool:
    """Tell whether nobody writes to a file: its lock is free, or it is a day old."""
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | _FLAGS | getattr(os, "O_NONBLOCK", 0))
        try:
            is_free = ask(descriptor, shared=True)
        finally:
            os.close(descriptor)
        if is_free is not None:
            return is_free
    return is_older(path, time.time() - DAY)


def _leave_newest(kind: str) -> None:
    with contextlib.suppress(OSError):
        files = [path for path in _folder().iterdir() if path.name.startswith(f"{kind}_")]
        files.sort(key=lambda path: path.lstat().st_mtime, reverse=True)
        for path in files[KEPT_AT_MOST:]:
            path.unlink(missing_ok=True)


def _why(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{(error.strerror or str(error)).rstrip('.')}"


@cache
def _tell(why: str) -> None:
    """Log why the cache is not used, once per process."""
    LOG.warning("the cache is not used, so every start takes longer: %s", why)
