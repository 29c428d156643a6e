"""The fonts an SVG asks for: lists of families that end in a generic one, as CSS wants them.

Qt writes the one name that it was given, often an alias of this system; a reader elsewhere would
fall back to a face with serifs.
"""

import re
from functools import cache
from html import escape
from typing import Final

from PySide6.QtGui import QFontInfo

from ui.style.theme import font

_TAG: Final = re.compile(rb"<[^<>]*>")
_FAMILY: Final = re.compile(rb'(\sfont-family=)"[^"]*"')
_KNOWN: Final = ("Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC")
_GENERIC: Final = "sans-serif"


def with_font_lists(svg: bytes) -> bytes:
    """Return the SVG with every family as a list: the font that drew it, usual ones, a generic."""
    families = f'"{font_list()}"'.encode()
    return _TAG.sub(lambda tag: _FAMILY.sub(lambda attribute: attribute[1] + families, tag[0]), svg)


@cache
def font_list() -> str:
    """Return the families of our texts, as the value of an attribute."""
    drawn = QFontInfo(font()).family().partition(" [")[0]
    names = dict.fromkeys(name for name in (drawn, *_KNOWN) if name)
    quoted = (f"'{name}'" for name in names if "'" not in name)
    return escape(", ".join((*quoted, _GENERIC)), quote=True).replace("&#x27;", "'")
