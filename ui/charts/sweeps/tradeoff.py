"""Two numbers of a sweep against each other: the medians of each point, and those not beaten.

Points that are not beaten are filled squares on a dashed line, all others are hollow circles, or
dots where there are too many of them. Floor: charts.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.quantities.told.lists import in_turn, led_by
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.sweep.plan.columns import Column
from ui.charts.layout.ticks import nice_range, value_ticks
from ui.charts.worlds.picture import MIDDLE, RIGHT, paint_text
from ui.style.theme import SMALL_PIXELS, Theme, mixed
from ui.wording.sweeps.numbers import column_text, form_of_column, number_text, unit_of_column

Values = NDArray[np.float64]
Numbers = NDArray[np.int64]

_LEFT: Final = 66.0
_RIGHT: Final = 30.0
_ABOVE: Final = 22.0
_BELOW: Final = 36.0
_TICKS: Final = 5
_ROOMY: Final = 2000
"""Points up to which each is a circle."""
_RADIUS: Final = 3.0
_SQUARE: Final = 7.0
_NEAR: Final = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A number along one side: its medians at each point, and from where to where it goes."""

    column: Column
    values: Values
    ends: tuple[float, float]

    @property
    def title(self) -> str:
        """What is along it, in which unit."""
        return in_turn((column_text(self.column), unit_of_column(self.column)))

    def places(self, values: Values) -> Values:
        """Return where values lie, 0 to 1."""
        low, high = self.ends
        return np.asarray((values - low) / (high - low))

    def marks(self) -> tuple[float, ...]:
        """Return the values that are marked."""
        factor = form_of_column(self.column).factor
        marks, _ = value_ticks(self.ends[0] * factor, self.ends[1] * factor, _TICKS)
        return tuple(each / factor for each in marks)


def side_of(column: Column, values: Values) -> Side:
    """Return a side that holds every median."""
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    return Side(column, values, nice_range(low, high, _TICKS))


