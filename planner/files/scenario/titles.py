"""Names made from titles, for columns and files, and titles told apart; seventh floor of planner.

What was cut off a long title goes on in a few digits of its hash, so that two titles that begin
alike do not get one file.
"""

import os
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from planner.files.format.schema import NAME_AT_MOST
from planner.quantities.told.titles import shown_title
from planner.storage.names import BYTES_AT_MOST, HASH_DIGITS, USUAL_AT_MOST, cut, is_mark

_ROOM_BESIDE: Final = 6  # for what its lock and its copy add
_LENGTH_AT_MOST: Final = 60
_TAKEN_BY_WINDOWS: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


def short_name(title: str) -> str:
    """Return a title in small letters and digits of any language, joined by hyphens.

    `Centers at 80%` becomes `centers-at-80`. The name never begins a formula in a spreadsheet;
    two titles may share one.
    """
    return cut(_joined(title), _LENGTH_AT_MOST, USUAL_AT_MOST).rstrip("-") or "scenario"


def distinct_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a short name for each title as it is shown; one that is taken gets a free number."""
    return _distinct(map(shown_title, titles))


def _distinct(titles: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for title in titles:
        name = wanted = short_name(title)
        number = 2
        while name in names:
            name, number = f"{wanted}-{number}", number + 1
        names.append(name)
    return tuple(names)


def told_apart(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the titles, with a number behind each whose short name an earlier one has.

    `Centers at 60` becomes `Centers at 60 2` behind `Centers at 60%`.
    """
    given = tuple(titles)
    return tuple(
        title if name == short_name(title) else _numbered(title, name.rpartition("-")[2])
        for title, name in zip(given, _distinct(given), strict=True)
    )


def file_name_of(title: str, ending: str, beginning: str = "") -> str:
    """Return the name of a file of a scenario: `beginning`, its title in short, `ending`.

    It fits every file system, with room for its copy, its lock and its temporary beside it.
    """
    return f"{beginning}{_stem(title, beginning, ending)}{ending}"


def _joined(title: str) -> str:
    """Return letters and digits with the marks on them, and hyphens for all between."""
    kept: list[str] = []
    for letter in unicodedata.normalize("NFC", title.casefold()):
        is_kept = letter.isalnum() or (is_mark(letter) and bool(kept) and kept[-1] != " ")
        kept.append(letter if is_kept else " ")
    return "-".join("".join(kept).split())


def _stem(title: str, beginning: str, ending: str) -> str:
    whole = _joined(title)
    room = BYTES_AT_MOST - _ROOM_BESIDE - len(os.fsencode(beginning + ending))
    if len(whole) > _LENGTH_AT_MOST or len(os.fsencode(whole)) > room:
        digits = f"-{sha256(title.encode('utf-8', 'surrogatepass')).hexdigest()[:HASH_DIGITS]}"
        kept = cut(whole, _LENGTH_AT_MOST - len(digits), room - len(digits))
        return kept.rstrip("-") + digits
    if not beginning and whole in _TAKEN_BY_WINDOWS:
        return f"{whole}-scenario"
    return whole or "scenario"


def _numbered(title: str, number: str) -> str:
    """Put a number behind a title, which is cut where a file would not take all of it."""
    return f"{title[: NAME_AT_MOST - len(number) - 1].rstrip()} {number}"
