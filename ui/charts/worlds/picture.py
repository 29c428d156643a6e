"""What a picture of an answer is, and the words and boxes it is painted of. Floor: charts."""

from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
ROUND: Final = 3.0
SWATCH: Final = 9.0
PAGE: Final = 680.0
"""Pixels that a picture is wide on a page."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What keys can go to in a picture: where, what is said of it, the input that it leads to."""

    place: QRectF
    told: str
    address: str = ""


class Picture(Protocol):
    """A picture that fills a rectangle, and can say what is at a point of it."""

    @property
    def height(self) -> float:
        """How high it wants to be, in pixels."""

    def least_in(self, width: float) -> float:
        """Return how high it has to be in a width to be read."""

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""

    def tip_at(self, rect: QRectF, point: QPointF) -> str:
        """Return what is to be said of what is at a point; empty for nothing."""

    def address_at(self, rect: QRectF, point: QPointF) -> str:
        """Return the address of the input at a point; empty for none."""

    def stops(self, rect: QRectF) -> tuple[Stop, ...]:
        """Return what keys go through, in its order."""

    def in_words(self) -> str:
        """Return all that it shows, for who cannot see it."""


def aspect_of(picture: Picture) -> float:
    """Return how high a picture wants to be on a page, for its width."""
    return picture.height / PAGE


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    color: str,
    *,
    flags: Qt.AlignmentFlag = LEFT,
    pixels: int = TEXT_PIXELS,
    bold: bool = False,
) -> None:
    """Paint a text on one line, with an ellipsis where it is too long."""
    chosen = font(pixels, bold=bold)
    told = QFontMetricsF(chosen).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(chosen)
    painter.setPen(QColor(color))
    painter.drawText(rect, flags, told)


def paint_box(painter: QPainter, rect: QRectF, color: str) -> None:
    """Fill a rectangle with round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(rect, ROUND, ROUND)
    painter.restore()


def text_width(text: str, *, pixels: int = SMALL_PIXELS, bold: bool = False) -> float:
    """Return how wide a text is."""
    return QFontMetricsF(font(pixels, bold=bold)).horizontalAdvance(text)


def in_two_lines(text: str, width: float, *, pixels: int = TEXT_PIXELS) -> tuple[str, str]:
    """Return a bold text broken between words where a line is too short for it."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if count == 1 or text_width(first, pixels=pixels, bold=True) <= width:
            return first, " ".join(words[count:])
    return text, ""
