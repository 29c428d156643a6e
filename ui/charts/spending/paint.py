"""Paints an answer about money: on a card and, with the same strokes, in a report.

The plot stands beside the bars, or above them where there is little room. Floor: charts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.charts.spending.picture import BarRow, FigureRow, SpendingPicture
from ui.charts.spending.plot_paint import PlotPainter
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, Theme, font

_PIXELS: Final = 12
_GAP: Final = 12.0
_BESIDE_FROM: Final = 400.0
_PLOT_SHARE: Final = 0.48
_STACKED_SHARE: Final = 0.42
_PLOT_AT_LEAST: Final = 150.0
_ROW_AT_LEAST: Final = 17.0
_ROW_AT_MOST: Final = 24.0
_THICK: Final = 0.56
_NAME_SHARE: Final = 0.46
_TEXT: Final = 46.0
"""Pixels of the amount at the end of a bar, and of the value at the right."""
_PAD: Final = 6.0


@dataclass(frozen=True, slots=True)
class Room:
    """Where the plot stands, the line of headings, the bars and the figures."""

    plot: QRectF
    head: QRectF
    bars: tuple[QRectF, ...]
    figures: tuple[QRectF, ...]


class SpendingPainter:
    """The fonts of such a picture, and how it is laid out."""

    def __init__(self, theme: Theme, color: str) -> None:
        self._theme = theme
        self._color = color
        self._plot = PlotPainter(theme, color)
        self._text, self._strong = font(_PIXELS), font(_PIXELS, bold=True)
        self._small = font(SMALL_PIXELS)

    def room(self, shown: SpendingPicture, place: QRectF) -> Room:
        """Return where the parts stand in a place."""
        count = _rows(shown)
        if place.width() >= _BESIDE_FROM:
            width = _PLOT_SHARE * place.width() - _GAP / 2
            plot = QRectF(place.left(), place.top(), width, place.height())
            side = place.adjusted(width + _GAP, 0, 0, 0)
        else:
            left_over = place.height() - 2 * _PAD - count * _ROW_AT_LEAST
            height = max(0.0, min(max(_STACKED_SHARE * place.height(), _PLOT_AT_LEAST), left_over))
            plot = QRectF(place.left(), place.top(), place.width(), height)
            side = place.adjusted(0, height + _PAD, 0, 0)
        each = min(_ROW_AT_MOST, (side.height() - _PAD) / count)
        head = QRectF(side.left(), side.top(), side.width(), each)
        bars = tuple(head.translated(0, each * (row + 1)) for row in range(len(shown.bars)))
        top = each * (len(bars) + 1) + _PAD
        figures = tuple(head.translated(0, top + each * row) for row in range(len(shown.figures)))
        return Room(plot, head, bars, figures)

    def least_height(self, shown: SpendingPicture, width: float) -> float:
        """Return how high a place of so many pixels is at least for all of it to be read."""
        side = _rows(shown) * _ROW_AT_LEAST + _PAD
        if width >= _BESIDE_FROM:
            return max(side, _PLOT_AT_LEAST)
        return side + _PAD + _PLOT_AT_LEAST

    def point_at(self, shown: SpendingPicture, place: QRectF, position: QPointF) -> int | None:
        """Return the number of the point of the curve that a pixel of the plot means."""
        return self._plot.point_at(shown.plot, self.room(shown, place).plot, position)

    def paint(
        self,
        painter: QPainter,
        shown: SpendingPicture,
        place: QRectF,
        marked: int | None = None,
        pointed: int | None = None,
    ) -> None:
        """Paint it; a `marked` bar has a ground, a `pointed` point of the curve is told."""
        painter.save()
        room = self.room(shown, place)
        self._plot.paint(painter, shown.plot, room.plot, pointed)
        self._head(painter, shown, room.head)
        names = self._widest((bar.name for bar in shown.bars), self._strong)
        names = min(names, _NAME_SHARE * room.head.width())
        for number, (bar, row) in enumerate(zip(shown.bars, room.bars, strict=True)):
            if number == marked:
                painter.fillRect(row, QColor(self._theme.window))
            self._bar(painter, bar, row, names)
        if room.figures:
            y = room.figures[0].top() - _PAD / 2
            painter.setPen(QColor(self._theme.border))
            painter.drawLine(QPointF(room.head.left(), y), QPointF(room.head.right(), y))
        spans = self._widest((figure.span for figure in shown.figures), self._small)
        for figure, row in zip(shown.figures, room.figures, strict=True):
            self._figure(painter, figure, row, spans)
        painter.restore()

    def _head(self, painter: QPainter, shown: SpendingPicture, row: QRectF) -> None:
        width = QFontMetricsF(self._small).horizontalAdvance(shown.value_head) + 2
        self._write(painter, shown.head, self._strong, row.adjusted(0, 0, -width - _PAD, 0))
        right = QRectF(row.right() - width, row.top(), width, row.height())
        self._write(painter, shown.value_head, self._small, right, at_right=True, muted=True)

    def _bar(self, painter: QPainter, bar: BarRow, row: QRectF, names: float) -> None:
        name = QRectF(row.left(), row.top(), names, row.height())
        written = self._strong if bar.is_marked else self._text
        self._write(painter, bar.name, written, name)
        value = QRectF(row.right() - _TEXT, row.top(), _TEXT, row.height())
        amount = value.translated(-_TEXT, 0)
        thick = _THICK * row.height()
        left, top = name.right() + _PAD, row.center().y() - thick / 2
        ground = QRectF(left, top, max(0.0, amount.left() - left), thick)
        painter.fillRect(ground, QColor(self._theme.window))
        filled = QRectF(left, top, ground.width() * min(1.0, bar.share), thick)
        painter.fillRect(filled, QColor(self._color))
        self._write(painter, bar.amount, self._text, amount, at_right=True, muted=bar.share == 0)
        self._write(painter, bar.value, self._text, value, at_right=True)

    def _figure(self, painter: QPainter, figure: FigureRow, row: QRectF, spans: float) -> None:
        """Paint a figure, its range in a column of its own."""
        written = self._strong if figure.is_strong else self._text
        span = QRectF(row.right() - spans, row.top(), spans, row.height())
        metrics = QFontMetricsF(written)
        width = metrics.horizontalAdvance(figure.value) + 2
        value = QRectF(span.left() - _PAD - width, row.top(), width, row.height())
        room = value.left() - _PAD - row.left()
        name = QRectF(row.left(), row.top(), room, row.height())
        self._write(painter, figure.name, written, name)
        self._write(painter, figure.value, written, value, at_right=True)
        self._write(painter, figure.span, self._small, span, at_right=True, muted=True)

    def _widest(self, texts: Iterable[str], written: QFont) -> float:
        metrics = QFontMetricsF(written)
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 2

    def _write(
        self,
        painter: QPainter,
        text: str,
        written: QFont,
        place: QRectF,
        *,
        at_right: bool = False,
        muted: bool = False,
    ) -> None:
        metrics = QFontMetricsF(written)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(self._theme.muted if muted else self._theme.text))
        x = place.right() - metrics.horizontalAdvance(text) if at_right else place.left()
        base = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
        paint_line(painter, written, x, base, text)


def _rows(shown: SpendingPicture) -> int:
    return len(shown.bars) + len(shown.figures) + 1


def bar_at(room: Room, point: QPointF) -> int | None:
    """Return the number of the bar whose row is under a point."""
    found = (number for number, row in enumerate(room.bars) if row.contains(point))
    return next(found, None)
