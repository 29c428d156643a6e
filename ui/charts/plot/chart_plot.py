"""One chart as a graphics item: legend, event lane, plot with its axes, names at the side.

The same item is seen on a screen and printed on a sheet. It is given a size and keeps its parts on
whole pixels; its ranges change when it settles or a hand zooms, never while a lever is dragged.
"""

from dataclasses import dataclass
from math import isclose

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from ui.charts.contents.hiding import key_of
from ui.charts.contents.picture import EXTRAPOLATED_FROM, ChartPicture, Curve
from ui.charts.layout.event_labels import Lane, event_rows
from ui.charts.layout.in_view import kept_in_view
from ui.charts.layout.look import Look
from ui.charts.layout.naming import GAP, Naming, all_named, is_drawn, naming_of
from ui.charts.layout.panels import texts_of_panels
from ui.charts.layout.scale import Scale, scale_of, ticks_at_most
from ui.charts.notes.item import NoteMarks
from ui.charts.plot.axes import ValueAxis, YearAxis
from ui.charts.plot.box import CLOSEST, PlotBox, Span
from ui.charts.plot.fan import Fan
from ui.charts.plot.kept import Kept
from ui.charts.plot.lane import EventLane
from ui.charts.plot.limits import LimitsStrip
from ui.charts.plot.names import Legend, SideNames
from ui.charts.plot.published import PublishedPoints
from ui.charts.plot.strip import HEIGHT, LOW_HEIGHT, EffectStrip, gap_above
from ui.charts.targets.item import TargetLines

ROOMY = 190.0
FURTHEST = 0.5
"""Of all values, which may be seen above and below them by a zoom."""
LOWEST = 140.0
"""Pixels of a chart below which it has no strip."""
LEAST_PLOT = 60.0
"""Pixels that what limits compute leaves to the plot."""
IN_FRONT = 1.0
"""Of the boxes: a vector file cuts to one whatever is painted later."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Pixels left and right of a plot, which charts of a column share."""

    left: float = 0.0
    right: float = 0.0

    def beside(self, other: "Sides") -> "Sides":
        """Return what has room for both."""
        return Sides(max(self.left, other.left), max(self.right, other.right))


