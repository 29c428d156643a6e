"""A font with its measures, as widgets that paint themselves hold it. Floor: widgets."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

from ui.style.theme import font

_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """A font with its measures, asked once."""

    written: QFont
    metrics: QFontMetrics

    @classmethod
    def of(cls, pixels: int, *, bold: bool = False) -> "Hand":
        """Return the hand of a size."""
        written = font(pixels, bold=bold)
        return cls(written, QFontMetrics(written))

    def width(self, text: str) -> int:
        """Return the width of a text; figures are of equal width, so a new number costs nothing."""
        return _width(self, _DIGIT.sub("0", text))


@lru_cache(maxsize=512)
def _width(hand: Hand, text: str) -> int:
    return hand.metrics.horizontalAdvance(text)
