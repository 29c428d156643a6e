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
import secrets
import stat
import sys
import time
from functools import cache
from pathlib import Path
from typing import Final

from planner.storage.places import cache_folder

if sys.platform != "win32":
    import fcntl

LOG = logging.getLogger(__name__)

LARGEST: Final = 64 * 2**20

_HASH_BYTES: Final = 32
_FOR_THE_USER_ALONE: Final = 0o600
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_FLAGS: Final = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW"))
_LEFTOVER: Final = re.compile(r"\.?(kernel|draws|weights|points|evidence)_.+\.tmp")
_OF_EARLIER_VERSIONS: Final = re.compile(r"points_.+\.npy")
_OF_OLD_KERNELS: Final = "kernels"
_DAY: Final = 86_400.0


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
    """Keep the content whole or not at all, unless it is larger than 64 MB."""
    if len(content) > LARGEST:
        return
    try:
        _write(_folder() / name, _digest(name, content) + content)
    except OSError as error:
        _tell(_why(error))


def leave_newest(kind: str, count: int) -> None:
    """Remove all but the newest files of a kind: those whose names begin with it."""
    with contextlib.suppress(OSError):
        files = [path for path in _folder().iterdir() if path.name.startswith(f"{kind}_")]
        files.sort(key=lambda path: path.lstat().st_mtime, reverse=True)
        for path in files[count:]:
            path.unlink(missing_ok=True)


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
    """Write to a name that nobody can guess, under a lock that tells the writer lives, and rename.

    Raises OSError; what is there already is removed then.
    """
    if path.is_dir():
        raise _not_ours(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS
    descriptor = os.open(temporary, flags, _FOR_THE_USER_ALONE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _lock(descriptor, for_writing=True)
            file.write(data)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _lock(descriptor: int, *, for_writing: bool) -> bool:
    """Lock an open file for as long as it is open; tell whether this system could."""
    if sys.platform == "win32":
        return False
    kind = fcntl.LOCK_EX if for_writing else fcntl.LOCK_SH
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:  # a file system without locks
        return False
    return True


@cache
def _sweep(folder: Path) -> None:
    """Remove, once per process, what killed writers and earlier versions have left."""
    for place in (folder, folder / _OF_OLD_KERNELS):
        with contextlib.suppress(OSError):
            names = {path: path.name for path in place.iterdir()}
            written = [path for path, name in names.items() if _LEFTOVER.fullmatch(name)]
            old = [path for path, name in names.items() if _OF_EARLIER_VERSIONS.fullmatch(name)]
            for path in (*old, *filter(_is_abandoned, written)):
                with contextlib.suppress(OSError):
                    path.unlink()


def _is_abandoned(path: Path) -> bool:
    """Tell whether nobody writes to a file: its lock is free, or it is a day old."""
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | _FLAGS | getattr(os, "O_NONBLOCK", 0))
        try:
            if _lock(descriptor, for_writing=False):
                return True
        except BlockingIOError:
            return False
        finally:
            os.close(descriptor)
    with contextlib.suppress(OSError):
        return time.time() - path.lstat().st_mtime > _DAY
    return False


def _why(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{(error.strerror or str(error)).rstrip('.')}"


@cache
def _tell(why: str) -> None:
    """Log why the cache is not used, once per process."""
    LOG.warning("the cache is not used, so every start takes longer: %s", why)
