"""Paints the lines of futures into a rectangle; what does not change with a pick comes first.

Floor: charts. It decides nothing; what is drawn is a `FutureLines`.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.future.futures import Numbers
from ui.charts.futures.drawing import FutureLines, year_marks
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, Theme, font, readable
from ui.wording.numbers import decimals_for, fixed
from ui.wording.translate import unit_text

_TINY: Final = 10
_GAP: Final = 6.0
_THIN: Final = 0.13
"""Opacity of the thin lines: where many lie, they add up."""
_EVERY: Final = 3
"""Months between the points of a thin line: three are less than a pixel."""
_WIDTH: Final = 2.4
_MARK: Final = 4.0
_SWATCH: Final = 18.0
_DASHES: Final = (3.5, 2.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot lies, and how values and months are pixels in it."""

    plot: QRectF
    drawing: FutureLines

    def x(self, month: float) -> float:
        """Return the pixel of the end of a month."""
        return self.plot.left() + (month + 1) / (self.drawing.last + 1) * self.plot.width()

    def y(self, value: float) -> float:
        """Return the pixel of a value."""
        part = (value - self.drawing.low) / (self.drawing.high - self.drawing.low)
        return self.plot.bottom() - part * self.plot.height()

    def month(self, x: float) -> int:
        """Return the month at a pixel."""
        part = (x - self.plot.left()) / max(self.plot.width(), 1.0)
        return min(max(round(part * (self.drawing.last + 1)) - 1, 0), self.drawing.last)

    def value(self, y: float) -> float:
        """Return the value at a pixel."""
        part = (self.plot.bottom() - y) / max(self.plot.height(), 1.0)
        return self.drawing.low + part * (self.drawing.high - self.drawing.low)

    def line(self, values: Numbers, every: int = 1) -> QPolygonF:
        """Return a line as pixels, as far as it has numbers."""
        months = [*range(0, self.drawing.last, every), self.drawing.last]
        pairs = ((month, float(values[month])) for month in months)
        return QPolygonF([QPointF(self.x(m), self.y(v)) for m, v in pairs if isfinite(v)])


def frame_of(whole: QRectF, drawing: FutureLines) -> Frame:
    """Return where the plot lies in a rectangle that lines are painted into."""
    small, tiny = QFontMetricsF(font(SMALL_PIXELS)), QFontMetricsF(font(_TINY))
    texts = (tick_text(each, drawing) for each in drawing.ticks)
    left = max(tiny.horizontalAdvance(text) for text in texts) + _GAP
    top, bottom = small.height() + _GAP, tiny.height() + _GAP
    return Frame(whole.adjusted(left, top, -_GAP - _MARK, -bottom), drawing)


def tick_text(value: float, drawing: FutureLines) -> str:
    """Return what stands at a mark of the axis."""
    return fixed(value, decimals_for(drawing.step), numerals())


def paint_lines(painter: QPainter, whole: QRectF, theme: Theme, drawing: FutureLines) -> None:
    """Paint axes and thin lines."""
    frame = frame_of(whole, drawing)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, frame, theme, drawing)
    painter.setClipRect(frame.plot)
    thin = QColor(theme.muted)
    thin.setAlphaF(_THIN)
    painter.setPen(QPen(thin, 1))
    for line in drawing.lines:
        painter.drawPolyline(frame.line(line, _EVERY))
    painter.restore()


def paint_picked(
    painter: QPainter, whole: QRectF, theme: Theme, drawing: FutureLines, color: str
) -> None:
    """Paint the year that is asked about, the line that was picked, and the head over both."""
    frame = frame_of(whole, drawing)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = frame.x(drawing.month)
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))
    painter.setClipRect(frame.plot.adjusted(-_MARK, -_MARK, _MARK, _MARK))
    if drawing.without is not None:
        painter.setPen(_without_pen(theme))
        painter.drawPolyline(frame.line(drawing.without))
    painter.setPen(QPen(QColor(color), _WIDTH))
    painter.drawPolyline(frame.line(drawing.own))
    value = float(drawing.own[drawing.month])
    if isfinite(value):
        painter.setBrush(QColor(theme.panel))
        painter.drawEllipse(QPointF(x, frame.y(value)), _MARK, _MARK)
    painter.setClipping(False)
    _paint_head(painter, whole, theme, drawing, color)
    painter.restore()


def _without_pen(theme: Theme) -> QPen:
    pen = QPen(QColor(theme.baseline), 1.6)
    pen.setDashPattern(_DASHES)
    return pen


def _paint_axes(painter: QPainter, frame: Frame, theme: Theme, drawing: FutureLines) -> None:
    tiny = font(_TINY)
    metrics, plot = QFontMetricsF(tiny), frame.plot
    for value in drawing.ticks:
        y, text = frame.y(value), tick_text(value, drawing)
        painter.setPen(QPen(QColor(theme.axis if value == 0 else theme.grid), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(QColor(theme.muted))
        x = plot.left() - _GAP - metrics.horizontalAdvance(text)
        paint_line(painter, tiny, x, y + metrics.capHeight() / 2, text)
    painter.setPen(QColor(theme.muted))
    free = 0.0
    for place, text in year_marks(drawing):
        width = metrics.horizontalAdvance(text)
        x = plot.left() + place * plot.width() - width / 2
        if x >= free:
            paint_line(painter, tiny, x, plot.bottom() + metrics.ascent() + _GAP / 2, text)
            free = x + width + _GAP


def _paint_head(
    painter: QPainter, whole: QRectF, theme: Theme, drawing: FutureLines, color: str
) -> None:
    """Say the unit at the left and which line is which at the right, as far as there is room."""
    small = font(SMALL_PIXELS)
    metrics = QFontMetricsF(small)
    baseline = whole.top() + metrics.ascent()
    unit = unit_text(drawing.unit)
    painter.setPen(QColor(theme.muted))
    paint_line(painter, small, whole.left(), baseline, unit)
    least = whole.left() + metrics.horizontalAdvance(unit) + 2 * _GAP
    name = translate("Future", "future {number}").format(number=drawing.number)
    pen = QPen(QColor(color), _WIDTH)
    right = _legend(painter, (whole.right(), baseline, least), name, pen, readable(color, theme))
    if drawing.without is not None:
        name = translate("Future", "without its levers")
        _legend(painter, (right, baseline, least), name, _without_pen(theme), theme.muted)


def _legend(
    painter: QPainter, place: tuple[float, float, float], name: str, pen: QPen, color: str
) -> float:
    """Write a name with its line to the left of a place, if it has room; return the next place."""
    right, baseline, least = place
    small = font(SMALL_PIXELS)
    metrics = QFontMetricsF(small)
    left = right - metrics.horizontalAdvance(name)
    if left - _SWATCH - _GAP < least:
        return right
    painter.setPen(QColor(color))
    paint_line(painter, small, left, baseline, name)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    y = baseline - metrics.xHeight() / 2
    painter.drawLine(QPointF(left - _GAP - _SWATCH, y), QPointF(left - _GAP, y))
    return left - _SWATCH - 3 * _GAP
