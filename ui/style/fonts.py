"""Which letters the fonts of this system have: what none of them has would be drawn as boxes.

Needs Qt's application. Letters are named by their code: the sentence itself has to be readable.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from PySide6.QtGui import QFontMetricsF

from ui.style.theme import font

OUR_LETTERS: Final = "Aag09%−·"
NO_FONT: Final = "this system has no font for Latin letters; install one, such as fonts-dejavu-core"
_NAMED: Final = 3
_SHAPELESS: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_PACKAGES: Final = (
    ("CJK", "fonts-noto-cjk"),
    ("HIRAGANA", "fonts-noto-cjk"),
    ("KATAKANA", "fonts-noto-cjk"),
    ("HANGUL", "fonts-noto-cjk"),
)
_ANY_SCRIPT: Final = "fonts-noto-core"
_SYMBOLS: Final = "fonts-noto-color-emoji"


def can_write() -> bool:
    """Tell whether there is a font for our own texts."""
    return not without_font(OUR_LETTERS)


def without_font(text: str) -> str:
    """Return the letters of a text that no font here has, each once and in order."""
    return "".join(letter for letter in dict.fromkeys(text) if not _has_shape(letter))


def sentence_about(titles: Iterable[str]) -> str:
    """Return one sentence if letters of these titles would be drawn as boxes, else nothing."""
    missing = without_font("".join(titles))
    if not missing:
        return ""
    named = [f"U+{ord(letter):04X}" for letter in missing[:_NAMED]]
    more = len(missing) - len(named)
    *first, last = [*named, f"{more} more"] if more else named
    letters = f"{', '.join(first)} and {last}" if first else last
    package = next(filter(None, map(_package_for, missing)), "")
    return (
        f"No font of this system has {letters} of the title, which is drawn with boxes in their "
        f"place{f'; {package} may have them' if package else ''}."
    )


def _package_for(letter: str) -> str:
    """Return a package that may have a letter; empty for what is no letter in any language."""
    name = unicodedata.name(letter, "")
    if not name:
        return ""
    if unicodedata.category(letter) in ("So", "Sk"):
        return _SYMBOLS
    return next((package for script, package in _PACKAGES if name.startswith(script)), _ANY_SCRIPT)


@cache
def _has_shape(letter: str) -> bool:
    """Tell whether a letter can be drawn; what has no shape of its own always can."""
    if unicodedata.category(letter) in _SHAPELESS:
        return True
    if "VARIATION SELECTOR" in unicodedata.name(letter, ""):
        return True
    return QFontMetricsF(font()).inFontUcs4(ord(letter))
