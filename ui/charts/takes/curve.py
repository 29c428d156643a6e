"""Paints the curve of a solution into a rectangle: on a card, and on the page of a report.

Floor: charts. It decides nothing; what is drawn is a `CurveDrawing`.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.storage.sentences.catalog import translate
from ui.charts.takes.drawing import Curve, CurveDrawing
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, Theme, font, readable
from ui.wording.figures.differences import share_told

_TINY: Final = 10
_GAP: Final = 6.0
_FENCE: Final = 6.0
_FENCE_EVERY: Final = 9.0
_SHARES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_WIDTH: Final = 2.6
_BESIDE: Final = 1.6
_MARK: Final = 5.0
_SWATCH: Final = 18.0
_MIDDLE: Final = 0.5
_DASHES: Final = (3.5, 2.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the plot lies within the rectangle."""

    plot: QRectF
    whole: QRectF

    def at(self, place: float, share: float) -> QPointF:
        """Return the pixel of a place and a share."""
        plot = self.plot
        return QPointF(plot.left() + place * plot.width(), plot.bottom() - share * plot.height())


def plot_of(whole: QRectF) -> QRectF:
    """Return where the plot lies in a rectangle that a curve is painted into."""
    small, tiny = QFontMetricsF(font(SMALL_PIXELS)), QFontMetricsF(font(_TINY))
    left = tiny.horizontalAdvance("100%") + _GAP
    top = small.height() + _GAP
    bottom = tiny.height() + small.height() + 2 * _GAP
    return whole.adjusted(left, top, -_GAP - _MARK, -bottom)


def paint_curve(painter: QPainter, whole: QRectF, theme: Theme, drawing: CurveDrawing) -> None:
    """Paint axes, curves, the share asked for, and where the lever has to go."""
    frame = _Frame(plot_of(whole), whole)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, frame, theme, drawing)
    _paint_head(painter, frame, theme, drawing)
    _paint_now(painter, frame, theme, drawing)
    for curve in reversed(drawing.curves):
        _paint_line(painter, frame, theme, curve)
    _paint_need(painter, frame, theme, drawing)
    _paint_mark(painter, frame, theme, drawing)
    painter.restore()


def _color(theme: Theme, curve: Curve) -> str:
    return theme.baseline if curve.color is None else theme.data[curve.color % len(theme.data)]


def _paint_axes(painter: QPainter, frame: _Frame, theme: Theme, drawing: CurveDrawing) -> None:
    tiny, small = font(_TINY), font(SMALL_PIXELS)
    metrics = QFontMetricsF(tiny)
    for share in _SHARES:
        at = frame.at(0, share)
        painter.setPen(QPen(QColor(theme.axis if share == 0 else theme.grid), 1))
        painter.drawLine(at, frame.at(1, share))
        text = share_told(share)
        painter.setPen(QColor(theme.muted))
        x = at.x() - _GAP - metrics.horizontalAdvance(text)
        paint_line(painter, tiny, x, at.y() + metrics.capHeight() / 2, text)
    y = frame.plot.bottom() + metrics.ascent() + _GAP
    for place, text in drawing.ticks:
        _centered(painter, tiny, frame.at(place, 0).x(), y, text, frame.whole)
    width = QFontMetricsF(small).horizontalAdvance(drawing.axis)
    right = max(frame.plot.right() - width, frame.whole.left())
    paint_line(
        painter, small, right, frame.whole.bottom() - QFontMetricsF(small).descent(), drawing.axis
    )


def _centered(
    painter: QPainter, used: QFont, x: float, baseline: float, text: str, within: QRectF
) -> None:
    width = QFontMetricsF(used).horizontalAdvance(text)
    left = min(max(x - width / 2, within.left()), within.right() - width)
    paint_line(painter, used, left, baseline, text)


