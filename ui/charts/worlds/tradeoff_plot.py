"""Two outcomes against each other: a point for each scenario, and the line of those not beaten.

Drawn by one painter, for the window and for paper. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.model.graph import model
from planner.quantities.telling import level_decimals
from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.survive.tradeoff import Point, Span, TradeOff
from ui.charts.worlds.picture import MIDDLE, RIGHT, Stop, paint_text, text_width
from ui.style.theme import SMALL_PIXELS, Theme, mixed
from ui.wording.answers.tradeoff import outcome_text
from ui.wording.figures.units import form_of
from ui.wording.numbers import signed_fixed
from ui.wording.translate import unit_text

_LEFT: Final = 62.0
_BELOW: Final = 34.0
_ABOVE: Final = 20.0
_ROOM: Final = 0.06
"""Share of the range that is left free at each end."""
_RADIUS: Final = 4.5
_NAME: Final = 14.0
_LONGEST: Final = 150.0
"""Pixels of a name."""
_NEAR: Final = 9.0
_TICKS: Final = 4
_HIGH: Final = 380.0
_LOW: Final = 220.0


@dataclass(frozen=True, slots=True)
class Axis:
    """An outcome along one side: from where to where in the shown unit, and how it is told."""

    about: About
    low: float
    high: float
    form: UnitForm

    def place(self, value: float) -> float:
        """Return where a value in base units lies, 0 to 1."""
        return (value * self.form.factor - self.low) / (self.high - self.low)

    def text(self, shown: float) -> str:
        """Return a difference in the shown unit."""
        size = max(abs(self.low), abs(self.high))
        return signed_fixed(shown, level_decimals(size, self.form), numerals())

    @property
    def title(self) -> str:
        """What is along it."""
        name = outcome_text(self.about)
        unit = "" if self.form.is_count else unit_text(self.form.difference)
        return in_turn((name, unit))


@dataclass(frozen=True, slots=True)
class TradeOffPlot:
    """The points with the numbers of their colors, doing nothing first, on two axes."""

    found: TradeOff
    colors: tuple[int, ...]
    across: Axis
    up: Axis

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""
        plot = _plot(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, rect, plot, theme)
        line = [self._at(plot, each) for each in self.found.pareto]
        painter.setPen(QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DashLine))
        if len(line) > 1:
            painter.drawPolyline(line)
        for number, point in enumerate(self.found.points):
            self._paint_point(painter, plot, point, self._color(number, theme), theme)
        self._paint_names(painter, plot, theme)
        painter.restore()

    def tip_at(self, rect: QRectF, point: QPointF) -> str:
        """Return what there is to say of the point under the pointer."""
        plot = _plot(rect)
        for each in self.found.points:
            gap = self._at(plot, each) - point
            if abs(gap.x()) + abs(gap.y()) <= 2 * _NEAR:
                return self._told(each)
        return ""

    def address_at(self, _rect: QRectF, _point: QPointF) -> str:
        """Return no address: its points are results."""
        return ""

    def stops(self, rect: QRectF) -> tuple[Stop, ...]:
        """Return the points from left to right."""
        plot, near = _plot(rect), QPointF(_NEAR, _NEAR)
        points = sorted(self.found.points, key=lambda each: self._at(plot, each).x())
        places = (self._at(plot, each) for each in points)
        return tuple(
            Stop(QRectF(at - near, at + near), self._told(each))
            for each, at in zip(points, places, strict=True)
        )

    def in_words(self) -> str:
        """Return its points as lines."""
        return "\n".join(map(self._told, self.found.points))

    @property
    def height(self) -> float:
        """How high it wants to be, in pixels."""
        return _HIGH

    def least_in(self, _width: float) -> float:
        """Return how high it has to be, whatever its width."""
        return _LOW

    def _told(self, point: Point) -> str:
        beaten = (
            translate("Survive", "beaten")
            if point.is_beaten
            else translate("Survive", "not beaten")
        )
        text = translate("Survive", "{name}: {first} {across}; {second} {up}; {beaten}")
        return text.format(
            name=name_of(point),
            first=self.across.text(point.first[0] * self.across.form.factor),
            across=self.across.title,
            second=self.up.text(point.second[0] * self.up.form.factor),
            up=self.up.title,
            beaten=beaten,
        )

    def _at(self, plot: QRectF, point: Point) -> QPointF:
        return QPointF(
            plot.left() + self.across.place(point.first[0]) * plot.width(),
            plot.bottom() - self.up.place(point.second[0]) * plot.height(),
        )

    def _color(self, number: int, theme: Theme) -> str:
        if number == 0:
            return theme.baseline
        return theme.data[self.colors[number - 1] % len(theme.data)]

    def _paint_point(
        self, painter: QPainter, plot: QRectF, point: Point, color: str, theme: Theme
    ) -> None:
        """Paint the ranges of a point, the point, and its name; one that is beaten is hollow."""
        at = self._at(plot, point)
        painter.setPen(QPen(QColor(mixed(theme.panel, color, 0.55)), 1.2))
        left, right = (
            plot.left() + self.across.place(each) * plot.width() for each in point.first[1:]
        )
        below, above = (
            plot.bottom() - self.up.place(each) * plot.height() for each in point.second[1:]
        )
        painter.drawLine(QPointF(left, at.y()), QPointF(right, at.y()))
        painter.drawLine(QPointF(at.x(), below), QPointF(at.x(), above))
        painter.setPen(QPen(QColor(color), 1.8))
        painter.setBrush(QColor(theme.panel if point.is_beaten else color))
        painter.drawEllipse(at, _RADIUS, _RADIUS)

    def _paint_names(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        """Paint the name of each point beside it, where no other name is."""
        taken: list[QRectF] = []
        for point in self.found.points:
            name = name_of(point)
            width = min(_LONGEST, text_width(name) + 2)
            taken.append(place_beside(self._at(plot, point), width, plot, taken))
            paint_text(painter, taken[-1], name, theme.text, pixels=SMALL_PIXELS)

    def _paint_axes(self, painter: QPainter, rect: QRectF, plot: QRectF, theme: Theme) -> None:
        small, muted = SMALL_PIXELS, theme.muted
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), QColor(theme.axis))
        for each in _ticks(self.across):
            x = plot.left() + (each - self.across.low) / (self.across.high - self.across.low) * (
                plot.width()
            )
            painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), QColor(theme.grid))
            box = QRectF(x - 40, plot.bottom() + 2, 80, 14)
            paint_text(painter, box, self.across.text(each), muted, flags=MIDDLE, pixels=small)
        for each in _ticks(self.up):
            y = plot.bottom() - (each - self.up.low) / (self.up.high - self.up.low) * plot.height()
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), QColor(theme.grid))
            box = QRectF(rect.left(), y - 7, _LEFT - 6, 14)
            paint_text(painter, box, self.up.text(each), muted, flags=RIGHT, pixels=small)
        head = QRectF(rect.left(), rect.top(), rect.width(), 14)
        paint_text(painter, head, self.up.title, muted, pixels=small)
        foot = QRectF(plot.left(), plot.bottom() + 17, plot.width(), 15)
        paint_text(painter, foot, self.across.title, muted, flags=RIGHT, pixels=small)


def tradeoff_plot(found: TradeOff, colors: Sequence[int]) -> TradeOffPlot:
    """Return the plot of a result; `colors` are numbers of data colors, one for each scenario."""
    across = _axis(found.first, [each.first for each in found.points])
    up = _axis(found.second, [each.second for each in found.points])
    return TradeOffPlot(found, tuple(colors), across, up)


def place_beside(at: QPointF, width: float, plot: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Return where a name stands beside its point: within the plot, on no other name if it can.

    Above at the right is tried first, then below, at the left, and farther away.
    """
    tried = [
        QRectF(left, at.y() + above, width, _NAME)
        for above in (-20.0, 5.0, -34.0, 19.0, -48.0, 33.0)
        for left in (at.x() + 8, at.x() - 8 - width)
    ]
    fitting = [
        each for each in tried if plot.left() <= each.left() and each.right() <= plot.right()
    ]
    free = (each for each in fitting if not any(each.intersects(other) for other in taken))
    return next(free, next(iter(fitting), tried[0]))


def name_of(point: Point) -> str:
    """Return what a point is called."""
    return point.title or translate("Survive", "Do nothing")


def _plot(rect: QRectF) -> QRectF:
    return rect.adjusted(_LEFT, _ABOVE, -8, -_BELOW)


def _axis(about: About, spans: Sequence[Span]) -> Axis:
    """Return an axis that holds every median and the ends of all ranges."""
    form = form_of(model().outcomes[about.outcome].told_in)
    ends = [end * form.factor for span in spans for end in span]
    low, high = min(ends), max(ends)
    room = (high - low) * _ROOM or 1.0
    return Axis(about, low - room, high + room, form)


def _ticks(axis: Axis) -> list[float]:
    """Return some round values along an axis."""
    from math import ceil, floor, log10

    rough = (axis.high - axis.low) / _TICKS
    unit = 10.0 ** floor(log10(rough))
    step = next(each * unit for each in (1, 2, 5, 10) if each * unit >= rough)
    first = ceil(axis.low / step)
    return [step * each for each in range(first, floor(axis.high / step) + 1)]
