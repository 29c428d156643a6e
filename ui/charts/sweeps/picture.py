"""The points of a sweep as a picture: the 80% range and the median of each, and the level.

Drawn by one painter, for the window and for files. Where points have no room of their own, a pixel
shows all that stand there, and the picture says so. Floor: charts.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.quantities.told.lists import in_turn, led_by
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.sweep.summary.level import Level
from ui.charts.layout.ticks import nice_range, value_ticks
from ui.charts.sweeps.placing import Placed, Thinned, thinned
from ui.charts.worlds.picture import MIDDLE, RIGHT, paint_text, text_width
from ui.engine.sweeps.points import PointsFound
from ui.style.theme import SMALL_PIXELS, Theme, mixed
from ui.wording.sweeps.numbers import column_text, form_of_column, number_text, unit_of_column

_LEFT: Final = 66.0
_RIGHT: Final = 12.0
_ABOVE: Final = 22.0
_BELOW: Final = 36.0
_ROOMY: Final = 5.0
"""Pixels for each point from which it has a mark of its own."""
_RADIUS: Final = 2.5
_TICKS: Final = 5
_TICK_ROOM: Final = 90.0
_NEAR: Final = 1.5
_LINE: Final = 15.0
"""Pixels that two lines beside the axis need from one to the next."""


@dataclass(frozen=True, slots=True, eq=False)
class PointsPicture:
    """What the points say, where they stand, and which one is chosen, 0 for none."""

    found: PointsFound
    placed: Placed
    ends: tuple[float, float]

    @property
    def is_empty(self) -> bool:
        """Whether no point has a number."""
        return not bool(np.isfinite(self.found.median).any())

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""
        plot = plot_in(rect)
        painter.save()
        self._paint_axes(painter, rect, plot, theme)
        width = max(1, int(plot.width()))
        is_roomy = plot.width() >= _ROOMY * self.found.count
        if is_roomy:
            self._paint_each(painter, plot, theme)
        else:
            shown = thinned(self.placed, self._ranges, width)
            self._paint_thinned(painter, plot, shown, theme)
        self._paint_level(painter, plot, theme)
        self._paint_head(painter, rect, theme, is_roomy=is_roomy)
        painter.restore()

    def paint_chosen(self, painter: QPainter, rect: QRectF, point: int, theme: Theme) -> None:
        """Paint which point is chosen, over the picture."""
        plot, place = plot_in(rect), point - 1
        x = plot.left() + self.placed.places[place] * plot.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.text), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        if not isfinite(self.found.median[place]):
            return
        low, middle, high = (self._y(plot, float(each[place])) for each in self._ranges)
        painter.setPen(QPen(QColor(theme.text), 2))
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        painter.setBrush(QColor(theme.panel))
        painter.drawEllipse(QPointF(x, middle), 4.5, 4.5)

    def point_at(self, rect: QRectF, position: QPointF) -> int:
        """Return the point nearest to a place of the picture, 0 where there is none.

        Of those that share its pixels it is the one whose median is nearest.
        """
        plot = plot_in(rect)
        if not plot.adjusted(-4, -4, 4, 4).contains(position):
            return 0
        places = self.placed.places[self.placed.order]
        at = (position.x() - plot.left()) / plot.width()
        reach = _NEAR / plot.width()
        first, last = np.searchsorted(places, (at - reach, at + reach))
        if first == last:
            last = min(len(places), int(first) + 1)
            first = max(0, int(first) - 1)
            near = int(first + np.argmin(abs(places[first:last] - at)))
            first, last = np.searchsorted(places, (places[near] - 1e-12, places[near] + 1e-12))
        among = self.placed.order[int(first) : int(last)]
        gaps = abs(self.found.median[among] - self._value(plot, position.y()))
        if not len(among) or bool(np.isnan(gaps).all()):
            return 0
        return int(among[int(np.nanargmin(gaps))]) + 1

    def next_to(self, point: int, step: int) -> int:
        """Return the point that stands so many behind another one, or at the end of all."""
        last = self.found.count - 1
        if not point:
            return int(self.placed.order[0 if step > 0 else last]) + 1
        here = int(np.flatnonzero(self.placed.order == point - 1)[0])
        return int(self.placed.order[min(max(here + step, 0), last)]) + 1

    def told(self, point: int) -> str:
        """Return a point in words: its number, median and range."""
        place, found = point - 1, self.found
        text = translate("Sweeps", "Point {point}: median {median}, 80% range {low} to {high}")
        column = found.asked.column
        said = text.format(
            point=fixed(point, 0, numerals()),
            median=number_text(column, float(found.median[place]), has_unit=True),
            low=number_text(column, float(found.low[place])),
            high=number_text(column, float(found.high[place])),
        )
        return led_by(column_text(column), said)

    @property
    def _ranges(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.found.low, self.found.median, self.found.high

    def _y(self, plot: QRectF, value: float) -> float:
        low, high = self.ends
        share = (min(max(value, low), high) - low) / (high - low)
        return plot.bottom() - share * plot.height()

    def _value(self, plot: QRectF, y: float) -> float:
        low, high = self.ends
        return low + (plot.bottom() - y) / plot.height() * (high - low)

    def _paint_axes(self, painter: QPainter, rect: QRectF, plot: QRectF, theme: Theme) -> None:
        column, factor = self.found.asked.column, form_of_column(self.found.asked.column).factor
        marks, _ = value_ticks(self.ends[0] * factor, self.ends[1] * factor, _TICKS)
        for each in marks:
            y = self._y(plot, each / factor)
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), QColor(theme.grid))
            if self._has_room(plot, y):
                box = QRectF(rect.left(), y - 7, _LEFT - 8, 14)
                text = number_text(column, each / factor)
                paint_text(painter, box, text, theme.muted, flags=RIGHT, pixels=SMALL_PIXELS)
        for band in self.placed.bands:
            x = plot.left() + band * plot.width()
            painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), QColor(theme.grid))
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), QColor(theme.axis))
        room = min(_TICK_ROOM, plot.width() / max(1, len(self.placed.ticks)) - 4)
        for place, text in self.placed.ticks:
            x = plot.left() + place * plot.width()
            box = QRectF(x - room / 2, plot.bottom() + 3, room, 14)
            paint_text(painter, box, text, theme.muted, flags=MIDDLE, pixels=SMALL_PIXELS)
        foot = QRectF(plot.left(), plot.bottom() + 19, plot.width(), 15)
        paint_text(painter, foot, self.placed.title, theme.muted, flags=RIGHT, pixels=SMALL_PIXELS)

    def _paint_head(self, painter: QPainter, rect: QRectF, theme: Theme, *, is_roomy: bool) -> None:
        column = self.found.asked.column
        name = in_turn((column_text(column), unit_of_column(column)))
        told = translate("Sweeps", "80% range and median of each point")
        if not is_roomy:
            text = translate(
                "Sweeps", "80% ranges and medians (dark) of all {count} points, several a pixel"
            )
            told = text.format(count=fixed(self.found.count, 0, numerals()))
        told_room = text_width(told) + 6
        head = QRectF(rect.left() + 4, rect.top() + 2, rect.width() - 8, 15)
        paint_text(painter, head, told, theme.muted, flags=RIGHT, pixels=SMALL_PIXELS)
        head.setWidth(max(0.0, head.width() - told_room))
        paint_text(painter, head, name, theme.text, pixels=SMALL_PIXELS, bold=True)

    def _paint_each(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        range_, mark = QColor(mixed(theme.panel, theme.data[0], 0.5)), QColor(theme.data[0])
        known = np.flatnonzero(np.isfinite(self.found.median))
        for place in known.tolist():
            x = plot.left() + float(self.placed.places[place]) * plot.width()
            low, middle, high = (self._y(plot, float(each[place])) for each in self._ranges)
            painter.setPen(QPen(range_, 2))
            painter.drawLine(QPointF(x, low), QPointF(x, high))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark)
            painter.drawEllipse(QPointF(x, middle), _RADIUS, _RADIUS)

    def _paint_thinned(self, painter: QPainter, plot: QRectF, shown: Thinned, theme: Theme) -> None:
        light, dark = mixed(theme.panel, theme.data[0], 0.3), theme.data[0]
        parts = ((light, shown.low, shown.high), (dark, shown.least_median, shown.most_median))
        for color, low, high in parts:
            painter.setPen(QPen(QColor(color), 1))
            bottoms = (self._y(plot, each) for each in low.tolist())
            tops = (self._y(plot, each) for each in high.tolist())
            xs = (plot.left() + each + 0.5 for each in shown.pixels.tolist())
            lines = [
                QLineF(x, bottom, x, min(top, bottom - 1.5))
                for x, bottom, top in zip(xs, bottoms, tops, strict=True)
            ]
            painter.drawLines(lines)

    def _has_room(self, plot: QRectF, y: float) -> bool:
        """Tell whether a mark of the axis stands clear of what is said of the level."""
        level = self._level
        return level is None or abs(self._y(plot, level.value) - y) >= _LINE

    @property
    def _level(self) -> Level | None:
        """The level that is within the axis, None for none."""
        level = self.found.asked.level
        return level if level and self.ends[0] <= level.value <= self.ends[1] else None

    def _paint_level(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        level = self._level
        if level is None:
            return
        y = self._y(plot, level.value)
        painter.setPen(QPen(QColor(theme.text), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        sign = "≥" if level.sense == "at least" else "≤"
        text = f"{sign} {number_text(self.found.asked.column, level.value)}"
        box = QRectF(plot.left() - _LEFT, y - 8, _LEFT - 6, 16)
        painter.fillRect(box, QColor(theme.panel))
        paint_text(painter, box, text, theme.text, flags=RIGHT, pixels=SMALL_PIXELS, bold=True)


def points_picture(found: PointsFound, placed: Placed) -> PointsPicture:
    """Return the picture of what points say, with an axis that holds all ranges and the level."""
    level = found.asked.level
    bounds = np.concatenate((found.low, found.high, [] if level is None else [level.value]))
    bounds = bounds[np.isfinite(bounds)]
    low, high = (float(bounds.min()), float(bounds.max())) if len(bounds) else (0.0, 1.0)
    return PointsPicture(found, placed, nice_range(low, high, _TICKS))


def plot_in(rect: QRectF) -> QRectF:
    """Return where ranges are drawn within the rectangle of a picture."""
    return rect.adjusted(_LEFT, _ABOVE, -_RIGHT, -_BELOW)
