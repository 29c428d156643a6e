"""Which letters the fonts of this system have: what none of them has would be drawn as boxes.

Needs Qt's application. Letters are named by their code: the sentence itself has to be readable.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from PySide6.QtGui import QFontMetricsF

from planner.quantities.told.lists import all_of
from planner.storage.sentences.catalog import translate, translate_many
from ui.style.theme import font
from ui.wording.linux.packages import package
from ui.wording.linux.table import (
    CHINESE_FONT,
    FONT,
    FONT_OF_ALL_SCRIPTS,
    FONT_OF_SYMBOLS,
)

OUR_LETTERS: Final = "Aag09%−·"
_NAMED: Final = 3
_SHAPELESS: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_WITH_THE_CHINESE: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def can_write() -> bool:
    """Tell whether there is a font for our own texts."""
    return not without_font(OUR_LETTERS)


def no_font() -> str:
    """Return why nothing can be read here, and which package helps."""
    text = translate(
        "Display", "this system has no font for Latin letters; install one, such as {package}"
    )
    return text.format(package=package(FONT))


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
    rest = translate_many("Display", "{count} more", "{count} more", more).format(count=more)
    letters = all_of([*named, rest] if more else named)
    found = next(filter(None, map(_package_for, missing)), "")
    if not found:
        text = translate(
            "Display",
            "No font of this system has {letters} of the title, which is drawn with boxes in their "
            "place.",
        )
        return text.format(letters=letters)
    text = translate(
        "Display",
        "No font of this system has {letters} of the title, which is drawn with boxes in their "
        "place; {package} may have them.",
    )
    return text.format(letters=letters, package=found)


def _package_for(letter: str) -> str:
    """Return a package that may have a letter; empty for what is no letter in any language."""
    name = unicodedata.name(letter, "")
    if not name:
        return ""
    if unicodedata.category(letter) in ("So", "Sk"):
        return package(FONT_OF_SYMBOLS)
    return package(CHINESE_FONT if name.startswith(_WITH_THE_CHINESE) else FONT_OF_ALL_SCRIPTS)


@cache
def _has_shape(letter: str) -> bool:
    """Tell whether a letter can be drawn; what has no shape of its own always can."""
    if unicodedata.category(letter) in _SHAPELESS:
        return True
    if "VARIATION SELECTOR" in unicodedata.name(letter, ""):
        return True
    return QFontMetricsF(font()).inFontUcs4(ord(letter))
