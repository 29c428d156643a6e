"""The effect strip under a plot: a view box of its own with what differs from the baseline.

It shows the years of the plot on a scale of its own. While a lever is dragged that scale grows with
the curves, in steps, and shrinks only where they could hardly be seen: a lever that does something
is seen to do it. At rest it suits the curves. Its name stands in the gap above it, where no data
comes however a lever is dragged.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.charts.contents.picture import Curve
from ui.charts.layout.extremes import extremes
from ui.charts.layout.look import Look
from ui.charts.layout.ticks import nice_range
from ui.charts.plot.axes import ValueAxis
from ui.charts.plot.box import PlotBox
from ui.charts.plot.fan import Fan
from ui.charts.plot.kept import Kept
from ui.style.lettering import paint_line
from ui.style.theme import mixed

HEIGHT, LOW_HEIGHT = 44.0, 30.0
STEPS, TICKS = 2, 5
APART_ENOUGH = 0.85
"""Lines between two numbers: figures reach neither the top nor the foot of theirs."""
HEADROOM = 1.5
"""Times what the curves need that a new scale holds while they move: it is rarely a new one."""
SHRINKS_AT = 0.01
"""Of the range, below which a smaller one is found."""
GROUND = 0.75


def gap_above(look: Look) -> float:
    """Return the pixels between a plot and its strip: a line, for the name and two numbers."""
    return look.line + look.scale


class EffectAxis(ValueAxis):
    """The numbers of differences with their signs, as many as have room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.is_signed = True

    def marked(self) -> Mapping[float, str]:
        """Return zero and each so many steps from it as have room for numbers, with their texts.

        Where zero leaves no room, the two ends.
        """
        texts = super().marked()
        step = min(map(abs, filter(None, texts)), default=1.0)
        steps = {value: round(value / step) for value in texts}
        for every in range(1, max(map(abs, steps.values()), default=0) + 1):
            told = {value: text for value, text in texts.items() if steps[value] % every == 0}
            if self._stand_apart(told):
                return told
        ends = {value: texts[value] for value in (min(texts), max(texts))} if texts else {}
        return ends if self._stand_apart(ends) else {v: t for v, t in texts.items() if v == 0}

    def _stand_apart(self, values: Iterable[float]) -> bool:
        """Tell whether no two of the numbers at these values touch."""
        height = max(1.0, self.size().height())
        tops = sorted(
            self.top_of_number(value, (1 - self.part(value)) * height) for value in values
        )
        return all(low - high >= APART_ENOUGH * self.look.line for high, low in pairwise(tops))

    def top_of_number(self, value: float, y: float) -> float:
        """Return where the row of a number begins: within the strip, but for that of zero."""
        top, lowest = super().top_of_number(value, y), self.size().height() - self.look.line
        return top if value == 0 else min(max(top, 0.0), lowest)


class EffectStrip(pg.GraphicsWidget):
    """A box with its axis; what stands still in it is kept apart from that of the plot above."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._ground = Kept()
        self._name = ""
        self._range = (0.0, 1.0)
        self.curves: tuple[Curve, ...] = ()
        self.box = PlotBox()
        self.box.setMouseEnabled(x=False, y=False)
        self.box.setParentItem(self)
        self.values = EffectAxis(look)
        self.values.setParentItem(self)
        self.values.linkToView(self.box)
        self.values.most = TICKS
        self.values.stale.connect(self._ground.forget)
        self.fan = Fan(self.box, look, has_inner=False)

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self._look = look
        self.values.set_look(look)
        self._ground.forget()

    def show(self, curves: tuple[Curve, ...], name: str) -> None:
        """Show these differences; the scale follows them."""
        self.curves = curves
        low, high = _extent_of(curves)
        if not _fits((low, high), self._range):
            self._range = nice_range(HEADROOM * low, HEADROOM * high, STEPS)
            self.box.show_range(*self.box.years, *self._range)
        self.values.show_texts(None if curves else {0.0: "0"})
        if name != self._name:
            self._name = name
            self._ground.forget()
        self.fan.show(curves, self._look)

    def settle(self) -> None:
        """Find the scale that suits the curves best."""
        self._range = nice_range(*_extent_of(self.curves), STEPS)
        self.box.show_range(*self.box.years, *self._range)
        self.fan.shrink()

    def see_years(self, years: tuple[float, float]) -> None:
        """Show the years of the plot."""
        self.box.setXRange(*years, padding=0.0)

    def place(self, left: float, right: float, area: QRectF) -> None:
        """Lie in an area, the box between left and right."""
        self.setGeometry(area)
        self.values.setWidth(left)
        self.values.depth = right - left
        self.values.setGeometry(QRectF(0, 0, left, area.height()))
        self.box.setGeometry(QRectF(left, 0, right - left, area.height()))
        self._ground.forget()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if widget is None:
            self._draw_ground(painter)
            return
        gap, half = gap_above(self._look), self._look.line / 2  # of a number at the foot
        area = self.rect().adjusted(0, -gap, 0, half).toAlignedRect()
        clear, ratio = QColor(Qt.GlobalColor.transparent), widget.devicePixelRatioF()
        self._ground.paint(painter, area, clear, ratio, self._draw_ground)

    def _draw_ground(self, painter: QPainter) -> None:
        """Draw the ground, the numbers, and what the strip is about."""
        look, place = self._look, QRectF(self.box.geometry())
        painter.fillRect(place, QColor(mixed(look.theme.panel, look.theme.window, GROUND)))
        self.values.draw(painter)
        painter.setPen(QColor(look.theme.muted))
        area = self.name_area
        baseline = area.top() + look.metrics.ascent()
        paint_line(painter, look.small, area.left(), baseline, self.shown_name)

    @property
    def name_area(self) -> QRectF:
        """Where the name stands: in the gap above the box, flush with its left edge."""
        look, place = self._look, QRectF(self.box.geometry())
        width = look.metrics.horizontalAdvance(self.shown_name)
        return QRectF(place.left(), place.top() - look.line, width, look.line)

    @property
    def shown_name(self) -> str:
        """The name as far as it has room."""
        elided, room = Qt.TextElideMode.ElideRight, self.box.size().width()
        return self._look.metrics.elidedText(self._name, elided, room)


def _extent_of(curves: tuple[Curve, ...]) -> tuple[float, float]:
    """Return the lowest and highest value of every line, the own band, and zero."""
    low = high = 0.0
    for curve in curves:
        edges = curve.bands
        if edges is None or curve.light:
            edges = curve.line[None]
        found = extremes(edges[0], edges[-1])
        if found is not None:
            low, high = min(low, found[0]), max(high, found[1])
    return low, high


def _fits(found: tuple[float, float], shown: tuple[float, float]) -> bool:
    """Tell whether what is shown holds what is found, and is not far too large for it."""
    holds = shown[0] <= found[0] and found[1] <= shown[1]
    return holds and found[1] - found[0] >= SHRINKS_AT * (shown[1] - shown[0])