@dataclass(frozen=True, slots=True, eq=False)
class TradeoffPicture:
    """Medians across and up; `fronts` are the places of those not beaten, in order along each.

    There is a front for each world: a point of one beats none of another.
    """

    across: Side
    up: Side
    fronts: tuple[Numbers, ...]

    @property
    def front(self) -> Numbers:
        """The places of all points that are not beaten."""
        return np.concatenate(self.fronts) if self.fronts else np.empty(0, np.int64)

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""
        plot = _plot(rect)
        painter.save()
        self._paint_axes(painter, rect, plot, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_others(painter, plot, theme)
        self._paint_front(painter, plot, theme)
        painter.restore()

    def paint_chosen(self, painter: QPainter, rect: QRectF, point: int, theme: Theme) -> None:
        """Paint which point is chosen, over the picture."""
        at = self._at(_plot(rect), point - 1)
        if at is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 8.0, 8.0)

    def point_at(self, rect: QRectF, position: QPointF) -> int:
        """Return the point nearest to a place of the picture, 0 where there is none."""
        xs, ys = self._pixels(_plot(rect))
        gaps = np.hypot(xs - position.x(), ys - position.y())
        if np.isnan(gaps).all():
            return 0
        nearest = int(np.nanargmin(gaps))
        return nearest + 1 if gaps[nearest] <= _NEAR else 0

    def next_to(self, point: int, step: int) -> int:
        """Return the point so many further along the front; from elsewhere its nearer end."""
        if not len(self.front):
            return point
        found = np.flatnonzero(self.front == point - 1)
        last = len(self.front) - 1
        here = int(found[0]) + step if len(found) else (0 if step > 0 else last)
        return int(self.front[min(max(here, 0), last)]) + 1

    def told(self, point: int) -> str:
        """Return a point with both medians, and whether it is beaten."""
        place = point - 1
        is_front = bool((self.front == place).any())
        text = (
            translate("Sweeps", "Point {point}, not beaten: {first}; {second}")
            if is_front
            else translate("Sweeps", "Point {point}, beaten: {first}; {second}")
        )
        sides = (self.across, self.up)
        first, second = (
            led_by(
                column_text(each.column),
                number_text(each.column, float(each.values[place]), has_unit=True),
            )
            for each in sides
        )
        return text.format(point=fixed(point, 0, numerals()), first=first, second=second)

    def _pixels(self, plot: QRectF) -> tuple[Values, Values]:
        xs = plot.left() + self.across.places(self.across.values) * plot.width()
        ys = plot.bottom() - self.up.places(self.up.values) * plot.height()
        return xs, ys

    def _at(self, plot: QRectF, place: int) -> QPointF | None:
        xs, ys = self._pixels(plot)
        x, y = float(xs[place]), float(ys[place])
        return QPointF(x, y) if np.isfinite(x) and np.isfinite(y) else None

    def _paint_others(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        xs, ys = self._pixels(plot)
        is_other = np.isfinite(xs) & np.isfinite(ys)
        is_other[self.front] = False
        xs, ys = xs[is_other], ys[is_other]
        color = QColor(mixed(theme.panel, theme.data[0], 0.7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(xs) <= _ROOMY:
            painter.setPen(QPen(color, 1.2))
            for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
                painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)
            return
        cells = np.unique(np.column_stack((np.round(xs / 2), np.round(ys / 2))), axis=0) * 2
        painter.setPen(QPen(color, 2))
        painter.drawPoints([QPointF(x, y) for x, y in cells.tolist()])

    def _paint_front(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        xs, ys = self._pixels(plot)
        for front in self.fronts:
            pairs = zip(xs[front].tolist(), ys[front].tolist(), strict=True)
            self._paint_line(painter, [QPointF(x, y) for x, y in pairs], theme)

    def _paint_line(self, painter: QPainter, places: list[QPointF], theme: Theme) -> None:
        painter.setPen(QPen(QColor(theme.text), 1.2, Qt.PenStyle.DashLine))
        painter.drawPolyline(places)
        painter.setPen(QPen(QColor(theme.panel), 1))
        painter.setBrush(QColor(theme.data[1]))
        for at in places:
            half = _SQUARE / 2
            painter.drawRect(QRectF(at.x() - half, at.y() - half, _SQUARE, _SQUARE))

    def _paint_axes(self, painter: QPainter, rect: QRectF, plot: QRectF, theme: Theme) -> None:
        small, muted = SMALL_PIXELS, theme.muted
        for each in self.across.marks():
            x = plot.left() + float(self.across.places(np.array(each))) * plot.width()
            painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), QColor(theme.grid))
            text = number_text(self.across.column, each)
            half = min(45.0, rect.right() - x)
            box = QRectF(x - half, plot.bottom() + 3, 2 * half, 14)
            paint_text(painter, box, text, muted, flags=MIDDLE, pixels=small)
        for each in self.up.marks():
            y = plot.bottom() - float(self.up.places(np.array(each))) * plot.height()
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), QColor(theme.grid))
            text = number_text(self.up.column, each)
            box = QRectF(rect.left(), y - 7, _LEFT - 8, 14)
            paint_text(painter, box, text, muted, flags=RIGHT, pixels=small)
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), QColor(theme.axis))
        half = rect.width() / 2
        head = QRectF(rect.left() + 4, rect.top() + 2, half, 15)
        paint_text(painter, head, self.up.title, theme.text, pixels=small, bold=True)
        told = translate("Sweeps", "medians of each point; squares on the line: not beaten")
        head.moveLeft(rect.right() - half - 4)
        paint_text(painter, head, told, muted, flags=RIGHT, pixels=small)
        foot = QRectF(plot.left(), plot.bottom() + 19, plot.width(), 15)
        title = self.across.title
        paint_text(painter, foot, title, theme.text, flags=RIGHT, pixels=small, bold=True)


def _plot(rect: QRectF) -> QRectF:
    return rect.adjusted(_LEFT, _ABOVE, -_RIGHT, -_BELOW)
