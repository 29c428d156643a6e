"""A hash of all code and evidence that numbers of a sweep rest on; eighth floor of planner.

A folder is filled by one version of the model alone.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from planner.storage.places import seeds_folder

_FLOORS: Final = ("quantities", "facts", "model", "engine", "ensemble")
_ENDINGS: Final = frozenset((".py", ".txt", ".csv", ".json", ".toml"))


@cache
def hash_of_model() -> str:
    """Return the SHA-256 of the sources of the model and of its evidence."""
    code = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for root in (*(code / name for name in _FLOORS), seeds_folder()):
        for path in sorted(each for each in root.rglob("*") if each.suffix in _ENDINGS):
            digest.update(path.relative_to(root.parent).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
