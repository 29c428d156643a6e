"""Whether something is there, as far as the system lets us look.

A place that cannot be looked into, such as a network folder that is gone or a name that is too
long, counts as empty; Python's own questions raise an error there.
"""

from pathlib import Path


def file_is_there(path: Path) -> bool:
    """Tell whether a file is there."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def folder_is_there(path: Path) -> bool:
    """Tell whether a folder is there."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
