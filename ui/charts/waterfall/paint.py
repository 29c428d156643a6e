"""Paints a waterfall into a rectangle: on a card and, with the same strokes, in a report.

Bars of levers are in the color of the scenario, lighter than the difference itself; those of
assumptions in theirs; what only together gives is gray. It opens no painter. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.charts.waterfall.bars import Bar, Waterfall
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font, mixed, readable

NAME_PIXELS: Final = 12
ROW_AT_MOST: Final = 58.0
_GAP: Final = 8.0
_NAME_SHARE: Final = 0.4
_THICK: Final = 0.52
_THICKEST: Final = 22.0
_CAP: Final = 4.0
_LIGHTER: Final = 0.38
_TICK_ROOM: Final = 20.0
_LINES: Final = 2
"""Lines that a name, and what stands under the plot, may have."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where the parts of a waterfall stand: its rows, the plot between names and values."""

    rows: tuple[QRectF, ...]
    plot: QRectF
    foot: QRectF


class WaterfallPainter:
    """The fonts of a waterfall, and how it is laid out."""

    def __init__(self, theme: Theme, color: str) -> None:
        self._theme = theme
        self._color = color
        self._name, self._small = font(NAME_PIXELS), font(SMALL_PIXELS)
        self._strong, self._value = font(NAME_PIXELS, bold=True), font(TEXT_PIXELS, bold=True)

    def room(self, shown: Waterfall, place: QRectF) -> Room:
        """Return where the parts stand in a place."""
        line = QFontMetricsF(self._small).height()
        wraps = _width(shown.foot, self._small) > place.width()
        under = (_LINES if wraps else 1) * line
        height = max(1.0, place.height() - _TICK_ROOM - under)
        each = min(ROW_AT_MOST, height / max(1, len(shown.bars)))
        left = min(self._names_width(shown.bars), _NAME_SHARE * place.width()) + _GAP
        right = max(_width(bar.text, self._value) for bar in shown.bars) + _GAP
        tops = [place.top() + number * each for number in range(len(shown.bars))]
        rows = tuple(QRectF(place.left(), top, place.width(), each) for top in tops)
        plot = QRectF(
            place.left() + left, place.top(), place.width() - left - right, each * len(rows)
        )
        foot = QRectF(place.left(), plot.bottom() + _TICK_ROOM, place.width(), under)
        return Room(rows, plot, foot)

    def paint(
        self, painter: QPainter, shown: Waterfall, place: QRectF, marked: int | None = None
    ) -> None:
        """Paint it; the row of a `marked` bar has a ground."""
        painter.save()
        room = self.room(shown, place)
        if marked is not None and marked < len(room.rows):
            ground = mixed(self._theme.panel, self._theme.window, 1.0)
            painter.fillRect(room.rows[marked], QColor(ground))
        self._paint_axis(painter, shown, room)
        self._paint_joints(painter, shown, room)
        for bar, row in zip(shown.bars, room.rows, strict=True):
            self._paint_bar(painter, shown, bar, row, room.plot)
            self._paint_texts(painter, bar, row, room.plot)
        painter.setPen(QColor(self._theme.muted))
        self._write_lines(painter, shown.foot, self._small, room.foot)
        painter.restore()

    def _names_width(self, bars: Sequence[Bar]) -> float:
        names = (_width(bar.name, self._font_of(bar)) for bar in bars)
        notes = (_width(bar.note, self._small) for bar in bars)
        return max((*names, *notes)) + 2

    def _paint_axis(self, painter: QPainter, shown: Waterfall, room: Room) -> None:
        bottom, places = (
            room.plot.bottom(),
            [_at(value, shown, room.plot) for value, _ in shown.ticks],
        )
        for x, (value, _) in zip(places, shown.ticks, strict=True):
            color = self._theme.axis if value == 0 else self._theme.grid
            painter.setPen(QPen(QColor(color), 1))
            painter.drawLine(QLineF(x, room.plot.top(), x, bottom))
        painter.setPen(QColor(self._theme.muted))
        widths = [_width(text, self._small) for _, text in shown.ticks]
        zero = next((n for n, (value, _) in enumerate(shown.ticks) if value == 0), 0)
        base = bottom + 3 + QFontMetricsF(self._small).ascent()
        for number in named(places, widths, zero):
            x = places[number] - widths[number] / 2
            paint_line(painter, self._small, x, base, shown.ticks[number][1])

    def _paint_joints(self, painter: QPainter, shown: Waterfall, room: Room) -> None:
        """Paint dotted lines from where a bar ends to where the next begins, and to the total."""
        painter.setPen(QPen(QColor(self._theme.axis), 1, Qt.PenStyle.DotLine))
        thick = _thick(room.rows[0])
        for bar, above, below in zip(shown.bars, room.rows, room.rows[1:], strict=False):
            x = _at(bar.end, shown, room.plot)
            top, bottom = above.center().y() + thick / 2, below.center().y() - thick / 2
            painter.drawLine(QLineF(x, top, x, bottom))

    def _paint_bar(
        self, painter: QPainter, shown: Waterfall, bar: Bar, row: QRectF, plot: QRectF
    ) -> None:
        first, last = sorted(_at(each, shown, plot) for each in (bar.start, bar.end))
        thick, middle = _thick(row), row.center().y()
        place = QRectF(first, middle - thick / 2, max(1.0, last - first), thick)
        painter.fillRect(place, QColor(self._color_of(bar)))
        if bar.low is None or bar.high is None:
            return
        low, high = (_at(each, shown, plot) for each in (bar.low, bar.high))
        painter.setPen(QPen(QColor(self._theme.text), 1.5))
        painter.drawLine(QLineF(low, middle, high, middle))
        for x in (low, high):
            painter.drawLine(QLineF(x, middle - _CAP, x, middle + _CAP))

    def _paint_texts(self, painter: QPainter, bar: Bar, row: QRectF, plot: QRectF) -> None:
        room = QRectF(row.left() + 2, row.top(), plot.left() - row.left() - _GAP, row.height())
        self._paint_name(painter, bar, room)
        right = QRectF(plot.right(), row.top(), row.right() - plot.right(), row.height())
        painter.setPen(QColor(self._text_color(bar)))
        self._write(painter, bar.text, self._value, right, at_right=True)

    def _paint_name(self, painter: QPainter, bar: Bar, room: QRectF) -> None:
        """Write a name, on two lines where it needs them, and under it its note if there is room.

        A row without room for both keeps the name.
        """
        written = self._font_of(bar)
        line, notes = QFontMetricsF(written).height(), QFontMetricsF(self._small).height()
        wraps = _width(bar.name, written) > room.width() and room.height() >= _LINES * line
        names = (_LINES if wraps else 1) * line
        has_note = bool(bar.note) and room.height() >= names + notes
        top = room.center().y() - (names + (notes if has_note else 0.0)) / 2
        painter.setPen(QColor(self._theme.text))
        self._write_lines(painter, bar.name, written, QRectF(room.left(), top, room.width(), names))
        if has_note:
            painter.setPen(QColor(self._theme.muted))
            note = QRectF(room.left(), top + names, room.width(), notes)
            self._write(painter, bar.note, self._small, note)

    def _write_lines(self, painter: QPainter, text: str, written: QFont, place: QRectF) -> None:
        """Write a text on as many lines as a place has, the last one cut where it is too long."""
        metrics = QFontMetricsF(written)
        lines = max(1, round(place.height() / metrics.height()))
        for number, part in enumerate(wrapped(text, metrics, place.width(), lines)):
            top = place.top() + number * metrics.height()
            self._write(
                painter, part, written, QRectF(place.left(), top, place.width(), metrics.height())
            )

    def _write(
        self, painter: QPainter, text: str, written: QFont, place: QRectF, *, at_right: bool = False
    ) -> None:
        metrics = QFontMetricsF(written)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
        x = place.right() - metrics.horizontalAdvance(text) if at_right else place.left()
        base = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
        paint_line(painter, written, x, base, text)

    def _font_of(self, bar: Bar) -> QFont:
        return self._strong if bar.kind == "total" else self._name

    def _color_of(self, bar: Bar) -> str:
        match bar.kind:
            case "total":
                return self._color
            case "together" | "rest":
                return self._theme.axis
            case "assumption":
                return mixed(self._theme.assumption, self._theme.panel, _LIGHTER)
            case "lever":
                return mixed(self._color, self._theme.panel, _LIGHTER)

    def _text_color(self, bar: Bar) -> str:
        return readable(self._color, self._theme) if bar.kind == "total" else self._theme.text


