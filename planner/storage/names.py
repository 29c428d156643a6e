"""Endings of our files, and names beside a file that every file system takes.

Lowest floor of planner. A name of a file has at most so many bytes, in whatever letters. One that
is too long is cut between whole characters, and told apart by a few digits of its hash. Names made
from titles are in `planner.files.scenario.titles`.
"""

import os
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Final

SCENARIO_ENDING: Final = ".scenario.json"
SESSION_ENDING: Final = ".suanli"
BACKUP_ENDING: Final = ".bak"
LOCK_ENDING: Final = ".lock"
TEMPORARY_ENDING: Final = ".tmp"

BYTES_AT_MOST: Final = 143
"""Of a name that we make up: an encrypted home folder takes no longer one, others take 255."""
USUAL_AT_MOST: Final = 255
HASH_DIGITS: Final = 6


def with_number(path: Path, number: int) -> Path:
    """Return the path beside it whose name has a number before its ending."""
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def beside(target: Path, before: str, after: str, at_most: int = USUAL_AT_MOST) -> Path:
    """Return the path beside a file whose name has something before and after that of the file.

    A name that would have more bytes than `at_most` is cut, and told apart by its hash.
    """
    name = target.name
    room = at_most - len(os.fsencode(before + after))
    if len(os.fsencode(name)) > room:
        digits = f".{sha256(os.fsencode(name)).hexdigest()[: 2 * HASH_DIGITS]}"
        name = cut(name, len(name), room - len(digits)) + digits
    return target.with_name(f"{before}{name}{after}")


def longest_name(folder: Path) -> int:
    """Return how many bytes a name in a folder may have, as far as the system tells."""
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, ValueError, AttributeError):
        return USUAL_AT_MOST


def cut(text: str, length: int, room: int) -> str:
    """Return the beginning of a text: whole characters, so many at most, and so many bytes."""
    kept = text[:length]
    while kept and len(os.fsencode(kept)) > room:
        kept = kept[:-1]
    end = len(kept)
    while 0 < end < len(text) and is_mark(text[end]):
        end -= 1
    return text[:end]


def is_mark(letter: str) -> bool:
    """Tell whether a character stands on the one before: an accent, a vowel sign."""
    return unicodedata.category(letter).startswith("M")
