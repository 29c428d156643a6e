"""Keeps a text that runs from right to left from turning what stands beside it.

Lowest floor of planner. A title or a file name in Arabic or Hebrew stands in English sentences,
legends and tables. Isolated it is laid out by itself, and the words, marks and numbers around it
stay where they were written.
"""

import unicodedata
from functools import lru_cache
from typing import Final

FIRST_STRONG: Final = "\N{FIRST STRONG ISOLATE}"
POP: Final = "\N{POP DIRECTIONAL ISOLATE}"
_TURNING: Final = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


@lru_cache(maxsize=256)
def isolated(text: str) -> str:
    """Return a text that turns nothing beside it; one that runs from left to right as it is."""
    if any(unicodedata.bidirectional(mark) in _TURNING for mark in text):
        return f"{FIRST_STRONG}{text}{POP}"
    return text


def is_isolated(text: str) -> bool:
    """Tell whether every isolate that is begun in a text ends in it."""
    depth = 0
    for mark in text:
        depth += (mark == FIRST_STRONG) - (mark == POP)
        if depth < 0:
            return False
    return depth == 0
