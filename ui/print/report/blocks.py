"""What a page of paper is built of: blocks that know how high they are and paint themselves.

Laid out in the thread of the window, painted in any. Where they stand is told by `paper`.
Floor: print.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.print.report.charts import ReportChart, font_of_text
from ui.print.report.parts import Cell, TargetBars
from ui.style.lettering import Paragraph
from ui.style.theme import LIGHT

TEXT_PIXELS: Final = 11
HEAD_PIXELS: Final = 12
_BAR: Final = 7.0
_PADDING: Final = 14.0
_APART: Final = 16.0
_SLACK: Final = 2.0
"""Pixels by which the width of a line may be rounded."""
_LINE: Final = "\N{LINE SEPARATOR}"


class Block(Protocol):
    """Something on a page; one that `leads` never stands last on it."""

    leads: bool
    gap: float

    @property
    def height(self) -> float:
        """How high it is, without the gap before it."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it from its corner on."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a font and a color."""

    text: str
    pixels: int = TEXT_PIXELS
    color: str = LIGHT.text
    bold: bool = False

    @property
    def font(self) -> QFont:
        """The font it is written in."""
        return font_of_text(self.pixels, bold=self.bold)

    @property
    def width(self) -> float:
        """How wide it is on one line."""
        return QFontMetricsF(self.font).horizontalAdvance(self.text)

    def cut(self, room: float) -> "Words":
        """Return it with an ellipsis where it is wider than a room."""
        metrics = QFontMetricsF(self.font)
        text = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, room)
        return Words(text, self.pixels, self.color, self.bold)

    def in_lines(self, room: float) -> "Words":
        """Return it in lines that break at spaces alone, as a command has to, to be copied.

        What is wider than the room by itself breaks anywhere.
        """
        metrics, lines = QFontMetricsF(self.font), [""]
        for part in self.text.split(" "):
            longer = f"{lines[-1]} {part}" if lines[-1] else part
            if lines[-1] and metrics.horizontalAdvance(longer) + _SLACK > room:
                lines.append(part)
            else:
                lines[-1] = longer
        return replace(self, text=_LINE.join(lines))


class TextBlock:
    """A paragraph."""

    def __init__(self, words: Words, room: float, *, gap: float = 0.0, leads: bool = False) -> None:
        self.gap, self.leads = gap, leads
        self.text, self._color = words.text, words.color
        self._paragraph = Paragraph(words.text, words.font, room)

    @property
    def height(self) -> float:
        """The room of its lines."""
        return self._paragraph.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines."""
        painter.setPen(QColor(self._color))
        self._paragraph.paint(painter, x, y)


class TitleBlock:
    """The title under an accent, the day at the right of it."""

    leads = True
    gap = 0.0

    def __init__(self, title: Words, day: Words, room: float) -> None:
        self._room, self._day = room, day.cut(room / 2)
        self._title = TextBlock(title, room - self._day.width - _PADDING)

    @property
    def height(self) -> float:
        """The room of the accent and the title."""
        return 12.0 + self._title.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint accent, title and day."""
        painter.fillRect(QRectF(x, y, 34, 4), QColor(LIGHT.accent))
        self._title.paint(painter, x, y + 12)
        painter.setPen(QColor(self._day.color))
        day = Paragraph(self._day.text, self._day.font, self._room)
        day.paint(painter, x + self._room - self._day.width, y + 20)


class BoxBlock:
    """Paragraphs on a ground, an accent at their left."""

    leads = False

    def __init__(self, texts: Sequence[str], room: float, *, gap: float) -> None:
        self.gap, self._room = gap, room
        inner = room - 2 * _PADDING
        self._lines = [
            TextBlock(Words(text), inner, gap=3.0 * bool(n)) for n, text in enumerate(texts)
        ]

    @property
    def height(self) -> float:
        """The room of the paragraphs and around them."""
        return 2 * 9.0 + sum(line.height + line.gap for line in self._lines)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint ground, accent and paragraphs."""
        painter.fillRect(QRectF(x, y, self._room, self.height), QColor(LIGHT.window))
        painter.fillRect(QRectF(x, y, 3, self.height), QColor(LIGHT.accent))
        y += 9.0
        for line in self._lines:
            line.paint(painter, x + _PADDING, y + line.gap)
            y += line.height + line.gap


