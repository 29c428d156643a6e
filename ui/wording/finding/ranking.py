"""How well a name answers to what is typed: at its beginning, at that of a word, inside it.

Every word that is typed has to be found somewhere in what an entry is called. Pure functions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from ui.wording.finding.folding import folded
from ui.wording.finding.pinyin import (
    LEAST,
    Syllables,
    begins,
    is_chinese,
    syllables_of,
    typed_as_pinyin,
)


class Fit(IntEnum):
    """Where in a name the typed text stands, the best first."""

    WHOLE = 0
    BEGINNING = 1
    WORD = 2
    INSIDE = 3
    WORDS_APART = 4
    TOLD_ONLY = 5
    ENDING = 6
    SENTENCE = 7


Rank = tuple[int, int]
"""The fit, and whether it is that of another name than the shown one: less is better."""

_NEVER: Final = 99
_SHORTEST: Final = 4
_ENDINGS: Final = frozenset("aeios")
_PERCENT: Final = "%"
_A_PERCENT: Final = re.compile(r"\d[\d\s.,\-\N{EN DASH}]*[%\N{FULLWIDTH PERCENT SIGN}]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its words, and its syllables where it is Chinese."""

    words: str
    syllables: Syllables


@dataclass(frozen=True, slots=True)
class Sought:
    """All that an entry is found by: its names, the shown one first, and what else is told."""

    names: tuple[Name, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed as it is compared, and as syllables, empty where it cannot be any.

    A percent, such as 60% or 20-30%, finds also what is told in percent.
    """

    words: str
    pinyin: str
    is_percent: bool = False

    @property
    def parts(self) -> tuple["Typed", ...]:
        """Its words one by one."""
        return tuple(map(typed, self.words.split()))

    @property
    def stems(self) -> "Typed":
        """Its words without endings of a plural, English or Italian; itself where none has one."""
        stems = " ".join(map(_stem, self.words.split()))
        return self if stems == self.words else typed(stems)


def _stem(word: str) -> str:
    """Return a word without the last letter where that may be the ending of a plural or gender."""
    return word[:-1] if len(word) > _SHORTEST and word[-1] in _ENDINGS else word


@lru_cache(maxsize=256)
def typed(text: str) -> Typed:
    """Return what is typed as it is compared."""
    words = folded(text)
    is_percent = _A_PERCENT.fullmatch(text.strip()) is not None
    return Typed(words, typed_as_pinyin(words.replace(" ", "")), is_percent)


@lru_cache(maxsize=4096)
def name_of(text: str) -> Name:
    """Return a name as it is compared."""
    return Name(folded(text), syllables_of(text) if is_chinese(text) else ())


def sought_by(names: Sequence[str], told: str) -> Sought:
    """Return what an entry of these names is found by, and by what is `told` of it besides."""
    unlike = dict.fromkeys(name for name in names if name)
    mark = f" {_PERCENT}" if _PERCENT in told else ""
    return Sought(tuple(map(name_of, unlike)), folded(told) + mark)


def narrows(asked: Typed, before: Typed) -> bool:
    """Tell whether nothing answers to a text that did not answer to the one before.

    Of one letter that is not so: as pinyin it is taken only with the next; nor of a percent, which
    it is with its last sign.
    """
    if asked.is_percent:
        return False
    last = before.words.rpartition(" ")[2]
    return asked.words.startswith(before.words) and len(last) >= LEAST


def rank(asked: Typed, sought: Sought) -> Rank | None:
    """Return how well an entry answers, None where it does not."""
    best, other = _NEVER, 0
    for number, name in enumerate(sought.names):
        fit = _fit(asked, name)
        if fit < best:
            best, other = fit, min(number, 1)
    if best != _NEVER:
        return best, other
    if asked.is_percent and _PERCENT in sought.told:
        return Fit.TOLD_ONLY, 1
    found = _rank_of_parts(asked.parts, sought)
    if found is None and asked.stems is not asked:
        inflected = _rank_of_parts(asked.stems.parts, sought)
        return inflected and (Fit.ENDING, 0)
    return found


def _rank_of_parts(parts: Sequence[Typed], sought: Sought) -> Rank | None:
    """Return how well an entry answers by all words, wherever each is found."""
    if len(parts) > 1 and all(_is_in_names(part, sought) for part in parts):
        return Fit.WORDS_APART, 0
    if all(part.words in sought.told or _is_in_names(part, sought) for part in parts):
        return Fit.TOLD_ONLY, 0
    return None


def _is_in_names(part: Typed, sought: Sought) -> bool:
    return any(_fit(part, name) != _NEVER for name in sought.names)


def _fit(asked: Typed, name: Name) -> int:
    """Return where a text stands in a name, `_NEVER` if nowhere."""
    if asked.words in name.words:
        return _fit_of_letters(asked.words, name.words)
    if asked.pinyin and name.syllables:
        return _fit_of_pinyin(asked.pinyin, name.syllables)
    return _NEVER


def _fit_of_letters(letters: str, words: str) -> int:
    if words.startswith(letters):
        return Fit.WHOLE if words == letters else Fit.BEGINNING
    return Fit.WORD if f" {letters}" in words else Fit.INSIDE


def _fit_of_pinyin(word: str, syllables: Syllables) -> int:
    """Return where syllables are begun as they are typed, with spaces between them or without."""
    if begins(word, syllables):
        return Fit.BEGINNING
    starts = (start for start, each in enumerate(syllables) if start and each[0] == word[0])
    return Fit.WORD if any(begins(word, syllables[start:]) for start in starts) else _NEVER
