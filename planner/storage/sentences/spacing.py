"""The space between Chinese and Latin letters or digits, set once in a finished text.

Chinese sentences have one space between a Han character and a Latin letter, a digit, a sign or a
percent sign, none beside their own wide marks, and none in or around a date: 到2030年底增加 11 家.
What a text was given, a title or the name of a file, stays as it is: a space is set where it meets
the words around. Lowest floor of planner.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from planner.storage.sentences.parts import parts_given

_HAN: Final = r"[\u3400-\u9fff]"
_BEFORE: Final = r"[A-Za-z0-9%\"\u00b1\u2070-\u2079]"
_BEHIND: Final = r"[-A-Za-z0-9+\"\u2212\u00b1]"
_GAP: Final = re.compile(rf"(?<={_HAN})(?={_BEHIND})|(?<={_BEFORE})(?={_HAN})")
_YEAR: Final = r"\d{4}(?:[\u2014\u2013\u2015\uff5e-]\d{2,4})?年"
_DATE: Final = re.compile(
    rf"(?<!\d)(?:{_YEAR}(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|\d{{1,2}}月(?:\d{{1,2}}日)?)"
)


def spaced(text: str, places: Iterable[int] | None = None) -> str:
    """Return a Chinese text with its spaces; of `places`, where parts meet, there alone."""
    meant = None if places is None else set(places)
    solid = [found.span() for found in _DATE.finditer(text)]
    gaps = [
        found.start()
        for found in _GAP.finditer(text)
        if (meant is None or found.start() in meant)
        and not any(begin <= found.start() <= end for begin, end in solid)
    ]
    parts = [text[begin:end] for begin, end in zip([0, *gaps], [*gaps, len(text)], strict=True)]
    return " ".join(parts)


class ChineseText(str):
    """A text in Chinese that sets spaces around what it is given."""

    __slots__ = ()

    def format(self, *_given: object, **values: object) -> str:
        """Return the text with values in place of the names in braces."""
        return self.format_map(values)

    def format_map(self, values: Any) -> str:  # noqa: ANN401 - as of str, any mapping
        """Return the text with values in place of the names in braces."""
        parts = list(parts_given(str(self), values))
        places, length = [], 0
        for part in parts[:-1]:
            length += len(part)
            places.append(length)
        return spaced("".join(parts), places)
