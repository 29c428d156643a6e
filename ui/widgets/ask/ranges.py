"""Ranges before and after, a row each on one common axis; what a card and a report paint alike.

It knows no study: whoever asks gives rows, the ends of the axis, and what stands at zero. The range
before is pale, the one after strong, with a dot at the median. Floor: widgets.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.quantities.told.lists import led_by
from ui.accessibility.accessible import Accessible, Part, Role
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, Theme, font, mixed

Range = tuple[float, float, float]

ROW: Final = 34
_HEAD: Final = 40
_NAME_SHARE: Final = 0.56
_NAME_MOST: Final = 260.0
_PALE: Final = 0.55
_BAR: Final = 5.0
_DOT: Final = 3.5


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A name, what is said under it, and a range before and after (None where there is none)."""

    name: str
    told: str
    before: Range
    after: Range | None = None


@dataclass(frozen=True, slots=True)
class RangeRows:
    """Rows under a heading on an axis between two ends; `zero` is what its line stands for."""

    heading: str
    rows: tuple[RangeRow, ...]
    ends: tuple[float, float]
    zero: str
    is_assumption: bool = False


def height_of(count: int) -> int:
    """Return the height in which so many rows have room."""
    return _HEAD + count * ROW


class RangeView(QWidget):
    """Shows rows; those that have no room are left out, and all are in its tip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown: RangeRows | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, shown: RangeRows) -> None:
        """Show these rows."""
        self.shown = shown
        self.setAccessibleName(shown.heading)
        texts = (led_by(row.name, row.told) for row in shown.rows)
        self.setAccessibleDescription("\n".join(texts))
        self.update()

    def accessible(self) -> Accessible:
        """Return the rows, also those that have no room."""
        rows = self.shown.rows if self.shown else ()
        parts = tuple(Part(row.name, row.told) for row in rows)
        return Accessible(self.accessibleName(), Role.Chart, parts=parts)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, height_of(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is not None:
            painter = QPainter(self)
            paint_ranges(painter, QRectF(self.rect()), self._theme, self.shown)
            painter.end()


def paint_ranges(painter: QPainter, place: QRectF, theme: Theme, shown: RangeRows) -> None:
    """Paint the rows that have room, the heading over them, and the line at zero."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small = font(SMALL_PIXELS)
    painter.setPen(QColor(theme.muted))
    paint_line(painter, small, place.left(), place.top() + 12, shown.heading)
    names = min(_NAME_SHARE * place.width(), _NAME_MOST)
    axis = QRectF(place.left() + names, place.top() + _HEAD, place.width() - names - 6, 0)
    count = min(len(shown.rows), int((place.height() - _HEAD) // ROW))
    axis.setHeight(max(count, 0) * ROW)
    _paint_zero(painter, axis, theme, shown)
    for number, row in enumerate(shown.rows[:count]):
        top = axis.top() + number * ROW
        _paint_text(painter, QRectF(place.left(), top, names - 8, ROW), theme, row)
        _paint_row(painter, QRectF(axis.left(), top, axis.width(), ROW), theme, shown, row)
    painter.restore()


def _paint_zero(painter: QPainter, axis: QRectF, theme: Theme, shown: RangeRows) -> None:
    x = _x(0.0, axis, shown)
    painter.setPen(QPen(QColor(theme.baseline), 1.0))
    painter.drawLine(QPointF(x, axis.top() - 2), QPointF(x, axis.bottom()))
    small = font(SMALL_PIXELS)
    width = QFontMetricsF(small).horizontalAdvance(shown.zero)
    left = min(max(x - width / 2, axis.left()), axis.right() - width)
    painter.setPen(QColor(theme.muted))
    paint_line(painter, small, left, axis.top() - 8, shown.zero)


def _paint_text(painter: QPainter, place: QRectF, theme: Theme, row: RangeRow) -> None:
    """Write a name, cut in its middle where it must be, as its end tells what it is of."""
    middle, end = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
    for text, letters, mode, color, down in (
        (row.name, font(12), middle, theme.text, 14),
        (row.told, font(SMALL_PIXELS), end, theme.muted, 28),
    ):
        painter.setPen(QColor(color))
        cut = QFontMetricsF(letters).elidedText(text, mode, place.width())
        paint_line(painter, letters, place.left(), place.top() + down, cut)


def _paint_row(
    painter: QPainter, place: QRectF, theme: Theme, shown: RangeRows, row: RangeRow
) -> None:
    strong = theme.assumption if shown.is_assumption else theme.accent
    pale = mixed(strong, theme.panel, _PALE)
    if row.after is None:
        _paint_bar(painter, place, shown, row.before, (strong, place.center().y()))
        return
    _paint_bar(painter, place, shown, row.before, (pale, place.center().y() - _BAR))
    _paint_bar(painter, place, shown, row.after, (strong, place.center().y() + _BAR))


def _paint_bar(
    painter: QPainter, place: QRectF, shown: RangeRows, ends: Range, look: tuple[str, float]
) -> None:
    color, y = look
    low, middle, high = (_x(each, place, shown) for each in ends)
    painter.setPen(QPen(QColor(color), _BAR, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(low, y), QPointF(high, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(middle, y), _DOT, _DOT)


def _x(value: float, place: QRectF, shown: RangeRows) -> float:
    """Return where a value lies; what lies beyond an end is drawn at it."""
    low, high = shown.ends
    share = (min(max(value, low), high) - low) / (high - low)
    return place.left() + share * place.width()
