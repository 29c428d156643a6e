"""What the chart of a path is painted with: axes, the past, two lines, points, a read-out.

Items of pyqtgraph in the colors of a theme; `path_chart` ties them to a hand. Floor: charts.
"""

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsRectItem

from planner.model.paths import FIRST_DATE, LeverPath, OverTime
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from ui.charts.layout.ticks import value_ticks, year_names
from ui.charts.paths.word_place import Line, Room, place_beside
from ui.style.theme import SMALL_PIXELS, Theme, font, mixed
from ui.wording.numbers import decimals_for, fixed
from ui.wording.paths.knots import date_text
from ui.wording.rows.path_display import knot_in
from ui.wording.scale import Scale

OWN_WIDTH: Final = 2.0
DOT, CHOSEN_DOT = 10, 13
_TICKS: Final = 4
_LEFT: Final = 46
_BOTTOM: Final = 22
_RIGHT: Final = 14
"""Half of what the last year is written over."""
_PAST_SHARE: Final = 0.75
_YEAR_PIXELS, _BRIEF_PIXELS = 34, 27
_LEFT_RIM, _RIGHT_RIM, _RIM = 0.3, 0.08, 0.05
"""Years, and part of the values, around what is spanned: a point at an end is seen whole."""
_TURN: Final = 0.7
"""Part of the years from which a read-out stands left of its point."""


class PathPlot(pg.GraphicsLayout):
    """The plot of one path: a view box between two axes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        self._values, self._years = _Values("left"), _Years("bottom")
        self.point_text = ""
        self._ends = (0.0, 1.0)
        self._theme = theme
        self._ratio = 1.0
        self._drawn: tuple[LeverPath, Scale] | None = None
        self._lines: tuple[Line, Line] | None = None
        self._past = QGraphicsRectItem()
        self._past_word = pg.TextItem(anchor=(0, 0))
        self._mark_word = pg.TextItem(anchor=(0, 1))
        self._below = pg.PlotCurveItem(antialias=False)
        self._below_word = pg.TextItem(anchor=(0.5, 1))
        self._line = pg.PlotCurveItem(antialias=True)
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self._readout = pg.TextItem(anchor=(0, 1))
        self._lay_out()
        self.set_theme(theme)

    @property
    def values(self) -> tuple[float, float]:
        """The lowest and the highest value that are seen, as they are shown."""
        return self._ends

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        for axis, color in ((self._values, theme.grid), (self._years, theme.axis)):
            axis.setPen(pg.mkPen(color))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setTickFont(font(SMALL_PIXELS))
        self._past.setBrush(QColor(mixed(theme.panel, theme.window, _PAST_SHARE)))
        self._past.setPen(QColor(0, 0, 0, 0))
        self._below.setPen(pg.mkPen(theme.baseline, width=self._ratio))
        self._line.setPen(pg.mkPen(theme.accent, width=OWN_WIDTH * self._ratio))
        for word in (self._past_word, self._mark_word, self._below_word):
            word.setColor(QColor(theme.muted))
            word.setFont(font(SMALL_PIXELS))
        self._readout.setFont(font(SMALL_PIXELS, bold=True))
        self._readout.setColor(QColor(theme.text))
        self._readout.border = pg.mkPen(theme.border)
        self._readout.fill = pg.mkBrush(theme.panel)

    def show_ratio(self, ratio: float) -> None:
        """Draw lines as wide on a screen with so many pixels for one: pyqtgraph counts pixels."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.set_theme(self._theme)

    def show_range(self, first: float, last: float, low: float, high: float) -> None:
        """Show these years and values."""
        self._ends = (low, high)
        left, right, rim = _LEFT_RIM, _RIGHT_RIM, (high - low) * _RIM
        years, values = (first - left, last + right), (low - rim, high + rim)
        self.box.setRange(xRange=years, yRange=values, padding=0)

    def show_past(self, past: float) -> None:
        """Shade what has happened already."""
        low, high = self._ends
        self._past.setRect(QRectF(FIRST_DATE, low, max(0.0, past - FIRST_DATE), high - low))
        self._past_word.setPos(FIRST_DATE, high)
        self._past_word.setText(translate("PathPlot", "past") if past > FIRST_DATE else "")

    def show_mark(self, mark: tuple[float, str] | None) -> None:
        """Name an event of the path beside where it lies."""
        self._mark_word.setText("" if mark is None else mark[1])
        if mark is not None:
            low, high = self._ends
            self._mark_word.setPos(mark[0], max(low, 0.0) + (high - low) * 0.06)

    def show_path(
        self, path: LeverPath, below: LeverPath, over_time: OverTime, scale: Scale, last: float
    ) -> None:
        """Draw a path and the one `below` that it is held against, where the two part."""
        self._drawn = path, scale
        own, other = (_corners(each, over_time, scale, last) for each in (path, below))
        self._line.setData(*own)
        self._lines = (other, own) if path != below else None
        self._below.setVisible(path != below)
        self._below.setData(*other)
        self._put_word()

    def name_below(self, name: str) -> None:
        """Name what the path is held against; empty for the baseline."""
        self._below_word.setText(name or translate("PathPlot", "baseline"))
        self._put_word()

    def show_choice(self, place: int, *, has_focus: bool) -> None:
        """Draw the points, the chosen one filled, and tell it."""
        if self._drawn is None:
            return
        path, scale = self._drawn
        theme, count = self._theme, len(path.knots)
        accent, field = pg.mkBrush(theme.accent), pg.mkBrush(theme.field)
        self._dots.setData(
            x=list(path.dates),
            y=[scale.shown(value) for value in path.values],
            size=[CHOSEN_DOT if number == place else DOT for number in range(count)],
            brush=[accent if number == place else field for number in range(count)],
            pen=pg.mkPen(theme.accent, width=(3 if has_focus else OWN_WIDTH) * self._ratio),
        )
        date, value = path.knots[place]
        self.point_text = f"{date_text(date)}   {knot_in(scale, value)}"
        self._readout.setText(self.point_text)
        self._put_readout(date, scale.shown(value))
        self._put_word()

    def _put_word(self) -> None:
        """Put the name of the other path beside it, over no line; away where there is no room."""
        place = None
        if self._lines is not None:
            (first, last), (low, high) = self.box.viewRange()
            years, values = self.box.viewPixelSize()
            size = self._below_word.boundingRect()
            room = Room(first, last, low, high, size.width() * years, size.height() * values)
            place = place_beside(self._lines[0], self._lines[1:], room)
        self._below_word.setVisible(place is not None)
        if place is not None:
            self._below_word.setAnchor((0.5, 1 if place.is_over else 0))
            self._below_word.setPos(place.x, place.y)

    def _put_readout(self, date: float, value: float) -> None:
        (first, last), (low, high) = self.box.viewRange()
        is_right = date > first + _TURN * (last - first)
        is_high = value > low + _TURN * (high - low)
        self._readout.setAnchor((1.1 if is_right else -0.1, -0.25 if is_high else 1.25))
        self._readout.setPos(date, value)

    def _lay_out(self) -> None:
        self._past.setZValue(-20)
        self.setContentsMargins(0, 6, _RIGHT, 0)
        self.setSpacing(0)
        self.addItem(self._values, 0, 0)
        self.addItem(self.box, 0, 1)
        self.addItem(self._years, 1, 1)
        for axis in (self._values, self._years):
            axis.linkToView(self.box)
        self._values.setWidth(_LEFT)
        self._years.setHeight(_BOTTOM)
        self._values.setGrid(255)
        self._years.setStyle(hideOverlappingLabels=False)
        self.box.setZValue(1)  # over the lines of the axis
        for item in (
            self._past,
            self._past_word,
            self._mark_word,
            self._below,
            self._below_word,
            self._line,
            self._dots,
            self._readout,
        ):
            self.box.addItem(item, ignoreBounds=True)


