"""Names made from titles, for columns and files, and names beside a file; lowest floor of planner.

A name of a file has at most so many bytes, in whatever letters. Names are cut between whole
characters; what was cut off goes on in a few digits of its hash, so that two titles that begin
alike do not get one file.
"""

import os
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

SUFFIX: Final = ".scenario.json"
"""The ending of scenario files."""
BYTES_AT_MOST: Final = 143
"""Of a name that we make up: an encrypted home folder takes no longer one, others take 255."""
_ROOM_BESIDE: Final = 6  # for what its lock and its copy add
_USUAL_AT_MOST: Final = 255
_LENGTH_AT_MOST: Final = 60
_DIGITS: Final = 6
_TAKEN_BY_WINDOWS: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


def short_name(title: str) -> str:
    """Return a title in small letters and digits of any language, joined by hyphens.

    `Centers at 80 %` becomes `centers-at-80`. The name never begins a formula in a spreadsheet;
    two titles may share one.
    """
    return _cut(_joined(title), _LENGTH_AT_MOST, _USUAL_AT_MOST).rstrip("-") or "scenario"


def distinct_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a short name for each title; a name that is taken gets the next free number."""
    names: list[str] = []
    for title in titles:
        name = wanted = short_name(title)
        number = 2
        while name in names:
            name, number = f"{wanted}-{number}", number + 1
        names.append(name)
    return tuple(names)


def file_name_of(title: str, ending: str, beginning: str = "") -> str:
    """Return the name of a file of a scenario: `beginning`, its title in short, `ending`.

    It fits every file system, with room for its copy, its lock and its temporary beside it.
    """
    return f"{beginning}{_stem(title, beginning, ending)}{ending}"


def with_number(path: Path, number: int) -> Path:
    """Return the path beside it whose name has a number before its ending."""
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def beside(target: Path, before: str, after: str, at_most: int = _USUAL_AT_MOST) -> Path:
    """Return the path beside a file whose name has something before and after that of the file.

    A name that would have more bytes than `at_most` is cut, and told apart by its hash.
    """
    name = target.name
    room = at_most - len(os.fsencode(before + after))
    if len(os.fsencode(name)) > room:
        digits = f".{sha256(os.fsencode(name)).hexdigest()[: 2 * _DIGITS]}"
        name = _cut(name, len(name), room - len(digits)) + digits
    return target.with_name(f"{before}{name}{after}")


def longest_name(folder: Path) -> int:
    """Return how many bytes a name in a folder may have, as far as the system tells."""
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, ValueError, AttributeError):
        return _USUAL_AT_MOST


def _joined(title: str) -> str:
    """Return letters and digits with the marks on them, and hyphens for all between."""
    kept: list[str] = []
    for letter in unicodedata.normalize("NFC", title.casefold()):
        is_kept = letter.isalnum() or (_is_mark(letter) and bool(kept) and kept[-1] != " ")
        kept.append(letter if is_kept else " ")
    return "-".join("".join(kept).split())


def _stem(title: str, beginning: str, ending: str) -> str:
    whole = _joined(title)
    room = BYTES_AT_MOST - _ROOM_BESIDE - len(os.fsencode(beginning + ending))
    if len(whole) > _LENGTH_AT_MOST or len(os.fsencode(whole)) > room:
        digits = f"-{sha256(title.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}"
        kept = _cut(whole, _LENGTH_AT_MOST - len(digits), room - len(digits))
        return kept.rstrip("-") + digits
    if not beginning and whole in _TAKEN_BY_WINDOWS:
        return f"{whole}-scenario"
    return whole or "scenario"


def _cut(text: str, length: int, room: int) -> str:
    """Return the beginning of a text: whole characters, so many at most, and so many bytes."""
    kept = text[:length]
    while kept and len(os.fsencode(kept)) > room:
        kept = kept[:-1]
    end = len(kept)
    while 0 < end < len(text) and _is_mark(text[end]):
        end -= 1
    return text[:end]


def _is_mark(letter: str) -> bool:
    """Tell whether a character stands on the one before: an accent, a vowel sign."""
    return unicodedata.category(letter).startswith("M")
