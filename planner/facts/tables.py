"""Reads the files of the evidence as tables, and keeps what was read for the next start.

TOML takes ten times as long to read as JSON. What is kept is named by a hash of the files, and
checked like what is freshly read; a missing, damaged or unwritable copy costs time only. What the
tables mean is `read` and `load`.  Floor: facts.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from typing import TYPE_CHECKING

from planner.facts.record import EvidenceError
from planner.places import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Contents = dict[str, dict[str, object]]
"""What each file holds, by its path."""


def read_tables(paths: Sequence[Path], *, keeping: bool) -> Contents:
    """Return what the files hold, kept from the last time or read anew.

    Raises EvidenceError naming the file that cannot be read.
    """
    data = {str(path): _bytes(path) for path in paths}
    if not keeping:
        return {name: _parsed(name, text) for name, text in data.items()}
    found = _kept(data)
    if found is None:
        found = {name: _parsed(name, text) for name, text in data.items()}
        _keep(data, found)
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read: {error}"
        raise EvidenceError(message) from error


def _parsed(name: str, data: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{name}: cannot be read: {error}"
        raise EvidenceError(message) from error


def _place(data: dict[str, bytes]) -> Path:
    digest = hashlib.sha256(b"".join(name.encode() + text for name, text in data.items()))
    return cache_folder() / f"evidence_{digest.hexdigest()[:16]}.json"


def _kept(data: dict[str, bytes]) -> Contents | None:
    try:
        found = json.loads(_place(data).read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.keys() == data.keys() else None


def _keep(data: dict[str, bytes], contents: Contents) -> None:
    try:
        text = json.dumps(contents)
        place = _place(data)
        file = place.with_suffix(f".{os.getpid()}.tmp")
        file.write_text(text, "utf-8")
        file.replace(place)
    except (OSError, TypeError):  # no room to keep it, or a date, which the checks will refuse
        return
