"""The axes of a chart: AxisItems for values and for years, with grid and numbers of our own.

They paint nothing by themselves: the chart draws them into a picture that it keeps. pyqtgraph plays
their texts back at every paint, which takes four times as long as all curves together.
"""

from collections.abc import Mapping, Sequence
from math import log10

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.months import month_of_time
from ui.charts.layout.look import Look
from ui.charts.layout.naming import GAP
from ui.charts.layout.scale import TICKS_AT_LEAST
from ui.charts.layout.ticks import log_ticks, value_ticks, year_names
from ui.wording.numbers import decimals_for, fixed, signed_fixed, trimmed

TICK = 4.0
MONTHS_FROM = 2.5
"""Years on an axis below which it names months."""
WHOLE = Qt.TextFlag.TextDontClip
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | WHOLE
CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | WHOLE


class ChartAxis(pg.AxisItem):
    """An axis beside a plot, over which its lines reach by `depth` pixels.

    The chart draws it, on the ground of the curves; the axis tells when that is `stale`.
    """

    stale = Signal()
    range: Sequence[float] = ()  # pyqtgraph sets it first through a method of ours

    def __init__(self, orientation: str, look: Look) -> None:
        self.look = look
        self.depth = 0.0
        super().__init__(orientation)
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents)

    def boundingRect(self) -> QRectF:
        return QRectF(self.rect())

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self.look = look
        self.stale.emit()

    def setRange(self, low: float, high: float) -> None:
        """Span these values; what follows from them is drawn anew."""
        if [low, high] != list(self.range):
            super().setRange(low, high)
            self.stale.emit()

    def draw(self, painter: QPainter) -> None:
        """Draw the axis in its own coordinates."""
        raise NotImplementedError

    def part(self, value: float) -> float:
        """Return at which part of the axis a value lies."""
        low, high = self.range
        return (value - low) / ((high - low) or 1.0)


class ValueAxis(ChartAxis):
    """The numbers at the left and their lines; those of panels are given, with none there are no.

    A logarithmic one counts in powers of ten; one of differences shows a plus as well as a minus.
    """

    def __init__(self, look: Look) -> None:
        self.texts: Mapping[float, str] | None = None
        self.line_at: float | None = None
        self.most = TICKS_AT_LEAST
        self.is_signed = False
        super().__init__("left", look)

    def show_texts(self, texts: Mapping[float, str] | None) -> None:
        """Mark these values; None for those that the range suggests."""
        if texts != self.texts:
            self.texts = texts
            self.stale.emit()

    def show_line(self, value: float | None) -> None:
        """Draw a line of its own at a value, such as where what is wanted is on offer."""
        if value != self.line_at:
            self.line_at = value
            self.stale.emit()

    def show_log(self, is_log: bool) -> None:
        """Count in powers of ten, or in values."""
        if is_log != self.logMode:
            self.setLogMode(x=False, y=is_log)
            self.stale.emit()

    def show_signs(self, *, is_signed: bool) -> None:
        """Show the sign of each number, or only a minus."""
        if is_signed != self.is_signed:
            self.is_signed = is_signed
            self.stale.emit()

    def tickValues(
        self, low: float, high: float, size: float
    ) -> list[tuple[float, Sequence[float]]]:
        """Return the step and the marked values, as pyqtgraph asks for them."""
        if self.logMode:
            return [(0.0, log_ticks(low, high, self.most))]
        values, step = value_ticks(low, high, self.most)
        return [(step, values)]

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        """Return the numbers that stand at marked values."""
        numerals = self.look.numerals
        if self.logMode:
            return [trimmed(round(10**value, 12), numerals) for value in values]
        told = signed_fixed if self.is_signed else fixed
        return [told(value, decimals_for(spacing), numerals) for value in values]

    def marked(self) -> Mapping[float, str]:
        """Return the marked values with their texts."""
        if self.texts is not None:
            return self.texts
        low, high = self.range
        ((step, values),) = self.tickValues(low, high, self.size().height())
        return dict(zip(values, self.tickStrings(values, 1.0, step), strict=True))

    def width_wanted(self) -> float:
        """Return the pixels that the numbers take, and the gap to the plot."""
        widths = map(self.look.metrics.horizontalAdvance, self.marked().values())
        return max(widths, default=0.0) + GAP * self.look.scale

    def top_of_number(self, _value: float, y: float) -> float:
        """Return where the row of a number begins whose line is at a height: around it."""
        return y - self.look.line / 2

    def draw(self, painter: QPainter) -> None:
        """Draw lines and numbers."""
        look, size = self.look, self.size()
        height, left = size.height(), size.width()
        painter.setFont(look.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for value, text in self.marked().items():
            y = round((1 - self.part(value)) * height)
            ground = (value == 0 and not self.logMode) or y >= round(height)
            painter.setPen(look.pen(look.theme.axis if ground else look.theme.grid))
            painter.drawLine(QLineF(left, y, left + self.depth, y))
            painter.setPen(QColor(look.theme.muted))
            top = self.top_of_number(value, y)
            painter.drawText(QRectF(0, top, left - GAP * look.scale, look.line), RIGHT, text)
        self._draw_line(painter)

    def _draw_line(self, painter: QPainter) -> None:
        value = self.line_at
        if value is None:
            return
        part = self.part(log10(value) if self.logMode else value)
        if 0 <= part <= 1:
            y, left = round((1 - part) * self.size().height()), self.size().width()
            painter.setPen(self.look.pen(self.look.theme.muted))
            painter.drawLine(QLineF(left, y, left + self.depth, y))


class YearAxis(ChartAxis):
    """The years under a plot, or the months where few years are seen."""

    def __init__(self, look: Look) -> None:
        super().__init__("bottom", look)

    def draw(self, painter: QPainter) -> None:
        """Draw marks and years."""
        look, width = self.look, self.size().width()
        painter.setFont(look.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(look.pen(look.theme.axis))
        top = TICK * look.scale
        for year in range(round(self.range[0] + 0.49), round(self.range[1] - 0.49) + 1):
            x = round(self.part(year) * width)
            painter.drawLine(QLineF(x, 0, x, top))
        painter.setPen(QColor(look.theme.muted))
        half = 40 * look.scale
        for time, text in self.marked().items():
            place = QRectF(self.part(time) * width - half, top, 2 * half, look.line)
            painter.drawText(place, CENTER, text)

    def marked(self) -> Mapping[float, str]:
        """Return the named moments: years in full, or 2025, 26, 27 where that names more."""
        first, last = self.range
        if last - first < MONTHS_FROM:
            return self._months(first, last)
        look, width = self.look, self.size().width()
        long, brief = (look.metrics.horizontalAdvance(text) for text in ("2036", "36"))
        full = long + GAP * look.scale
        short = (long + brief) / 2 + GAP * look.scale
        return dict(year_names(first, last, width, full, short).items())

    def _months(self, first: float, last: float) -> Mapping[float, str]:
        room = self.size().width() / max((last - first) * MONTHS_PER_YEAR, 1e-6)
        wanted = self.look.metrics.horizontalAdvance("Sep 2036") + GAP * self.look.scale
        step = next((step for step in (1, 3, 6) if step * room >= wanted), 12)
        begin = -int(-first * MONTHS_PER_YEAR // step) * step
        months = range(begin, int(last * MONTHS_PER_YEAR) + 1, step)
        return {m / MONTHS_PER_YEAR: month_of_time(m / MONTHS_PER_YEAR) for m in months}
