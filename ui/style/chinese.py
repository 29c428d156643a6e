"""Which font here has Chinese letters in the forms of Simplified Chinese; floor: style.

Letters such as 直 and 骨 share a code with the Japanese ones and look otherwise. A system picks any
font that has the code, so that one is asked for by name. Needs Qt's application.
"""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

_LETTER: Final = ord("直")
_FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "HarmonyOS Sans SC",
    "Sarasa UI SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
    "SimSun",
)
"""Sans-serif ones first, the best first."""
_LATIN: Final = (
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "DejaVu Sans",
    "Liberation Sans",
    "Arial",
)


def can_write_chinese() -> bool:
    """Tell whether Chinese texts can be read here, and not only seen as boxes."""
    return bool(chinese_family())


@cache
def chinese_family() -> str:
    """Return the font that Chinese texts are drawn in; empty where there is none."""
    there = set(QFontDatabase.families())
    known = next((each for each in _FAMILIES if each in there), "")
    if known:
        return known
    others = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return next((each for each in others if _has_letter(QFont(each))), "")


@cache
def families_with_chinese(family: str) -> tuple[str, ...]:
    """Return the fonts to draw texts in: that of the system, and one for Chinese letters.

    Where that of the system is a Chinese or Japanese one itself another stands before it: its
    apostrophes and quotes are as wide as a Chinese letter. An alias gives way to what it means, as
    Qt would pass over it.
    """
    own, chinese = QFontInfo(QFont(family)).family(), chinese_family()
    latin = _latin_family() if _has_letter(QFont(own)) else own
    return tuple(dict.fromkeys(filter(None, (latin, chinese, own))))


def _latin_family() -> str:
    there = set(QFontDatabase.families())
    return next((each for each in _LATIN if each in there), "")


def _has_letter(font: QFont) -> bool:
    """Tell whether a font itself has Chinese letters, whatever stands in for those it lacks."""
    return QRawFont.fromFont(font).supportsCharacter(_LETTER)
