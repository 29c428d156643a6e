"""How Chinese names are typed in Latin letters: by syllables, whole or begun, or by initials.

The syllables stand in resources/search/pinyin.json, which `make regenerate` writes, so that each
character is read as its word reads it. A name that is not there is found by its characters alone.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from itertools import takewhile
from typing import Final

from planner.storage.places import resources_folder

Syllables = tuple[str, ...]

_FILE: Final = "search/pinyin.json"
_U_WITH_DOTS: Final = re.compile("([ln])(?:yu|v)")
_HAN: Final = re.compile("[\u3400-\u9fff]")
LEAST: Final = 2
"""So many letters are taken for pinyin; one is the initial of everything."""


def is_chinese(text: str) -> bool:
    """Tell whether a Chinese character stands in a text."""
    return _HAN.search(text) is not None


@cache
def readings() -> Mapping[str, str]:
    """Return the syllables of each Chinese name, a space apart."""
    read: dict[str, str] = json.loads((resources_folder() / _FILE).read_text("utf-8"))
    return read


@cache
def syllables_of(name: str) -> Syllables:
    """Return how a name is typed, none where it is not known; u with dots is written u."""
    return tuple(_plain(readings().get(name, "")).split())


def typed_as_pinyin(word: str) -> str:
    """Return a typed word as syllables are written here, empty if it cannot be pinyin."""
    is_latin = word.isascii() and word.isalnum() and len(word) >= LEAST
    return _plain(word) if is_latin else ""


def begins(word: str, syllables: Syllables) -> bool:
    """Tell whether a word is made of beginnings of these syllables, from the first one on."""
    if not word:
        return True
    if not syllables:
        return False
    first, rest = syllables[0], syllables[1:]
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(word, first, strict=False))
    return any(begins(word[taken:], rest) for taken in range(sum(1 for _ in alike), 0, -1))


def _plain(text: str) -> str:
    return _U_WITH_DOTS.sub(r"\1u", text)
