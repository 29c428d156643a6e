"""Writes a file whole or not at all, whatever dies in between; top floor of planner.

The new bytes go to a file beside the target, reach the disk, are read back and compared, and only
then take the target's name. Works on bytes alone: it does not know what they mean.
"""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import Final

from planner.files.file_error import FileError, cause, shown_path

_NAME_AT_MOST: Final = 40  # of the temporary name: at four bytes a letter it still fits a folder
_NOT_FOR_FOLDERS: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM)


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file by one that holds `data`; on any failure the old one stays as it was.

    A symbolic link stays and its target is replaced; the file's mode is kept. Raises FileError.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(path, target)
        temporary = target.with_name(
            f".{target.name[:_NAME_AT_MOST]}.{os.getpid()}.{secrets.token_hex(4)}.tmp"
        )
        _write_and_replace(temporary, target, data, mode)
        _flush_folder(target.parent)
    except OSError as error:
        message = f"{shown_path(path)} cannot be saved: {cause(error)}"
        raise FileError(message) from error


def _mode_of(path: str | os.PathLike[str], target: Path) -> int | None:
    """Return the mode to keep, None for a new file; refuse what is no file to replace."""
    try:
        found = target.stat()
    except FileNotFoundError:
        if Path(path).is_symlink():
            message = f"{shown_path(path)} cannot be saved: it is a link that leads nowhere"
            raise FileError(message) from None
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        message = f"{shown_path(path)} cannot be saved: it is a device or a pipe, not a file"
        raise FileError(message)
    if not os.access(target, os.W_OK):
        message = f"{shown_path(path)} cannot be saved: the file is read-only"
        raise FileError(message)
    return stat.S_IMODE(found.st_mode)


def _write_and_replace(temporary: Path, target: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        _compare(temporary, data)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _compare(written: Path, data: bytes) -> None:
    if written.read_bytes() != data:
        raise OSError(errno.EIO, "what was written reads back differently")


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
