"""Writes a file whole or not at all, whatever dies in between; lowest floor of planner.

The new bytes go to a file beside the target, reach the disk, are read back and compared, and only
then take the target's name, with the owner, the mode and all else that the target has. They may
come in pieces, of which none is held: what is compared is their digest. A flush of the file that
fails is a failed save and never tried again: the system may have dropped the bytes.
One of the folder that fails is told: the file is there and may not outlast a power cut. Works on
bytes alone: it does not know what they mean.
"""

import errno
import os
import stat
from collections.abc import Iterable
from functools import partial
from hashlib import file_digest, sha256
from io import BufferedRandom
from pathlib import Path
from typing import Final

from planner.storage.attributes import Attributes, attributes_of, give
from planner.storage.previous import keep_previous
from planner.storage.sentences.file_error import cause, refusal, shown_path
from planner.storage.sentences.message import Message, message
from planner.storage.streams import descriptor_path
from planner.storage.temporary import OURS_ALONE, check_room, replacing

_NOT_FOR_FOLDERS: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM)
_AS_USUAL: Final = 0o666  # less what the user's mask takes away

Remarks = tuple[Message, ...]
"""What a user should know of a file that is saved all the same, a sentence each."""


def write_atomically(
    path: str | os.PathLike[str],
    data: bytes | Iterable[bytes],
    *,
    backup: bool = False,
    private: bool = False,
) -> Remarks:
    """Replace the file by one that holds `data`; on any failure the old one stays as it was.

    Data that comes in pieces is written piece by piece, and may fail on the way. A symbolic link
    stays and its target is replaced; owner, group, mode, access list and extended attributes are
    kept as far as the system lets us, and until it has them nobody else may read the new file. With
    `backup` the old file stays beside the new one as `.bak`, where the system can do so; a
    `private` file is for its owner alone, whatever it was. Returns what its user should know of the
    saved file. Raises FileError.
    """
    name = shown_path(path)
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        target, kept = _place(path)
        mode = _AS_USUAL if kept is None and not private else OURS_ALONE
        before = partial(keep_previous, target) if backup and kept is not None else None
        with replacing(target, mode, before) as file:
            lost = _fill(file, pieces, None if private else kept)
        doubt = _doubt_about(target.parent)
    except OSError as error:
        raise refusal("cannot_be_saved", file=name, cause=cause(error)) from error
    remarks = [] if doubt is None else [message("saved_not_flushed", file=name, cause=doubt)]
    if lost:
        remarks.append(message("saved_without", file=name, lost=tuple(map(message, lost))))
    return tuple(remarks)


def check_writable(path: str | os.PathLike[str]) -> None:
    """Raise FileError where a file could not be written now; leaves nothing behind."""
    try:
        target, _ = _place(path)
        check_room(target)
    except OSError as error:
        raise refusal("cannot_be_saved", file=shown_path(path), cause=cause(error)) from error


def _place(path: str | os.PathLike[str]) -> tuple[Path, Attributes | None]:
    """Return the file behind all links, and what is to be kept of it."""
    if descriptor_path(path) is not None:
        raise _refusal(path, "open_elsewhere")
    try:
        target = Path(os.path.realpath(path))
        return target, _kept_of(path, target)
    except ValueError as error:  # a name with a NUL
        raise refusal("cannot_be_saved", file=shown_path(path), cause=cause(error)) from None


def _kept_of(path: str | os.PathLike[str], target: Path) -> Attributes | None:
    """Return the attributes to keep, None for a new file; refuse what is no file to replace."""
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
    return attributes_of(target, found)


def _refusal(path: str | os.PathLike[str], why: str) -> Exception:
    return refusal("cannot_be_saved", file=shown_path(path), cause=message(why))


def _fill(
    file: BufferedRandom, pieces: Iterable[bytes], kept: Attributes | None
) -> tuple[str, ...]:
    """Bring the bytes to the disk and return what the file lacks of what is to be kept."""
    written = sha256()
    for piece in pieces:
        file.write(piece)
        written.update(piece)
    file.flush()
    lost = () if kept is None else give(file.fileno(), kept)
    os.fsync(file.fileno())
    file.seek(0)
    if file_digest(file, sha256).digest() != written.digest():
        raise OSError(errno.EIO, "what was written reads back differently")
    return lost


def _doubt_about(folder: Path) -> Message | None:
    """Make the new name last through a power cut; return why that is not certain.

    Nothing is said where the system flushes no folders: there a name lasts as long as names do.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:  # some folders may be written to and not be listed
        return None if error.errno in _NOT_FOR_FOLDERS else cause(error)
    return None
