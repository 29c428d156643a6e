"""Where a text that has no room may end: behind a sentence, or behind a clause; no Qt.

Floor: widgets.
"""

import re
from collections.abc import Iterator
from typing import Final

from planner.quantities.told.lists import sentences

MORE: Final = "\N{HORIZONTAL ELLIPSIS}"
_SENTENCE: Final = re.compile(r"。(?=.)|\.(?= [^\Wa-z])")
_CLAUSE: Final = re.compile(r"\N{FULLWIDTH SEMICOLON}|;(?= )")


def sentence_cuts(text: str) -> Iterator[str]:
    """Yield a text without its last sentences, the longest first; dots stand for these."""
    return _cuts(text, _SENTENCE)


def clause_cuts(text: str) -> Iterator[str]:
    """Yield a text without its last clauses, the longest first; dots stand for these."""
    return _cuts(text, _CLAUSE)


def _cuts(text: str, mark: re.Pattern[str]) -> Iterator[str]:
    for place in sorted((found.end() for found in mark.finditer(text)), reverse=True):
        yield sentences((text[:place], MORE))
