"""Writes a file whole or not at all, whatever dies in between; top floor of planner.

The new bytes go to a file beside the target, reach the disk, are read back and compared, and only
then take the target's name. A flush that fails is a failed save and never tried again: the system
may have dropped the bytes. Works on bytes alone: it does not know what they mean.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planner.files.file_error import cause, refusal, shown_path
from planner.files.message import message
from planner.files.previous import keep_previous

_NAME_AT_MOST: Final = 40  # of the temporary name: at four bytes a letter it still fits a folder
_NOT_FOR_FOLDERS: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM)
_NO_MODES_HERE: Final = (errno.EPERM, errno.ENOTSUP)


def write_atomically(path: str | os.PathLike[str], data: bytes, *, backup: bool = False) -> None:
    """Replace the file by one that holds `data`; on any failure the old one stays as it was.

    A symbolic link stays and its target is replaced; the file's mode is kept. With `backup` the
    old file stays beside the new one as `.bak`, where the system can do so. Raises FileError.
    """
    try:
        target, mode = _place(path)
        temporary = temporary_beside(target)
        _write(temporary, data, mode)
        _replace(temporary, target, data, backup=backup and mode is not None)
        _flush_folder(target.parent)
    except OSError as error:
        raise refusal("cannot_be_saved", file=shown_path(path), cause=cause(error)) from error


def temporary_beside(target: Path) -> Path:
    """Return a name beside the target that nobody else uses and that tells who made it."""
    own = f"{os.getpid()}.{os.urandom(4).hex()}.tmp"
    return target.with_name(f".{target.name[:_NAME_AT_MOST]}.{own}")


def _place(path: str | os.PathLike[str]) -> tuple[Path, int | None]:
    """Return the file behind all links, and the mode it has."""
    try:
        target = Path(os.path.realpath(path))
        return target, _mode_of(path, target)
    except ValueError as error:  # a name with a NUL
        raise refusal("cannot_be_saved", file=shown_path(path), cause=cause(error)) from None


def _mode_of(path: str | os.PathLike[str], target: Path) -> int | None:
    """Return the mode to keep, None for a new file; refuse what is no file to replace."""
    try:
        found = target.stat()
    except FileNotFoundError:
        if Path(path).is_symlink():
            raise _refusal(path, "dangling_link") from None
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise _refusal(path, "not_a_file")
    if not os.access(target, os.W_OK):
        raise _refusal(path, "file_read_only")
    return stat.S_IMODE(found.st_mode)


def _refusal(path: str | os.PathLike[str], why: str) -> Exception:
    return refusal("cannot_be_saved", file=shown_path(path), cause=message(why))


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    """Bring the bytes to the disk; what is there already after a failure is removed."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    with _removed_unless_done(temporary):
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            _keep_mode(temporary, mode)


def _keep_mode(temporary: Path, mode: int) -> None:
    try:
        temporary.chmod(mode)
    except OSError as error:
        if error.errno not in _NO_MODES_HERE:
            raise


def _replace(temporary: Path, target: Path, data: bytes, *, backup: bool) -> None:
    with _removed_unless_done(temporary):
        if temporary.read_bytes() != data:
            raise OSError(errno.EIO, "what was written reads back differently")
        if backup:
            keep_previous(target, temporary_beside(target))
        temporary.replace(target)


@contextlib.contextmanager
def _removed_unless_done(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can flush a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # a folder one may write to but not list
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(descriptor)
