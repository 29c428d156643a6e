"""Reads the files of the evidence as tables, and keeps what was read for the next start.

TOML takes ten times as long to read as JSON. What is kept is named by a hash of the files, and
checked like what is freshly read. What the tables mean is `read` and `load`.  Floor: facts.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from planner.facts.record import EvidenceError
from planner.storage import cache

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
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{name}: cannot be read: {error}"
        raise EvidenceError(message) from error


def _name(data: dict[str, bytes]) -> str:
    digest = hashlib.sha256(b"".join(os.fsencode(name) + text for name, text in data.items()))
    return f"evidence_{digest.hexdigest()[:16]}.json"


def _kept(data: dict[str, bytes]) -> Contents | None:
    content = cache.kept(_name(data))
    found = None if content is None else json.loads(content)
    return found if isinstance(found, dict) and found.keys() == data.keys() else None


def _keep(data: dict[str, bytes], contents: Contents) -> None:
    try:
        text = json.dumps(contents)
    except TypeError:  # a date, which the checks will refuse
        return
    cache.keep(_name(data), text.encode())
