"""The names of curves as items of a chart: at their right ends where there is room, else on top.

Names on top stand still while curves move; those at the side follow their curves, each written
once and kept.
"""

from functools import lru_cache
from math import ceil, isfinite, isnan

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.contents.picture import BASELINE, Curve
from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.layout.labels import spread
from ui.charts.layout.look import Look, paint_area
from ui.charts.layout.naming import (
    GAP,
    Size,
    entries,
    legend_reach,
    name_of,
    swatch_of,
    written_name,
)
from ui.charts.layout.pixels import Pixels
from ui.style.lettering import Reach, Shaped, reach_of

INDENT = 2
SQUARE = 9.0
DIAMOND = 8.0
FAINT = 0.45


class Legend(pg.GraphicsWidget):
    """The names that stand on top, each with a piece of its line; drawn as axes are."""

    stale = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents)
        self._look = look
        self._room: Size = (0.0, 0.0)
        self.curves: tuple[Curve, ...] = ()
        self._hidden: tuple[Curve, ...] = ()
        self._said: object = None

    def show(
        self,
        curves: tuple[Curve, ...],
        room: Size,
        look: Look,
        hidden: tuple[Curve, ...] = (),
    ) -> None:
        """Name these curves in a chart so wide and high; those that are hidden stand back."""
        names = [(written_name(c), c.color, c.dash, c.area is None, c in hidden) for c in curves]
        said = names, room, look
        self.curves, self._room, self._look, self._hidden = curves, room, look, hidden
        if said != self._said:
            self._said = said
            self.stale.emit()

    def entries(self) -> list[tuple[Curve, float, int, float]]:
        """Return each curve, where it begins, its row, and the room for its name."""
        return entries(self.curves, self._room, self._look)

    def curve_at(self, place: QPointF) -> Curve | None:
        """Return the curve whose entry is at a place."""
        if not self.rect().contains(place):
            return None
        height, swatch = legend_reach(self.curves, self._look).height, self._swatch
        for curve, start, row, room in self.entries():
            is_beside = 0 <= place.x() - start <= swatch + 4 * self._look.scale + room
            if is_beside and row * height <= place.y() < (row + 1) * height:
                return curve
        return None

    @property
    def _swatch(self) -> float:
        return swatch_of(self.curves) * self._look.scale

    def draw(self, painter: QPainter) -> None:
        """Draw swatches and names."""
        look, swatch = self._look, self._swatch
        reach = legend_reach(self.curves, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for curve, start, row, room in self.entries():
            middle = (row + 0.5) * reach.height
            x = start + INDENT * look.scale
            painter.setOpacity(FAINT if curve in self._hidden else 1.0)
            _paint_swatch(painter, curve, QPointF(x + swatch, middle), swatch, look)
            painter.setPen(QColor(look.text_color(curve.color)))
            name = _written(written_name(curve), ceil(room), look)
            name.paint(painter, x + swatch + 4 * look.scale, row * reach.height + reach.above)


class SideNames(pg.GraphicsWidget):
    """The names that follow their curves, or stand beside panels."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.curves: tuple[Curve, ...] = ()
        self._panels: tuple[str, ...] = ()
        self._pixels = Pixels(0.0, 1.0, 0.0, 1.0, 0.0)
        self._last = 0.0

    def show(
        self,
        curves: tuple[Curve, ...],
        panels: tuple[str, ...],
        last: float,
        pixels: Pixels,
        look: Look,
    ) -> None:
        """Name these curves where they end or leave what is seen, and panels where several."""
        self._last = last
        self.curves, self._panels = curves, panels if len(panels) > 1 else ()
        self._pixels, self._look = pixels, look
        self.setVisible(bool(curves))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look, curves = self._look, self.curves
        ends = [self.end_of(curve) for curve in curves]
        reach = _reach(tuple(map(name_of, curves)), look)
        half = reach.height / 2
        centers = self._centers(ends, half)
        tick = GAP * look.scale
        left = 1.6 * tick
        room = int(self.size().width() - left)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for curve, end, center in zip(curves, ends, centers, strict=True):
            pointer, ink = _inks(curve.color, look)
            if isfinite(curve.end):
                painter.setPen(pointer)
                painter.drawLine(QLineF(1, end, 1.2 * tick, center))
            if curve.beliefs:
                _paint_diamond(painter, curve, QPointF(0.8 * tick, center), look)
            painter.setPen(ink)
            baseline = center - half + reach.above
            _written(written_name(curve), room, look).paint(painter, left, baseline)

    def _centers(self, ends: list[float], half: float) -> tuple[float, ...]:
        """Return at which heights names stand that are two halves high."""
        return spread(ends, 2 * half, half / 2, self.size().height() - half / 2)

    def curve_at(self, place: QPointF) -> Curve | None:
        """Return the curve whose name is at a place."""
        if not (self.curves and self.isVisible() and self.rect().contains(place)):
            return None
        half = reach_of((name_of(curve) for curve in self.curves), self._look.small).height / 2
        centers = self._centers([self.end_of(curve) for curve in self.curves], half)
        near = (
            curve
            for curve, center in zip(self.curves, centers, strict=True)
            if abs(place.y() - center) <= half
        )
        return next(near, None)

    def end_of(self, curve: Curve) -> float:
        """Return the height of a name: that of its line at the last year seen, the top if none.

        What is unbounded or undefined stands at no value; a line that leaves below does so at
        the foot.
        """
        is_seen = curve.times[-1] <= self._last
        seen = len(curve.times) if is_seen else int(curve.times.searchsorted(self._last, "right"))
        value = float(curve.line[max(0, seen - 1)])
        if isnan(value):
            return 0.0
        return min(max(self._pixels.y_of(value), 0.0), self._pixels.height)

    def draw(self, painter: QPainter) -> None:
        """Draw what stands still: the name of each of several panels beside it."""
        look = self._look
        painter.setFont(look.small)
        painter.setPen(QColor(look.theme.text))
        for number, name in enumerate(reversed(self._panels)):
            foot, top = (self._pixels.y_of(PITCH * number + part) for part in (0.0, FULL_PANEL))
            box = QRectF(GAP * look.scale, top, self.size().width(), foot - top)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _paint_swatch(painter: QPainter, curve: Curve, end: QPointF, width: float, look: Look) -> None:
    """Paint a piece of a curve's line, or of its area, up to a point."""
    if curve.area is not None and curve.color != BASELINE:
        side = SQUARE * look.scale
        box = QRectF(end.x() - side, end.y() - side / 2, side, side)
        paint_area(painter, box, curve.color, look)
        return
    stroke = 1.0 if curve.color == BASELINE else 2.0
    painter.setPen(look.pen(look.color(curve.color), stroke, curve.dash))
    painter.drawLine(QLineF(end.x() - width, end.y(), end.x(), end.y()))
    if curve.beliefs:
        _paint_diamond(painter, curve, QPointF(end.x() - width / 2, end.y()), look)


def _paint_diamond(painter: QPainter, curve: Curve, middle: QPointF, look: Look) -> None:
    """Paint the mark of a scenario that believes otherwise: it stays where a name is cut."""
    reach = DIAMOND / 2 * look.scale
    corners = ((0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0))
    painter.setPen(look.pen(look.color(curve.color), 1.5))
    painter.setBrush(QColor(look.theme.panel))
    painter.drawConvexPolygon([middle + QPointF(*corner) for corner in corners])
    painter.setBrush(Qt.BrushStyle.NoBrush)


@lru_cache(maxsize=64)
def _reach(names: tuple[str, ...], look: Look) -> Reach:
    return reach_of(names, look.small)


@lru_cache(maxsize=64)
def _inks(role: str | int, look: Look) -> tuple[QPen, QColor]:
    """Return what the line from a curve's end to its name, and the name, are drawn in."""
    return look.pen(look.color(role), 1.0), QColor(look.text_color(role))


@lru_cache(maxsize=256)
def _written(name: str, room: int, look: Look) -> Shaped:
    """Return a name on one line no wider than the room, shaped once."""
    return Shaped(look.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room), look.small)
