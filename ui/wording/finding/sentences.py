"""What answers to a typed sentence: the entries that know most of its telling words.

Words that tell nothing, such as how, if and the, stand in resources/search/small_words.toml. In
Chinese, which has no spaces, two characters side by side are taken for a word. Pure functions.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from planner.storage.places import resources_folder
from ui.wording.finding.folding import folded
from ui.wording.finding.ranking import Fit, Rank, Sought

_FILE: Final = "search/small_words.toml"
_RUNS: Final = re.compile("[\u3400-\u9fff]+|[^\u3400-\u9fff\\s]+")
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_LEAST: Final = 2
"""So many telling words an entry knows at least, and as many characters make a Chinese word."""
_ENDING: Final = 2
"""Letters by which the longer of two forms of a word goes on behind what they share."""
_SHORT, _LONG = 3, 5
"""Letters that two forms of a word share at least, and from which both endings may be long."""
_NAMED: Final = 100
"""More than any number of words: what is in a name only orders those that know as many."""


@cache
def small_words() -> frozenset[str]:
    """Return the words of all languages that tell nothing of what is looked for."""
    read = tomllib.loads((resources_folder() / _FILE).read_text("utf-8"))
    return frozenset(folded(word) for words in read.values() for word in words)


@lru_cache(maxsize=64)
def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of a sentence that tell what it is about, each once; a letter tells none."""
    runs = _RUNS.findall(folded(text))
    words = (word for run in runs for word in (_pairs(run) if _CHINESE.match(run) else (run,)))
    telling = (word for word in words if len(word) > 1 and word not in small_words())
    return tuple(dict.fromkeys(telling))


def ranks_of(text: str, groups: Sequence[Sequence[Sought]]) -> list[dict[int, Rank]]:
    """Return how well entries answer to a sentence, by group and place: those that know most of it.

    None answers by a single word of several, nor where others know more than twice as much.
    """
    words = telling_words(text)
    known = [{row: _known(words, each) for row, each in enumerate(group)} for group in groups]
    most = max((count for group in known for count, _ in group.values()), default=0)
    least = max(min(_LEAST, len(words)), (most + 1) // 2, 1)
    return [
        {
            row: (Fit.SENTENCE, -_NAMED * count - named)
            for row, (count, named) in group.items()
            if count >= least
        }
        for group in known
    ]


def _known(words: Iterable[str], sought: Sought) -> tuple[int, int]:
    """Return how many words an entry knows, and how many of them by its names."""
    named = sum(any(_is_in(word, name.words) for name in sought.names) for word in words)
    told = f"{' '.join(name.words for name in sought.names)} {sought.told}"
    return sum(_is_in(word, told) for word in words), named


def _is_in(word: str, text: str) -> bool:
    if _CHINESE.match(word):
        return word in text
    return any(_is_alike(word, each) for each in _words_of(text))


@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _is_alike(word: str, other: str) -> bool:
    """Tell whether two words are one, whatever its ending, or the first is begun.

    So are "limits" and "limited", "cheng" and "chengdu".
    """
    pairs = zip(word, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = len(word) - shared, len(other) - shared
    if shared < _SHORT:
        return word == other
    if shared == len(word):
        return True
    return max(ends) <= _ENDING and (shared >= _LONG or sum(ends) <= _ENDING)


def _pairs(run: str) -> Iterable[str]:
    """Yield the pairs of characters of a Chinese text, none across a small word."""
    for part in _small_chinese().split(run):
        yield from (part[at : at + _LEAST] for at in range(len(part) - 1))


@cache
def _small_chinese() -> re.Pattern[str]:
    """Return what parts a Chinese text: its small words, the longest first."""
    words = sorted(filter(_CHINESE.match, small_words()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
