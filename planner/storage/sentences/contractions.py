"""Italian articles and prepositions before what a text is given, set once in a finished text.

What a share, a number or a date begins with is known only when it is there: nel 97%, nell’8%, nello
0,5%, but in meno dell’1%; dal 2027, but da gennaio 2027. A text is written with `in` before a
share, and with the article before a number or a date. Lowest floor of planner.
"""

import re
from typing import Any, Final

from planner.storage.sentences.parts import parts_given

_ARTICLE: Final = {"in": "nel"}
"""What stands before a share in percent."""
_VOWEL: Final = {"il": "l’", "del": "dell’", "nel": "nell’", "al": "all’", "dal": "dall’"}
_ZERO: Final = {"il": "lo", "del": "dello", "nel": "nello", "al": "allo", "dal": "dallo"}
_MONTH: Final = {"del": "di", "nel": "in", "al": "a", "dal": "da"}
_LAST_WORD: Final = re.compile(r"(?i)\b(in|il|del|nel|al|dal) $")
_SHARE: Final = re.compile(r"\d+(?:,\d+)?%")
_LIKE_A_VOWEL: Final = re.compile(r"8|1(?:1)?(?!\d|\.\d)|11\.\d{3}(?!\.)")
"""Otto, uno, undici, undicimila; not milleuno."""
_MONTH_NAME: Final = re.compile(r"(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]* \d{4}")


class ItalianText(str):
    """A text in Italian that puts articles and prepositions as what it is given asks for."""

    __slots__ = ()

    def format(self, *_given: object, **values: object) -> str:
        """Return the text with values in place of the names in braces."""
        return self.format_map(values)

    def format_map(self, values: Any) -> str:  # noqa: ANN401 - as of str, any mapping
        """Return the text with values in place of the names in braces."""
        parts = list(parts_given(str(self), values))
        for place in range(0, len(parts) - 1, 2):
            parts[place] = _before(parts[place], "".join(parts[place + 1 : place + 3]))
        return "".join(parts)


def _before(words: str, given: str) -> str:
    """Return words as they stand before what is given, with what follows that."""
    found = _LAST_WORD.search(words)
    if found is None:
        return words
    word = _fitting(found[1].lower(), given)
    said = f"{word[:1].upper()}{word[1:]}" if found[1][:1].isupper() else word
    return f"{words[: found.start()]}{said}{'' if said.endswith('’') else ' '}"


def _fitting(word: str, given: str) -> str:
    """Return the form of a word before a share, a number or a month; the word before all else."""
    if _SHARE.match(given):
        word = _ARTICLE.get(word, word)
    if _MONTH_NAME.match(given):
        return _MONTH.get(word, word)
    if given.startswith("0"):
        return _ZERO.get(word, word)
    return _VOWEL.get(word, word) if _LIKE_A_VOWEL.match(given) else word
