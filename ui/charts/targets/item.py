"""The targets of a chart in its view box: lines with a fence, handles for a hand, labels beside.

An item of our own: the library's lines know neither an end nor a forbidden side, and its labels lie
over data. A handle is dragged up and down and sideways; what that means is told by `moved`, and
the line is drawn where the scenario then has it. Floor: charts.
"""

from dataclasses import dataclass
from functools import reduce
from typing import Final

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from planner.model.paths import LeverPath
from planner.model.targets.target import Target
from planner.quantities.told.lists import led_by
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.charts.plot.box import PlotBox
from ui.charts.targets.chips import Spot, Taken
from ui.charts.targets.drag import Way, dragged
from ui.charts.targets.lines import TargetLine
from ui.charts.targets.strokes import (
    FENCE,
    Chip,
    Stroke,
    chip_size,
    paint_chip,
    stroke_of,
    texts_of,
)
from ui.wording.targets.told import asked_at

REACH: Final = 9.0
"""Pixels around a handle within which it is taken hold of."""
CHIPS_EVERY: Final = 4
"""Frames of a moving lever after which labels look for places anew."""
_APART: Final = 8.0
"""Pixels between a line and its label."""
_POINT: Final = 6.0
"""Pixels around a published figure that are its own."""


@dataclass(frozen=True, slots=True)
class TargetMove:
    """What a hand does to a target: it is `new` now, and stays so once the move is `final`."""

    old: Target
    new: Target
    final: bool


@dataclass(slots=True)
class _Grip:
    """A handle in a hand: which of which line, that as it was, and the target as it is now."""

    place: int
    handle: int
    line: TargetLine
    now: Target