class ChartsBlock:
    """Charts beside each other; those that were laid out for another sheet are painted to scale."""

    leads = False

    def __init__(
        self, charts: Sequence[ReportChart], step: float, *, gap: float, scale: float = 1.0
    ) -> None:
        self.gap, self._charts, self._step, self._scale = gap, charts, step, scale

    @property
    def height(self) -> float:
        """The height of the charts, which is the same."""
        return self._scale * max(each.height for each in self._charts)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the charts."""
        painter.save()
        painter.translate(x, y)
        painter.scale(self._scale, self._scale)
        for number, chart in enumerate(self._charts):
            chart.paint(painter, number * self._step, 0.0)
        painter.restore()


class KeyBlock:
    """Titles side by side in their colors, on as many lines as they need; charts stand below."""

    leads = True

    def __init__(self, titles: Sequence[Cell], room: float, *, gap: float) -> None:
        self.gap = gap
        words = [Words(each.text, color=each.color, bold=True) for each in titles]
        self.width = sum(each.width + _APART for each in words)
        self._placed: list[tuple[float, float, TextBlock]] = []
        self.height = 0.0
        x, y = 0.0, 0.0
        for each in words:
            block = TextBlock(each, room)
            if x and x + each.width > room:
                x, y = 0.0, self.height
            self._placed.append((x, y, block))
            x += each.width + _APART
            self.height = max(self.height, y + block.height)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the titles."""
        for left, top, block in self._placed:
            block.paint(painter, x + left, y + top)


class PairBlock:
    """A short text before a longer one: a date and an event, a dot and a sentence."""

    leads = False

    def __init__(
        self, first: Words, second: Words, indent: float, room: float, *, gap: float = 2.0
    ) -> None:
        self.gap, self._indent = gap, indent
        self._parts = (TextBlock(first, room), TextBlock(second, room - indent))

    @property
    def height(self) -> float:
        """The height of the longer one."""
        return max(part.height for part in self._parts)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint both."""
        for part, indent in zip(self._parts, (0.0, self._indent), strict=True):
            part.paint(painter, x + indent, y)


class BarsBlock:
    """A target in words, and below it a bar for each scenario."""

    leads = False

    def __init__(self, target: TargetBars, room: float, *, gap: float = 4.0) -> None:
        self.gap, self._room, self._target = gap, room, target
        self._title = TextBlock(Words(target.title), room)
        self._line = TextBlock(Words("X"), room).height + 3.0
        self._named = 0.42 * room

    @property
    def height(self) -> float:
        """The room of the words and the bars."""
        return self._title.height + 2.0 + self._line * len(self._target.bars)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint words and bars."""
        self._title.paint(painter, x, y)
        y += self._title.height + 2.0
        for bar in self._target.bars:
            told = Words(bar.text, bold=True)
            name = Words(bar.name).cut(self._named - 8)
            TextBlock(name, self._room).paint(painter, x, y)
            TextBlock(told, self._room).paint(painter, x + self._room - told.width, y)
            wide = self._room - self._named - 54
            place = QRectF(x + self._named, y + (self._line - 3 - _BAR) / 2, wide, _BAR)
            _round(painter, place, LIGHT.border)
            if bar.share:
                _round(painter, QRectF(place.x(), place.y(), wide * bar.share, _BAR), bar.color)
            y += self._line


def _round(painter: QPainter, place: QRectF, color: str) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
    painter.restore()


class BesideBlock:
    """Blocks in two columns."""

    leads = False

    def __init__(self, columns: Sequence[Sequence[Block]], step: float, *, gap: float) -> None:
        self.gap, self._columns, self._step = gap, columns, step

    @property
    def height(self) -> float:
        """The height of the longer column."""
        return max(sum(each.height + each.gap for each in blocks) for blocks in self._columns)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the columns."""
        for number, blocks in enumerate(self._columns):
            top = y
            for block in blocks:
                block.paint(painter, x + number * self._step, top + block.gap)
                top += block.height + block.gap


def rule(painter: QPainter, x: float, y: float, width: float) -> None:
    """Paint a thin line."""
    painter.setPen(QPen(QColor(LIGHT.border), 1.0))
    painter.drawLine(QLineF(x, y, x + width, y))
