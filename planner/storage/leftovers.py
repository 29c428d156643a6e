"""Clears away what a save that was killed has left beside its target; lowest floor of planner.

Only files of our own making, a day old or more, whose maker no longer runs: a save in progress,
here or in another program, is never disturbed.
"""

import os
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from planner.storage.lock_owner import process_exists

DAY: Final = 86_400.0

_OURS: Final = re.compile(r"\..*\.([0-9]{1,10})\.[0-9a-f]{8}\.tmp", re.DOTALL)


def sweep(folders: Iterable[str | os.PathLike[str]], older_than: float = DAY) -> int:
    """Remove what killed saves have left in these folders; return how many files that were.

    `older_than` is in seconds. A folder that cannot be read is passed over.
    """
    before = time.time() - older_than
    return sum(_swept(path, before) for folder in dict.fromkeys(folders) for path in _ours(folder))


def _ours(folder: str | os.PathLike[str]) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if _OURS.fullmatch(entry.name)]
    except OSError:
        return []


def _swept(path: Path, before: float) -> bool:
    made_by = _OURS.fullmatch(path.name)
    try:
        found = path.lstat()
        if made_by is None or found.st_mtime > before or _runs(int(made_by[1])):
            return False
        path.unlink()
    except OSError:
        return False
    return True


def _runs(process: int) -> bool:
    """Tell whether a process of that number runs; elsewhere than on POSIX an open file says so."""
    return os.name == "posix" and process_exists(process)