class TargetLines(pg.GraphicsObject):
    """The lines of one chart; `taken` and `let_go` tell that a drag begins and ends."""

    moved = Signal(object)
    taken = Signal()
    let_go = Signal()

    def __init__(self, box: PlotBox, look: Look) -> None:
        super().__init__()
        self._box, self._look = box, look
        self._grip: _Grip | None = None
        self._picture: ChartPicture | None = None
        self._strokes: tuple[Stroke, ...] = ()
        self._drawn_in: object = None
        self._drawn: dict[Target, tuple[TargetLine, Stroke]] = {}
        self._area = QRectF()
        self._turn = 0
        self.chips: tuple[Chip | None, ...] = ()
        self.lines: tuple[TargetLine, ...] = ()
        self.setVisible(False)
        box.addItem(self, ignoreBounds=True)

    def show_picture(self, picture: ChartPicture, look: Look, *, frozen: bool) -> None:
        """Show the targets of a picture; labels stay while axes are frozen, if they can."""
        self._picture = picture
        if not picture.targets and not self.lines:
            return
        self.prepareGeometryChange()
        self._turn = self._turn + 1 if frozen else 0
        kept = self.chips if frozen and len(self.chips) == len(picture.targets) else ()
        self.lines, self._look = picture.targets, look
        self.setVisible(bool(self.lines))
        self._lay_out(kept)

    def boundingRect(self) -> QRectF:
        """Return the years and values between which lines, fences, handles and labels lie."""
        return QRectF() if self._area.isEmpty() else self._box.area_of(self._area)

    def shape(self) -> QPainterPath:
        """Return where a hand takes hold: around the handles."""
        path = QPainterPath()
        reach = REACH * self._look.scale
        for stroke in self._strokes:
            for handle in stroke.seen_handles:
                around = QRectF(-reach, -reach, 2 * reach, 2 * reach)
                path.addEllipse(self._box.area_of(around.translated(handle)))
        return path

    def handle_at(self, pixel: QPointF) -> TargetLine | None:
        """Return the line whose handle is at a pixel of the box."""
        found = self._handle_at(pixel)
        return None if found is None else self.lines[found[0]]

    def line_at(self, pixel: QPointF) -> TargetLine | None:
        """Return the line whose handle or label is at a pixel of the box."""
        for line, chip in zip(self.lines, self.chips, strict=True):
            if chip is not None and chip.area.contains(pixel):
                return line
        return self.handle_at(pixel)

    def give_back(self) -> None:
        """Put a target back to where a hand took hold of it."""
        if self._grip is not None:
            grip, self._grip = self._grip, None
            self.moved.emit(TargetMove(grip.now, grip.line.target, final=True))

    def covered(self) -> Taken:
        """Return what of the plot curves, figures, targets and their labels take."""
        taken = self._taken()
        for chip in filter(None, self.chips):
            taken.add_spot(chip.spot)
        return taken

    def hoverEvent(self, event: HoverEvent) -> None:
        """Take a drag that begins on a handle before the box does, which would zoom."""
        if not event.isExit() and self._handle_at(self._box.pixel_at(event.pos())) is not None:
            event.acceptDrags(Qt.MouseButton.LeftButton)

    def mouseDragEvent(self, event: MouseDragEvent) -> None:
        """Move the target whose handle was taken."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if event.isStart():
            self._take(self._handle_at(self._box.pixel_at(event.buttonDownPos())))
            if self._grip is None:
                event.ignore()
                return
        event.accept()
        if self._grip is not None:
            way = event.scenePos() - event.buttonDownScenePos()
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(Way(way.x(), way.y(), fine), final=event.isFinish())
        if event.isFinish():
            self._grip = None
            self._lay_out(())
            self.let_go.emit()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if (self._box.pixels, self._look, self._room) != self._drawn_in:
            self._lay_out(())
        self._box.paint_in_pixels(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for stroke in self._strokes:
            stroke.paint(painter, self._look)
        for chip in filter(None, self.chips):
            paint_chip(painter, chip, self._look)

    def _take(self, found: tuple[int, int] | None) -> None:
        if found is not None:
            line = self.lines[found[0]]
            self._grip = _Grip(*found, line, line.target)
            self.taken.emit()

    def _move(self, way: Way, *, final: bool) -> None:
        grip, picture = self._grip, self._picture
        if grip is None or picture is None or picture.scenario is None:
            return
        last_year = picture.scenario.last_year
        new = dragged(grip.line, way, self._box.pixels, last_year, grip.handle)
        old, grip.now = grip.now, new
        if new != old or final:
            self.moved.emit(TargetMove(old, new, final))

    def _handle_at(self, pixel: QPointF) -> tuple[int, int] | None:
        """Return the line and which of its handles is nearest to a pixel, within reach."""
        nearest, found = REACH * self._look.scale, None
        for place, stroke in enumerate(self._strokes):
            for number, handle in enumerate(stroke.handles):
                if handle is None:
                    continue
                way = pixel - handle
                far = max(abs(way.x()), abs(way.y()))
                if far <= nearest:
                    nearest, found = far, (place, number)
        return found

    def _lay_out(self, kept: tuple[Chip | None, ...]) -> None:
        """Find where lines and labels lie in pixels."""
        pixels, room = self._box.pixels, self._room
        if (pixels, self._look, room) != self._drawn_in:
            self._drawn_in, self._drawn = (pixels, self._look, room), {}
        self._strokes = tuple(self._stroke(line, room) for line in self.lines)
        self._drawn = {
            line.target: (line, stroke)
            for line, stroke in zip(self.lines, self._strokes, strict=True)
        }
        stayed = self._chips_that_stay(kept)
        self.chips = self._chips_placed(kept) if stayed is None else stayed
        areas = [each.area for each in self._strokes]
        areas += [chip.area for chip in self.chips if chip is not None]
        self._area = reduce(QRectF.united, areas, QRectF()).adjusted(-1, -1, 1, 1)

    @property
    def _room(self) -> QRectF:
        """The pixels of the box."""
        return QRectF(QPointF(), self._box.size())

    def _stroke(self, line: TargetLine, room: QRectF) -> Stroke:
        """Return a line in pixels: as it is drawn already, where it lies as it did."""
        before, stroke = self._drawn.get(line.target, (None, None))
        if before is not None and stroke is not None and before.lies_as(line):
            return stroke
        return stroke_of(line, self._box.pixels, room, self._look)

    def _chips_that_stay(self, kept: tuple[Chip | None, ...]) -> tuple[Chip | None, ...] | None:
        """Return labels where they were, with new shares; None where places are looked for.

        While a lever moves that is done only every few frames: it takes as long as two curves.
        """
        if self._grip is not None or not kept or self._turn % CHIPS_EVERY == 0:
            return None
        chips: list[Chip | None] = []
        for line, chip in zip(self.lines, kept, strict=True):
            if chip is None:
                chips.append(None)
                continue
            said = texts_of(line)[chip.form]
            if chip_size(*said, self._look) != (chip.spot.width, chip.spot.height):
                return None
            chips.append(Chip(*said, chip.spot, chip.form))
        return tuple(chips)

    def _chips_placed(self, kept: tuple[Chip | None, ...]) -> tuple[Chip | None, ...]:
        """Return each label where it covers nothing; one that is kept moves if it must."""
        taken = self._taken()
        held = None if self._grip is None else self._grip.place
        return tuple(
            self._chip(place, stroke, taken, kept[place] if kept and place != held else None)
            for place, stroke in enumerate(self._strokes)
        )

    def _chip(self, place: int, stroke: Stroke, taken: Taken, before: Chip | None) -> Chip | None:
        """Return the label of a line where it covers nothing; a short one where it must be."""
        for form, (asked, met) in enumerate(self._texts(place)):
            width, height = chip_size(asked, met, self._look)
            wanted = stroke.end.x() - width - _APART, stroke.end.y() - height - _APART
            if not stroke.is_fenced_below:
                wanted = wanted[0], stroke.end.y() + _APART
            if before is not None:
                wanted = before.spot.left, before.spot.top
            spot = taken.place(width, height, wanted)
            if spot is not None:
                taken.add_spot(spot)
                return Chip(asked, met, spot, form)
        return None

    def _texts(self, place: int) -> tuple[tuple[str, str], ...]:
        """Return what a label may say; while a hand has a knot, first of all where that is."""
        line, grip = self.lines[place], self._grip
        texts = texts_of(line)
        if grip is None or grip.place != place or not isinstance(line.target.level, LeverPath):
            return texts
        return ((led_by(asked_at(line.target, grip.handle), ""), line.met), *texts[1:])

    def _taken(self) -> Taken:
        """Return what of the plot curves, bands, published figures and targets take."""
        pixels, size = self._box.pixels, self._box.size()
        taken = Taken(size.width(), size.height())
        if self._picture is None:
            return taken
        for curve in self._picture.curves:
            lows = curve.line if curve.bands is None or not curve.has_fan else curve.bands[0]
            highs = curve.line if curve.bands is None or not curve.has_fan else curve.bands[-1]
            taken.add_band(pixels.x(curve.times), pixels.y(highs), pixels.y(lows))
        for line, stroke in zip(self.lines, self._strokes, strict=True):
            y, fence = pixels.y(line.values), FENCE * self._look.scale
            above, below = (0.0, fence) if stroke.is_fenced_below else (fence, 0.0)
            taken.add_band(pixels.x(line.times), y - above, y + below)
        for point in self._picture.points:
            place = self._box.pixel_of(point.time, point.value)
            around = _POINT * self._look.scale
            taken.add_spot(Spot(place.x() - around, place.y() - around, 2 * around, 2 * around))
        return taken
