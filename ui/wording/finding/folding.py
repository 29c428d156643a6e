"""Texts as they are compared when something is looked for: no accents, no case, no punctuation."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_JOINED: Final = re.compile("['`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}]")
_APART: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return the words of a text, a space apart: full-width letters narrow, accents gone."""
    letters = unicodedata.normalize("NFKD", _JOINED.sub("", text)).casefold()
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return _APART.sub(" ", bare).strip()
