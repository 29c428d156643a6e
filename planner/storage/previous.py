"""Keeps the file as it was beside the one that replaces it; lowest floor of planner.

One copy, `name.bak`: the old file itself under a second name where the disk can do that, else its
bytes and attributes. It is a courtesy: what it cannot do it leaves, and the save goes on.
"""

import contextlib
import os
from pathlib import Path

from planner.storage.attributes import attributes_of, give
from planner.storage.names import BACKUP_ENDING, beside, longest_name
from planner.storage.temporary import replacing, temporary_beside


def backup_of(target: Path) -> Path:
    """Return where the file before the last save is kept: beside it, under its name as it fits."""
    return beside(target, "", BACKUP_ENDING, longest_name(target.parent))


def keep_previous(target: Path) -> None:
    """Let `target.bak` be what the target is now."""
    with contextlib.suppress(OSError):
        temporary = temporary_beside(target)
        try:
            os.link(target, temporary)
        except OSError:
            _copy(target)
            return
        try:
            temporary.replace(backup_of(target))
        finally:  # two names of one file do not replace each other: the first one stays
            temporary.unlink(missing_ok=True)


def _copy(target: Path) -> None:
    """Copy bytes and attributes; until it has them, nobody else may read it."""
    data, kept = target.read_bytes(), attributes_of(target, target.stat())
    with replacing(backup_of(target)) as file:
        file.write(data)
        file.flush()
        give(file.fileno(), kept)
        os.fsync(file.fileno())
