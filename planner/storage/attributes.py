"""Whose a file is and who may read it, kept over its replacement; lowest floor of planner.

Owner, group, mode, access list and extended attributes go from the old file to the new one before
that takes the name. What the system does not let us keep is told, and never gives anybody a right
that they did not have.
"""

import contextlib
import errno
import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ACCESS_LIST: Final = "system.posix_acl_access"

_NO_MODES_HERE: Final = (errno.EPERM, errno.ENOTSUP)
_NONE_TO_READ: Final = (errno.ENOTSUP, errno.ENOSYS, errno.ENODATA, errno.EACCES, errno.EPERM)
_OF_THE_CONTENT: Final = ("security.capability", "security.ima", "security.evm")
_LABELS: Final = "security."
_HEAD: Final = 4  # bytes before the entries of an access list
_OF_THE_GROUP: Final = 4  # the tag of the entry of the owning group
_WITH_THE_OWNER: Final = stat.S_ISUID | stat.S_ISGID


@dataclass(frozen=True, slots=True)
class Attributes:
    """What a file has besides its content; `extended` are the names and values of attributes."""

    mode: int
    owner: int
    group: int
    extended: tuple[tuple[str, bytes], ...] = ()


def attributes_of(path: str | os.PathLike[str], found: os.stat_result) -> Attributes:
    """Return the attributes of a file, of which the system has just told the rest.

    Raises OSError where it cannot be told whether there are any.
    """
    mode = stat.S_IMODE(found.st_mode)
    return Attributes(mode, found.st_uid, found.st_gid, tuple(_extended(path)))


def give(descriptor: int, kept: Attributes) -> tuple[str, ...]:
    """Give an open file, made by us with mode 0600, these attributes; return what it lacks.

    Each is the key of a text: `its_owner`, `its_group`, `its_access_list`, `its_attributes`. Raises
    OSError where its mode cannot be set.
    """
    if not hasattr(os, "fchmod"):
        return ()
    has_owner, has_group = _owned(descriptor, kept)
    lost = [*([] if has_owner else ["its_owner"]), *([] if has_group else ["its_group"])]
    lost += _extended_lost(descriptor, kept)
    mode = kept.mode if has_owner and has_group else kept.mode & ~_WITH_THE_OWNER
    if not has_group:  # its members had the rights of everybody
        mode = _group_at_most(mode, mode)
    if "its_access_list" in lost:
        mode = _group_at_most(mode, _rights_of_group(kept))
    with _suppressed(*_NO_MODES_HERE):
        os.fchmod(descriptor, mode)
    return tuple(dict.fromkeys(lost))


def _extended(path: str | os.PathLike[str]) -> Iterator[tuple[str, bytes]]:
    if not hasattr(os, "listxattr"):
        return
    names: list[str] = []
    with _suppressed(*_NONE_TO_READ):
        names = os.listxattr(path)
    for name in names:
        if name not in _OF_THE_CONTENT:
            with _suppressed(*_NONE_TO_READ):
                yield name, os.getxattr(path, name)


def _owned(descriptor: int, kept: Attributes) -> tuple[bool, bool]:
    """Give owner and group, or the group alone; tell which of the two are right."""
    made = os.fstat(descriptor)
    for owner, group in ((kept.owner, kept.group), (-1, kept.group)):
        if (made.st_uid, made.st_gid) != (kept.owner, kept.group):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, owner, group)
            made = os.fstat(descriptor)
    return made.st_uid == kept.owner, made.st_gid == kept.group


def _group_at_most(mode: int, rights: int) -> int:
    """Return the mode with no more for the group than these rights, of three bits."""
    return mode & ~stat.S_IRWXG | mode & ((rights & stat.S_IRWXO) << 3)


def _rights_of_group(kept: Attributes) -> int:
    """Return what an access list gives the group itself: with one, the mode says something else."""
    found = dict(kept.extended).get(ACCESS_LIST)
    if found is None:
        return 0
    entries = struct.iter_unpack("<HHI", found[_HEAD:])
    return next((rights for tag, rights, _ in entries if tag == _OF_THE_GROUP), 0)


def _extended_lost(descriptor: int, kept: Attributes) -> Iterator[str]:
    """Set the extended attributes; yield what could not be set."""
    if not hasattr(os, "setxattr"):
        return
    if ACCESS_LIST not in dict(kept.extended):  # the folder may have given it one
        with contextlib.suppress(OSError):
            os.removexattr(descriptor, ACCESS_LIST)
    for name, value in kept.extended:
        try:
            os.setxattr(descriptor, name, value)
        except OSError:
            if name == ACCESS_LIST or name.startswith("system."):
                yield "its_access_list"
            elif not name.startswith(_LABELS):  # the system labels a new file by itself
                yield "its_attributes"


@contextlib.contextmanager
def _suppressed(*numbers: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in numbers:
            raise
