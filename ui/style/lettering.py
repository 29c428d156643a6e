"""Texts as they are drawn: a fallback font may reach further than the font that was asked for.

A line is placed by its baseline, which is the same for all fonts, and gets the room that its
letters take. What would take more than a few lines, as stacked marks without end, is cut to that.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTextLayout,
    QTextLine,
    QTextOption,
    QTransform,
)

_JOINER = "\N{WORD JOINER}"
_RANGE = re.compile(r"(?<=[\d%])[–\N{FULLWIDTH TILDE}](?=[\d+−])")
_HAN = r"\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_UNBROKEN = re.compile(rf"[{_HAN}]|[^\s{_HAN}]+")
TALLEST = 2.0
"""Lines of room that letters may take above a baseline, and below it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far letters reach from their baseline, in pixels."""

    above: float
    below: float

    @property
    def height(self) -> float:
        """The room of a line."""
        return self.above + self.below

    def baseline(self, top: float, height: float) -> float:
        """Return where the baseline lies when the line stands in the middle of a row."""
        return top + (height - self.height) / 2 + self.above


def reach_of(texts: Iterable[str], font: QFont) -> Reach:
    """Return how far the letters of a row reach, at least as far as those of the font itself."""
    key = font.toString()
    reaches = [_measured(text, key)[0] for text in ("", *texts)]
    return Reach(max(one.above for one in reaches), max(one.below for one in reaches))


def level_in(row: QRect, font: QFont) -> float:
    """Return the baseline of a row, the same for each text in whatever font it is drawn."""
    return reach_of((), font).baseline(row.top(), row.height())


def paint_line(painter: QPainter, font: QFont, x: float, baseline: float, text: str) -> None:
    """Paint a text on its baseline, letter by letter in whatever font has it."""
    painter.setFont(font)
    if text.isascii():  # no letter of these is cut
        painter.drawText(QPointF(x, baseline), text)
        return
    with _cut(painter, font, x, baseline, text):
        painter.drawText(QPointF(x, baseline), text)


class Shaped:
    """A text on one line, shaped once and painted often."""

    def __init__(self, text: str, font: QFont) -> None:
        self._font = font
        self._text = QStaticText(text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        self._text.prepare(QTransform(), font)
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        self._ascent = line.ascent() if line.isValid() else 0.0
        self._is_cut = _measured(text, font.toString())[1]

    def paint(self, painter: QPainter, x: float, baseline: float) -> None:
        """Paint the text on its baseline."""
        painter.setFont(self._font)
        place = QPointF(x, baseline - self._ascent)
        if not self._is_cut:
            painter.drawStaticText(place, self._text)
            return
        with _cut(painter, self._font, x, baseline, self._text.text()):
            painter.drawStaticText(place, self._text)


def unbroken(text: str) -> list[str]:
    """Return the parts of a text within which no line has to break: words, and Chinese letters."""
    return _UNBROKEN.findall(text)


class Paragraph:
    """A text broken into lines no wider than a room, each as high as its letters need.

    A range of numbers is not broken at its dash.
    """

    def __init__(self, text: str, font: QFont, room: float) -> None:
        self._leading = max(0.0, QFontMetricsF(font).leading())
        self._layout, self._lines = _broken(text, font, room)
        starts = {line.textStart() for line, _ in self._lines}
        if any({found.start(), found.end()} & starts for found in _RANGE.finditer(text)):
            joined = _RANGE.sub(f"{_JOINER}\\g<0>{_JOINER}", text)
            self._layout, self._lines = _broken(joined, font, room)

    @property
    def height(self) -> float:
        """The room of all lines."""
        return sum(reach.height + self._leading for _, reach in self._lines)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def paint(self, painter: QPainter, x: float, top: float) -> None:
        """Paint the lines from a top down, in the color of the painter's pen."""
        for line, reach in self._lines:
            line.draw(painter, QPointF(x, top + reach.above - line.ascent()))
            top += reach.height + self._leading


def _broken(
    text: str, font: QFont, room: float
) -> tuple[QTextLayout, list[tuple[QTextLine, Reach]]]:
    """Return a text in lines, each with how far its letters reach; they live with the layout."""
    layout, lines = QTextLayout(text, font), []
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start = line.textStart()
        lines.append((line, reach_of([text[start : start + line.textLength()]], font)))
    layout.endLayout()
    return layout, lines


@contextmanager
def _cut(painter: QPainter, font: QFont, x: float, baseline: float, text: str) -> Iterator[None]:
    """Paint no more of a text than the room that it gets."""
    if not _measured(text, font.toString())[1]:
        yield
        return
    reach, width = reach_of([text], font), QFontMetricsF(font).horizontalAdvance(text)
    painter.save()
    painter.setClipRect(QRectF(x, baseline - reach.above, width, reach.height))
    yield
    painter.restore()


@lru_cache(maxsize=1024)
def _measured(text: str, key: str) -> tuple[Reach, bool]:
    """Return how far a text reaches in the font of a key, and whether it is cut to that."""
    font = QFont()
    font.fromString(key)
    metrics = QFontMetricsF(font)
    ink, most = metrics.tightBoundingRect(text), TALLEST * metrics.height()
    above, below = max(metrics.ascent(), -ink.top()), max(metrics.descent(), ink.bottom())
    return Reach(min(above, most), min(below, most)), max(above, below) > most
