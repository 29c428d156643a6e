"""Files and folders for their owner alone: what is kept of a document tells what is in it.

A document may be closed to others; then what we keep of it must be, too, whatever the user's mask
says of new files.
"""

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_FOLDER: Final = 0o700
_FILE: Final = 0o600
_OTHERS: Final = 0o077


def make_private_folder(folder: Path) -> None:
    """Make a folder for its owner alone, with those above it that are missing. Raises OSError."""
    try:
        folder.mkdir(_FOLDER, exist_ok=True)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_private_folder(folder.parent)
        folder.mkdir(_FOLDER, exist_ok=True)


def for_owner_alone(path: str, flags: int) -> int:
    """Open a file, as the opener that `open` takes; a new one is for its owner alone."""
    return os.open(path, flags, _FILE)


def close_to_others(paths: Iterable[Path]) -> None:
    """Take from others what they may do with these files and folders, and all that is in them.

    For what older versions left open. What is not ours, and what links lead to, stays as it is.
    """
    for path in paths:
        _close(path)
        for place, folders, files in os.walk(path):
            for name in (*folders, *files):
                _close(Path(place, name))


def _close(path: Path) -> None:
    with contextlib.suppress(OSError):
        mode = path.lstat().st_mode
        if mode & _OTHERS and not stat.S_ISLNK(mode):
            path.chmod(stat.S_IMODE(mode) & ~_OTHERS)
