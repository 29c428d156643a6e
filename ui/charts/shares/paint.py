"""Paints a list of bars into a rectangle: on a card and, with the same strokes, in a report.

It opens no painter. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.charts.shares.bars import BarList, BarRow
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font, mixed

NAME_PIXELS: Final = 12
ROW_AT_MOST: Final = 36.0
NOTE_FROM: Final = 28.0
"""Height of a row from which it has a second line."""
_GAP: Final = 8.0
_NAME_SHARE: Final = 0.56
_LEAST_TRACK: Final = 80.0
"""Pixels that a bar keeps where its name needs more than its share."""
NARROW: Final = 330.0
"""Width below which names stand over their bars."""
_THICK: Final = 0.5
_THICKEST: Final = 15.0
_LIGHTER: Final = 0.45
_CAP: Final = 3.0
_ROUND: Final = 2.0


@dataclass(frozen=True, slots=True)
class Room:
    """Where the parts stand: rows, the tracks of bars between names and values, the foot.

    Where it `is_narrow` names stand over their bars.
    """

    rows: tuple[QRectF, ...]
    left: float
    right: float
    foot: QRectF
    is_narrow: bool = False


class BarsPainter:
    """The fonts of a list of bars, and how it is laid out."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._name, self._small = font(NAME_PIXELS), font(SMALL_PIXELS)
        self._value = font(TEXT_PIXELS, bold=True)

    def room(self, shown: BarList, place: QRectF) -> Room:
        """Return where the parts stand in a place."""
        letters, is_narrow = QFontMetricsF(self._small), place.width() < NARROW
        within = QRectF(0, 0, place.width() - 2, place.height())
        wrapped = letters.boundingRect(within, Qt.TextFlag.TextWordWrap, shown.foot)
        foot = wrapped.height() + 4
        each = min(ROW_AT_MOST, max(1.0, place.height() - foot - 4) / max(1, len(shown.rows)))
        tops = [place.top() + number * each for number in range(len(shown.rows))]
        rows = tuple(QRectF(place.left(), top, place.width(), each) for top in tops)
        values = max((_width(row.text, self._value) for row in shown.rows), default=0.0)
        most = max(_NAME_SHARE * place.width(), place.width() - values - _LEAST_TRACK - 2 * _GAP)
        names = min(self._names_width(shown.rows), most) + _GAP
        left = place.left() + (0.0 if is_narrow else names)
        right = max(left + 1, place.right() - values - _GAP)
        under = rows[-1].bottom() + 4 if rows else place.top()
        return Room(rows, left, right, QRectF(place.left(), under, place.width(), foot), is_narrow)

    def paint(
        self, painter: QPainter, shown: BarList, place: QRectF, marked: int | None = None
    ) -> None:
        """Paint it; the row of a `marked` bar has a ground."""
        painter.save()
        room = self.room(shown, place)
        if marked is not None and marked < len(room.rows):
            painter.fillRect(room.rows[marked], QColor(self._theme.window))
        for bar, row in zip(shown.rows, room.rows, strict=True):
            self._paint_bar(painter, shown, bar, row, room)
            self._paint_texts(painter, bar, row, room)
        if shown.middle is not None and room.rows:
            self._paint_middle(painter, shown.middle, room)
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(self._small)
        painter.drawText(room.foot, Qt.TextFlag.TextWordWrap, shown.foot)
        painter.restore()

    def _names_width(self, rows: Sequence[BarRow]) -> float:
        names = (_width(f"{row.name} {row.mark}", self._name) for row in rows)
        notes = (_width(row.note, self._small) for row in rows)
        return max((*names, *notes), default=0.0) + 2

    def _paint_bar(
        self, painter: QPainter, shown: BarList, bar: BarRow, row: QRectF, room: Room
    ) -> None:
        place, width = self._bar_place(row, room), room.right - room.left
        top, thick = place.top(), place.height()
        painter.setPen(Qt.PenStyle.NoPen)
        if shown.middle is None:
            painter.setBrush(QColor(self._theme.window))
            track = QRectF(room.left, top, width, thick)
            painter.drawRoundedRect(track, _ROUND, _ROUND)
        color = self._theme.lever if bar.kind == "lever" else self._theme.assumption
        whole = QRectF(room.left, top, max(1.0, width * bar.end), thick)
        if shown.middle is not None:
            first = room.left + width * bar.begin
            whole = QRectF(first, top, max(1.0, width * (bar.end - bar.begin)), thick)
        elif bar.begin > 0:  # what is explained alone, and in front of it what only together is
            painter.setBrush(QColor(mixed(color, self._theme.panel, _LIGHTER)))
            painter.drawRoundedRect(whole, _ROUND, _ROUND)
            whole.setWidth(max(1.0, width * bar.begin))
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(whole, _ROUND, _ROUND)
        if bar.low is not None and bar.high is not None:
            self._paint_interval(painter, bar.low, bar.high, row, room)

    def _bar_place(self, row: QRectF, room: Room) -> QRectF:
        """Return where the whole track of a row stands."""
        names = QFontMetricsF(self._name).height() if room.is_narrow else 0.0
        thick = min(_THICKEST, max(2.0, _THICK * (row.height() - names)))
        middle = row.center().y() + names / 2
        return QRectF(room.left, middle - thick / 2, room.right - room.left, thick)

    def _paint_interval(
        self, painter: QPainter, low: float, high: float, row: QRectF, room: Room
    ) -> None:
        first, last = (room.left + each * (room.right - room.left) for each in (low, high))
        middle = self._bar_place(row, room).center().y()
        painter.setPen(QPen(QColor(self._theme.text), 1.5))
        painter.drawLine(QLineF(first, middle, last, middle))
        for x in (first, last):
            painter.drawLine(QLineF(x, middle - _CAP, x, middle + _CAP))

    def _paint_middle(self, painter: QPainter, middle: float, room: Room) -> None:
        x = room.left + middle * (room.right - room.left)
        painter.setPen(QPen(QColor(self._theme.baseline), 1.5))
        for row in room.rows:
            place = self._bar_place(row, room)
            top = place.top() - 2 if room.is_narrow else row.top()
            painter.drawLine(QLineF(x, top, x, row.bottom()))

    def _paint_texts(self, painter: QPainter, bar: BarRow, row: QRectF, room: Room) -> None:
        has_note = bool(bar.note) and row.height() >= NOTE_FROM and not room.is_narrow
        name, small = QFontMetricsF(self._name), QFontMetricsF(self._small)
        value = QFontMetricsF(self._value)
        right = row.right() - value.horizontalAdvance(bar.text)
        width = (right if room.is_narrow else room.left) - _GAP - row.left()
        behind = f" {bar.mark}" if bar.mark else ""
        cut = name.elidedText(
            bar.name, Qt.TextElideMode.ElideMiddle, width - name.horizontalAdvance(behind)
        )
        height = name.height() + (small.height() if has_note else 0.0)
        top = row.top() if room.is_narrow else row.center().y() - height / 2
        base = top + name.ascent()
        painter.setPen(QColor(self._theme.text))
        paint_line(painter, self._name, row.left(), base, f"{cut}{behind}")
        paint_line(painter, self._value, right, row.center().y() + value.capHeight() / 2, bar.text)
        if has_note:
            painter.setPen(QColor(self._theme.muted))
            note = small.elidedText(bar.note, Qt.TextElideMode.ElideRight, width)
            under = base + name.descent() + small.ascent()
            paint_line(painter, self._small, row.left(), under, note)


def row_at(room: Room, y: float) -> int | None:
    """Return the number of the row at a height."""
    found = (number for number, row in enumerate(room.rows) if row.top() <= y < row.bottom())
    return next(found, None)


def _width(text: str, written: QFont) -> float:
    return QFontMetricsF(written).horizontalAdvance(text)