def wrapped(text: str, metrics: QFontMetricsF, width: float, lines: int) -> list[str]:
    """Return a text on so many lines at most, broken between words; the last may be too long."""
    found, words = list[str](), text.split(" ")
    while words and len(found) < lines - 1:
        count = next(
            (
                n
                for n in range(len(words), 1, -1)
                if metrics.horizontalAdvance(" ".join(words[:n])) <= width
            ),
            1,
        )
        found.append(" ".join(words[:count]))
        words = words[count:]
    return [*found, " ".join(words)] if words else found


def named(places: Sequence[float], widths: Sequence[float], zero: int) -> list[int]:
    """Return which marks are named: as many as have room, evenly, the one at `zero` among them."""
    found = list(range(len(places)))
    for step in range(1, len(places) + 1):
        found = [number for number in range(len(places)) if (number - zero) % step == 0]
        if all(
            places[right] - places[left] >= (widths[left] + widths[right]) / 2 + _GAP
            for left, right in pairwise(found)
        ):
            break
    return found


def bar_at(room: Room, point: QPointF) -> int | None:
    """Return the number of the bar whose row is under a point."""
    found = (number for number, row in enumerate(room.rows) if row.contains(point))
    return next(found, None)


def _at(value: float, shown: Waterfall, plot: QRectF) -> float:
    return plot.left() + plot.width() * (value - shown.low) / (shown.high - shown.low)


def _thick(row: QRectF) -> float:
    return min(_THICKEST, _THICK * row.height())


def _width(text: str, written: QFont) -> float:
    return QFontMetricsF(written).horizontalAdvance(text)
