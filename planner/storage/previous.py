"""Keeps the file as it was beside the one that replaces it; lowest floor of planner.

One copy, `name.bak`: the old file itself under a second name where the disk can do that, else its
bytes and attributes. It is a courtesy: what it cannot do it leaves, and the save goes on.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

from planner.storage.attributes import attributes_of, give
from planner.storage.names import beside, longest_name

SUFFIX: Final = ".bak"
_BINARY: Final[int] = getattr(os, "O_BINARY", 0)


def backup_of(target: Path) -> Path:
    """Return where the file before the last save is kept: beside it, under its name as it fits."""
    return beside(target, "", SUFFIX, longest_name(target.parent))


def keep_previous(target: Path, temporary: Path) -> None:
    """Let `target.bak` be what the target is now; `temporary` is a free name beside them."""
    with contextlib.suppress(OSError):
        try:
            os.link(target, temporary)
        except OSError:
            _copy(target, temporary)
        try:
            temporary.replace(backup_of(target))
        finally:  # two names of one file do not replace each other: the first one stays
            temporary.unlink(missing_ok=True)


def _copy(target: Path, temporary: Path) -> None:
    """Copy bytes and attributes; until it has them, nobody else may read it."""
    data, kept = target.read_bytes(), attributes_of(target, target.stat())
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            give(descriptor, kept)
            os.fsync(descriptor)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
