"""Paints a curve over money with its band, its marks and its axes. Floor: charts."""

from collections.abc import Iterator
from math import isfinite
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.charts.spending.picture import CurvePoint, Plot
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, Theme, font

_BAND: Final = 0.2
_LINE: Final = 2.2
_DOT: Final = 4.5
_GAP: Final = 6.0


class PlotPainter:
    """Paints the plot in the color of a scenario."""

    def __init__(self, theme: Theme, color: str) -> None:
        self._theme = theme
        self._color = QColor(color)
        self._small = font(SMALL_PIXELS)
        self._line = QFontMetricsF(self._small).height()

    def paint(
        self, painter: QPainter, plot: Plot, place: QRectF, pointed: int | None = None
    ) -> None:
        """Paint it into a rectangle; the caption tells the point that is pointed at."""
        box = self.box(plot, place)
        painter.save()
        point = None if pointed is None else plot.curve[pointed]
        caption = plot.caption if point is None else point.told
        self._write(painter, caption, place.left(), place.top(), place.width())
        self._axes(painter, plot, box)
        painter.save()
        painter.setClipRect(box.adjusted(-_DOT, -_DOT, _DOT, _DOT))
        self._curve(painter, plot, box)
        painter.restore()
        self._marks(painter, plot, box)
        if point is not None:
            self._point(painter, point, plot, box)
        painter.restore()

    def point_at(self, plot: Plot, place: QRectF, position: QPointF) -> int | None:
        """Return the number of the point of the curve that is nearest to a pixel of the plot."""
        box = self.box(plot, place)
        if not box.adjusted(-_DOT, 0, _DOT, self._line).contains(position):
            return None

        def distance(number: int) -> float:
            return abs(_x(plot.curve[number].x, plot, box) - position.x())

        return min(plot.told, key=distance, default=None)

    def box(self, plot: Plot, place: QRectF) -> QRectF:
        """Return where the curve itself stands in a place."""
        metrics = QFontMetricsF(self._small)
        left = max(metrics.horizontalAdvance(text) for _, text in plot.y_ticks) + _GAP
        top, bottom = self._line + _GAP, 2 * self._line + _GAP
        right = metrics.horizontalAdvance(plot.x_ticks[-1][1]) / 2
        return place.adjusted(left, top, -right, -bottom)

    def _axes(self, painter: QPainter, plot: Plot, box: QRectF) -> None:
        metrics = QFontMetricsF(self._small)
        for value, text in plot.y_ticks:
            y = _y(value, plot, box)
            painter.setPen(QPen(QColor(self._theme.axis if value == 0 else self._theme.grid), 1))
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            x = box.left() - _GAP + 2 - metrics.horizontalAdvance(text)
            self._write(painter, text, x, y - self._line / 2, box.left())
        last = -1e9
        for value, text in plot.x_ticks:
            width = metrics.horizontalAdvance(text)
            x = _x(value, plot, box) - width / 2
            if x > last:
                self._write(painter, text, x, box.bottom() + 2, width + 1)
                last = x + width + _GAP
        width = min(metrics.horizontalAdvance(plot.x_name) + 1, box.width())
        self._write(painter, plot.x_name, box.right() - width, box.bottom() + self._line + 2, width)

    def _curve(self, painter: QPainter, plot: Plot, box: QRectF) -> None:
        shade = QColor(self._color)
        shade.setAlphaF(_BAND)
        for run in _runs(plot):
            upper = [QPointF(_x(p.x, plot, box), _y(_held(p.high, plot), plot, box)) for p in run]
            lower = [QPointF(_x(p.x, plot, box), _y(_held(p.low, plot), plot, box)) for p in run]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
            painter.setPen(QPen(self._color, _LINE))
            painter.drawPolyline(
                QPolygonF([QPointF(_x(p.x, plot, box), _y(p.middle, plot, box)) for p in run])
            )

    def _marks(self, painter: QPainter, plot: Plot, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if plot.level is not None:
            y = _y(plot.level, plot, box)
            painter.setPen(QPen(QColor(self._theme.text), 1.5))
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            width = QFontMetricsF(self._small).horizontalAdvance(plot.level_text) + 1
            top = y - self._line if y - self._line > box.top() else y + 2
            self._write(painter, plot.level_text, box.right() - width, top, width)
        if plot.at is not None:
            x = _x(plot.at, plot, box)
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
        for dot in plot.dots:
            painter.setPen(QPen(QColor(self._theme.text), 1.5))
            painter.setBrush(QColor(self._theme.panel))
            if dot.is_filled:
                painter.setPen(QPen(self._color, 1.5))
                painter.setBrush(self._color)
            center = QPointF(_x(dot.x, plot, box), _y(dot.y, plot, box))
            painter.drawEllipse(center, _DOT, _DOT)

    def _point(self, painter: QPainter, point: CurvePoint, plot: Plot, box: QRectF) -> None:
        """Paint the point that is pointed at, with its range."""
        x = _x(point.x, plot, box)
        painter.setPen(QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
        low, high = (_y(_held(end, plot), plot, box) for end in (point.low, point.high))
        painter.setPen(QPen(self._color, 1.5))
        painter.drawLine(QLineF(x, low, x, high))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawEllipse(QPointF(x, _y(point.middle, plot, box)), _DOT, _DOT)

    def _write(self, painter: QPainter, text: str, x: float, top: float, width: float) -> None:
        metrics = QFontMetricsF(self._small)
        painter.setPen(QColor(self._theme.muted))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        paint_line(painter, self._small, x, top + metrics.ascent(), text)


def _runs(plot: Plot) -> Iterator[list[CurvePoint]]:
    """Yield stretches of the curve that have a median."""
    run: list[CurvePoint] = []
    for point in plot.curve:
        if isfinite(point.middle):
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _held(value: float, plot: Plot) -> float:
    """Return an end of the band on the axis; an unbounded one lies at its edge."""
    low, high = plot.y_range
    return min(max(value, low), high)


def _x(value: float, plot: Plot, box: QRectF) -> float:
    low, high = plot.x_range
    return box.left() + box.width() * (value - low) / (high - low)


def _y(value: float, plot: Plot, box: QRectF) -> float:
    low, high = plot.y_range
    return box.bottom() - box.height() * (value - low) / (high - low)