class ChartPlot(pg.GraphicsWidget):
    """Shows one picture; `zoomed` tells that a hand has chosen what is seen."""

    zoomed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.picture: ChartPicture | None = None
        self.scale_ = Scale()
        self._years: Span | None = None
        self._values: Span | None = None
        self._frozen = self._settled = False
        self.ground = Kept()
        self._shared = Sides()
        self._naming = Naming()
        self.box = PlotBox()
        self.values, self.years, self.lane = ValueAxis(look), YearAxis(look), EventLane(look)
        self.legend, self.names = Legend(look), SideNames(look)
        self.box.set_look(look)
        self.strip = EffectStrip(look)
        self.limits = LimitsStrip(look)
        for part in (self.strip, self.box):
            part.setZValue(IN_FRONT)
        self.still = self.values, self.years, self.lane, self.legend, self.limits
        for part in (*self.still, self.strip, self.names, self.box):
            part.setParentItem(self)
        for axis in (self.values, self.years, self.lane):
            axis.linkToView(self.box)
        for part in self.still:
            part.stale.connect(self.ground.forget)
        self.fan = Fan(self.box, look)
        self.points = PublishedPoints(self.box, look)
        self.targets = TargetLines(self.box, look)
        self.notes = NoteMarks(self.box, self.targets, look)
        self.box.sigRangeChangedManually.connect(self._on_zoomed)
        self.box.sigRangeChanged.connect(self._on_range)

    def show_picture(self, picture: ChartPicture, *, compares: bool = True) -> None:
        """Show a picture; the axes settle unless they are frozen.

        Unless it `compares`, a strip of frozen axes is left as it is, until it is to `compare`.
        """
        before, self.picture = self.picture, picture
        changed = before is None or before.setting != picture.setting
        if changed:
            self._values = None
        if before is not None and before.title != picture.title:
            self.limits.show_rows(())
        if changed or not (self._frozen and self._settled):
            self.settle()
            return
        if self._strip_height(self.size().height()) > 0 and not self.strip.isVisible():
            self._place()  # a lever that leaves the baseline is seen to do something at once
            compares = True
        self._show(compares=compares or not picture.effect)

    def compare(self) -> None:
        """Show in the strip by how much what is shown differs from the baseline."""
        if self.picture is not None and self.strip.isVisible():
            self.strip.show(self.picture.effect, self.picture.effect_name)

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self.look = look
        self.box.set_look(look)
        for axis in (self.values, self.years, self.lane, self.strip, self.limits):
            axis.set_look(look)
        self.settle()

    def resize_to(self, size: tuple[float, float]) -> None:
        """Take this width and height, and settle."""
        self.resize(*size)
        self.settle()

    def freeze(self, *, frozen: bool) -> None:
        """Hold the axes still, or let them settle."""
        self._frozen = frozen
        if not frozen:
            self.settle()

    @property
    def sides(self) -> Sides:
        """What this chart needs by itself beside its plot."""
        below = self.strip.values.width_wanted() if self.strip.isVisible() else 0.0
        left = max(self.values.width_wanted(), self.limits.width_wanted, below)
        return Sides(left, self._naming.right)

    def share(self, sides: Sides) -> None:
        """Line up with the charts above and below."""
        if sides != self._shared:
            self._shared = sides
            self._place()
            self._show()

    def settle(self) -> None:
        """Find the scale and the room of each part again; what a hand has chosen is kept."""
        picture = self.picture
        if picture is None or self.size().isEmpty():
            return
        self._settled = True
        size = self.size().width(), self.size().height()
        room = (size[1] - self._strip_height(size[1])) / self.look.scale
        self.scale_ = scale_of(picture, room)
        self.values.most = ticks_at_most(room)
        self._naming = naming_of(picture, self.scale_, size, self.look)
        self.box.is_log = self.scale_.is_log
        self.values.show_log(self.scale_.is_log)
        self.values.show_signs(is_signed=self.scale_.is_signed)
        self._set_range(picture)
        self.values.show_texts(self._texts(size[1]))
        self.values.show_line(picture.line_at)
        self.limits.show_rows(picture.limits)
        self._place()
        self._show()
        self.fan.shrink()
        self.strip.settle()

    def view_all(self) -> None:
        """Show all there is, as before any zoom."""
        self._years = self._values = None
        self.settle()

    @property
    def is_zoomed(self) -> bool:
        """Whether a hand has chosen what is seen; pinned limits are no zoom."""
        return not self.is_pinned and (self._years is not None or self._values is not None)

    @property
    def is_pinned(self) -> bool:
        """Whether the limits of the axes are set by the setting."""
        return self.picture is not None and self.picture.setting.limits is not None

    def see_years(self, years: Span) -> None:
        """Show these years, as another chart does; what is pinned stays."""
        if not self.is_pinned and years != self.box.years:
            self._years = _unless_whole(years, (self.scale_.first, self.scale_.last))
            self.box.setXRange(*years, padding=0.0)
            self._keep_in_view()

    def see(self, years: Span, values: Span) -> None:
        """See these years and values, as if a hand had chosen them."""
        self.box.show_range(*years, *values)
        self._on_zoomed()

    def _keep_in_view(self) -> None:
        """See the nearest curve where a hand has chosen values at which there is none."""
        picture, years, values = self.picture, self.box.years, self._values
        if picture is None or values is None:
            return
        kept = kept_in_view(picture.curves, years, values, is_log=self.scale_.is_log)
        if kept != values:
            self.box.show_range(*years, *kept)
            self._values = self.box.values

    def show_year(self, month: int) -> None:
        """Draw a line at a month, counted from the first: the last of the shown year."""
        self.lane.show_year(FIRST_YEAR + month / MONTHS_PER_YEAR)

    def zoom(self, factor: float) -> None:
        """See so many times the years, around their middle."""
        if not self.is_pinned:
            self.box.scaleBy(x=factor)
            self._on_zoomed()

    def pixel_of(self, time: float, value: float) -> QPointF:
        """Return where a moment and a value lie, from the corner of the chart."""
        place = self.box.pixel_of(time, value)
        return QPointF(place.x() + self.area.left(), place.y() + self.area.top())

    @property
    def area(self) -> QRectF:
        """The plot within the chart."""
        return QRectF(self.box.geometry())

    @property
    def value_per_pixel(self) -> float:
        """How much one pixel of height means."""
        low, high = self.box.values
        return (high - low) / max(1.0, self.area.height())

    @property
    def entries(self) -> tuple[Curve, ...]:
        """The curves that names stand for, in one order wherever these stand."""
        return () if self.picture is None else all_named(self.picture)

    def number_of(self, entry: Curve) -> int:
        """Return the number of a name, counted from one."""
        if self.picture is None:
            return 0
        setting = self.picture.setting
        keys = [key_of(each, setting) for each in self.entries]
        return keys.index(key_of(entry, setting)) + 1

    def entry_at(self, place: QPointF) -> Curve | None:
        """Return the curve whose name is at a place of the chart."""
        on_top = self.legend.curve_at(place - self.legend.pos())
        return on_top or self.names.curve_at(place - self.names.pos())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if widget is None:
            self._draw_ground(painter)
            return
        area, color = self.rect().toAlignedRect(), QColor(self.look.theme.panel)
        self.ground.paint(painter, area, color, widget.devicePixelRatioF(), self._draw_ground)

    def _draw_ground(self, painter: QPainter) -> None:
        """Draw what stands still behind the curves; before the first picture, nothing."""
        if self.picture is None:
            return
        for part in (*self.still, self.names):
            painter.save()
            painter.translate(part.pos())
            part.draw(painter)
            painter.restore()

    def _set_range(self, picture: ChartPicture) -> None:
        """See what is pinned, else what a hand has chosen, else all."""
        scale, limits = self.scale_, picture.setting.limits
        years, values = (scale.first, scale.last), (scale.low, scale.high)
        span = scale.high - scale.low
        self.box.setLimits(
            xMin=scale.first,
            xMax=scale.last,
            minXRange=CLOSEST,
            yMin=scale.low - FURTHEST * span,
            yMax=scale.high + FURTHEST * span,
        )
        self.box.setMouseEnabled(x=limits is None, y=limits is None)
        self.box.show_range(*(limits or (*(self._years or years), *(self._values or values))))

    def _strip_height(self, height: float) -> float:
        """Return the pixels of the strip and the gap above it; none where it has nothing to show.

        None where there is no room, either.
        """
        if self.picture is None or not self.picture.effect:
            return 0.0
        scale = self.look.scale
        if height < LOWEST * scale:
            return 0.0
        high = LOW_HEIGHT if height < ROOMY * scale else HEIGHT
        return gap_above(self.look) + high * scale

    def _limits_height(self, height: float, strip: float) -> float:
        """Return the pixels of what limits compute; none where the plot would get too low."""
        look = self.look
        others = self._naming.top + 3 * look.line + (GAP + LEAST_PLOT) * look.scale + strip
        return self.limits.height_within(height - others)

    def _tells_years(self, height: float) -> bool:
        """Tell whether there is a row for what is said of extrapolated years."""
        is_beyond = self.box.years[1] > EXTRAPOLATED_FROM
        return self.picture is not None and is_beyond and height >= LOWEST * self.look.scale

    def _texts(self, height: float) -> dict[float, str] | None:
        """Return the numbers of panels; none where nothing is a number; else what suits."""
        if self.picture is not None and not self.picture.has_numbers:
            return {}
        return texts_of_panels(self.scale_, height, self.look) if self.scale_.panels > 1 else None

    def _place(self) -> None:
        """Give each part its rectangle, on whole pixels."""
        look, width, height = self.look, self.size().width(), self.size().height()
        foot = look.line + GAP * look.scale
        sides = self.sides.beside(self._shared)
        left, right = round(sides.left), max(round(sides.left) + 10, round(width - sides.right))
        strip = self._strip_height(height)
        limits = self._limits_height(height, strip)
        floor = round(height - foot - limits)
        bottom = floor - round(strip)
        top = self._naming.top + 0.7 * look.line
        lane = Lane(right - left, *self.box.years, look)
        events = self.picture.events if self.picture else ()
        is_low = bottom - top <= ROOMY * look.scale
        rows = max(event_rows(events, lane, is_low=is_low), int(self._tells_years(height)))
        head, top = round(top), min(round(top + rows * look.line), bottom - 10)
        self.legend.setGeometry(QRectF(0, 0, width, self._naming.top))
        self.lane.setGeometry(QRectF(left, head, right - left, top - head))
        self.box.setGeometry(QRectF(left, top, right - left, bottom - top))
        self.values.setWidth(left)
        self.years.setHeight(foot)
        self.lane.setHeight(top - head)
        self.values.setGeometry(QRectF(0, top, left, bottom - top))
        self.years.setGeometry(QRectF(left, floor, right - left, foot))
        self.strip.setVisible(strip > 0)
        if strip:
            apart = round(gap_above(look))
            self.strip.place(left, right, QRectF(0, bottom + apart, width, floor - bottom - apart))
        self.limits.setVisible(limits > 0)
        self.limits.place(left, right, floor + foot)
        self.names.setGeometry(QRectF(right, top, width - right, bottom - top))
        self.values.depth, self.lane.depth = right - left, bottom - top
        self.lane.show_events(events, rows)
        self.ground.forget()

    def _show(self, *, compares: bool = True) -> None:
        """Draw what the picture holds within the ranges there are."""
        picture = self.picture
        if picture is None:
            return
        self.fan.show(picture.curves, self.look)
        if compares:
            self.compare()
        self.points.show_points(picture.points, self.scale_, self.look)
        for part in (self.targets, self.notes):
            part.show_picture(picture, self.look, frozen=self._frozen)
        self.lane.show_events(picture.events, self.lane.rows)
        size = self.size().width(), self.size().height()
        self.limits.show_rows(picture.limits)
        listed = self._naming.legend(picture)
        is_any_hidden = bool(picture.setting.hidden)
        hidden = tuple(c for c in listed if is_any_hidden and not is_drawn(c, picture))
        self.legend.show(listed, size, self.look, hidden)
        self._show_names()

    def _show_names(self) -> None:
        if self.picture is not None:
            side, panels = self._naming.side(self.picture), self.picture.panels
            self.names.show(side, panels, self.box.years[1], self.box.pixels, self.look)

    def _on_range(self) -> None:
        self._show_names()
        self.strip.see_years(self.box.years)
        self.limits.see_years(self.box.years)

    def _on_zoomed(self) -> None:
        """Keep what a hand has chosen, with a curve in it."""
        scale = self.scale_
        self._years = _unless_whole(self.box.years, (scale.first, scale.last))
        self._values = _unless_whole(self.box.values, (scale.low, scale.high))
        self._keep_in_view()
        self.zoomed.emit()


def _unless_whole(seen: Span, whole: Span) -> Span | None:
    """Return what a hand has chosen to see; None where that is all there is."""
    is_whole = all(isclose(*ends, abs_tol=1e-9) for ends in zip(seen, whole, strict=True))
    return None if is_whole else seen