def _paint_head(painter: QPainter, frame: _Frame, theme: Theme, drawing: CurveDrawing) -> None:
    """Say what the axis is at the left, and which line is whose at the right."""
    small = font(SMALL_PIXELS)
    metrics = QFontMetricsF(small)
    baseline = frame.whole.top() + metrics.ascent()
    text = translate("Solve", "share of futures that meet it")
    painter.setPen(QColor(theme.muted))
    paint_line(painter, small, frame.whole.left(), baseline, text)
    least = frame.whole.left() + metrics.horizontalAdvance(text) + 2 * _GAP
    x = frame.whole.right()
    for curve in reversed(drawing.curves):
        room = x - least - _SWATCH - _GAP
        name = metrics.elidedText(curve.name, Qt.TextElideMode.ElideRight, min(room, 120.0))
        x -= metrics.horizontalAdvance(name)
        painter.setPen(QColor(readable(_color(theme, curve), theme)))
        paint_line(painter, small, x, baseline, name)
        y = baseline - metrics.xHeight() / 2
        painter.setPen(_pen(theme, curve))
        x -= _GAP / 2
        painter.drawLine(QPointF(x - _SWATCH, y), QPointF(x, y))
        x -= _SWATCH + 2 * _GAP


def _pen(theme: Theme, curve: Curve) -> QPen:
    pen = QPen(QColor(_color(theme, curve)), _BESIDE if curve.is_dashed else _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if curve.is_dashed:
        pen.setDashPattern(_DASHES)
    return pen


def _paint_now(painter: QPainter, frame: _Frame, theme: Theme, drawing: CurveDrawing) -> None:
    """Paint a thin line where the lever stands."""
    if drawing.now is None:
        return
    pen = QPen(QColor(theme.accent), 1)
    pen.setDashPattern((2.0, 3.0))
    painter.setPen(pen)
    painter.drawLine(frame.at(drawing.now, 0), frame.at(drawing.now, 1))


def _paint_line(painter: QPainter, frame: _Frame, theme: Theme, curve: Curve) -> None:
    painter.setPen(_pen(theme, curve))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([frame.at(*point) for point in curve.points]))


def _paint_need(painter: QPainter, frame: _Frame, theme: Theme, drawing: CurveDrawing) -> None:
    """Paint the share asked for as targets are: ticks stand on the side that misses it."""
    first, last = frame.at(0, drawing.need), frame.at(1, drawing.need)
    ticks = QColor(theme.text)
    ticks.setAlphaF(0.45)
    painter.setPen(QPen(ticks, 1))
    x = first.x() + _FENCE
    while x < last.x():
        painter.drawLine(QPointF(x, first.y()), QPointF(x - _FENCE / 2, first.y() + _FENCE))
        x += _FENCE_EVERY
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawLine(first, last)


def _paint_mark(painter: QPainter, frame: _Frame, theme: Theme, drawing: CurveDrawing) -> None:
    if drawing.mark is None:
        return
    at = frame.at(*drawing.mark)
    painter.setPen(QPen(QColor(_color(theme, drawing.curves[0])), 2))
    painter.setBrush(QColor(theme.panel))
    painter.drawEllipse(at, _MARK, _MARK)
    bold = font(SMALL_PIXELS, bold=True)
    metrics = QFontMetricsF(bold)
    width = metrics.horizontalAdvance(drawing.mark_text)
    left = at.x() - width if drawing.mark[0] > _MIDDLE else at.x()
    left = min(max(left, frame.plot.left()), frame.plot.right() + _MARK - width)
    need = frame.at(0, drawing.need).y()
    above = min(at.y() - _MARK, need if abs(need - at.y()) < metrics.height() * 2 else at.y()) - 5
    if above - metrics.ascent() < frame.plot.top():
        above = at.y() + _MARK + metrics.ascent() + 3
    ground = QRectF(left - 2, above - metrics.ascent(), width + 4, metrics.height())
    painter.fillRect(ground, QColor(theme.panel))
    painter.setPen(QColor(theme.text))
    paint_line(painter, bold, left, above, drawing.mark_text)