class _Values(pg.AxisItem):
    """Numbers at the left as the window writes them."""

    def tickValues(
        self, low: float, high: float, size: float
    ) -> list[tuple[float, Sequence[float]]]:
        values, step = value_ticks(low, high, _TICKS)
        return [(step, values)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [fixed(value, decimals_for(spacing), numerals()) for value in values]


class _Years(pg.AxisItem):
    """Years under the plot, named as under a chart."""

    def tickValues(
        self, low: float, high: float, size: float
    ) -> list[tuple[float, Sequence[float]]]:
        return [(1.0, [*self._names(size)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        names = self._names(self.size().width())
        return [names.get(round(value), "") for value in values]

    def _names(self, pixels: float) -> dict[int, str]:
        first, last = self.range
        return year_names(first, last, pixels, _YEAR_PIXELS, _BRIEF_PIXELS)


def _corners(
    path: LeverPath, over_time: OverTime, scale: Scale, last: float
) -> tuple[list[float], list[float]]:
    """Return the corners of a path as it is read, from the first date to the last."""
    dates = [FIRST_DATE, *path.dates, max(last, path.dates[-1])]
    values = [scale.shown(value) for value in (path.values[0], *path.values, path.values[-1])]
    if over_time == "linear":
        return dates, values
    x, y = dates[:1], values[:1]
    for date, value in zip(dates[1:], values[1:], strict=True):
        x += [date, date]
        y += [y[-1], value]
    return x, y
