"""Clears away what a write that was killed has left beside its target; lowest floor of planner.

Beside files of users only what is of our own making, a day old or more, and whose maker no longer
runs: a save in progress, here or in another program, is never disturbed.
"""

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from planner.storage.temporary import TEMPORARY

DAY: Final = 86_400.0

Folder = str | os.PathLike[str]


def sweep(folders: Iterable[Folder], older_than: float = DAY) -> int:
    """Remove what killed saves have left in these folders; return how many files that were.

    `older_than` is in seconds. A folder that cannot be read is passed over.
    """
    before = time.time() - older_than
    return clear(folders, TEMPORARY, lambda path: is_older(path, before) and not _is_made(path))


def clear(
    folders: Iterable[Folder], names: re.Pattern[str], is_left: Callable[[Path], bool]
) -> int:
    """Remove the files of these names that are left over; return how many files that were."""
    return sum(
        _removed(path)
        for folder in dict.fromkeys(folders)
        for path in _named(folder, names)
        if is_left(path)
    )


def is_older(path: Path, before: float) -> bool:
    """Tell whether a file was last changed before a time, in seconds of `time.time`."""
    with contextlib.suppress(OSError):
        return path.lstat().st_mtime <= before
    return False


def _named(folder: Folder, names: re.Pattern[str]) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if names.fullmatch(entry.name)]
    except OSError:
        return []


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _is_made(path: Path) -> bool:
    """Tell whether the process in a name runs; elsewhere than on POSIX an open file says so."""
    from planner.storage.locks.owner import process_exists

    made_by = TEMPORARY.fullmatch(path.name)
    return made_by is None or (os.name == "posix" and process_exists(int(made_by[1])))
