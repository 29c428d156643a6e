"""A hash of all code and evidence that numbers of a sweep rest on; eighth floor of planner.

A folder is filled by one version of the model alone: worlds, what a value sets and what is read of
a run count too. Lines that import are left out, as an installed package names modules otherwise
than a checkout.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from planner.storage.places import seeds_folder

_FLOORS: Final = (
    *("quantities", "facts", "model", "engine", "ensemble", "studies"),
    *("sweep/design", "sweep/batches"),
)
_IMPORT: Final = re.compile(rb"^\s*(from|import) .*$", re.MULTILINE)
_ENDINGS: Final = frozenset((".py", ".txt", ".csv", ".json", ".toml"))


@cache
def hash_of_model() -> str:
    """Return the SHA-256 of the sources of the model and of its evidence."""
    code = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for root in (*(code / name for name in _FLOORS), seeds_folder()):
        for path in sorted(each for each in root.rglob("*") if each.suffix in _ENDINGS):
            digest.update(path.relative_to(root.parent).as_posix().encode())
            digest.update(_told(path))
    return digest.hexdigest()


def _told(path: Path) -> bytes:
    data = path.read_bytes()
    return _IMPORT.sub(b"", data) if path.suffix == ".py" else data
