"""The notes of a chart in its view box: text on the panel, a line to what it is about.

An item of our own, as of the targets: it is seen on a screen and printed alike. A note is dragged
to another place of the plot; what that means is told by `moved`. Floor: charts.
"""

from dataclasses import replace
from functools import reduce
from typing import Final

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from planner.model.presented.note import PinnedNote
from planner.quantities.dates import MONTHS_PER_YEAR
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.charts.notes.marks import (
    NoteMark,
    NoteMove,
    main_curve,
    marks_of,
    value_in_model,
    value_on,
)
from ui.charts.notes.placing import PlacedNote, about_again, placed, within
from ui.charts.notes.sizes import PAD, WRAPPED, folded
from ui.charts.plot.box import PlotBox
from ui.charts.targets.drag import value_at
from ui.charts.targets.item import TargetLines

NEAR: Final = 10.0
"""Pixels from the curve within which a note is about the curve and not about a value."""
_RADIUS: Final = 3.0
_ROUND: Final = 4.0


class NoteMarks(pg.GraphicsObject):
    """The notes of one chart, one of which keys may act on."""

    moved = Signal(object)

    def __init__(self, box: PlotBox, targets: TargetLines, look: Look) -> None:
        super().__init__()
        self._box, self._targets, self._look = box, targets, look
        self._picture: ChartPicture | None = None
        self._marks: tuple[NoteMark, ...] = ()
        self._drawn_in: object = None
        self._area = QRectF()
        self._held: PinnedNote | None = None
        self._held_box = QRectF()
        self._place: int | None = None
        self._pointed: PinnedNote | None = None
        self._on_its_way: PinnedNote | None = None
        self.notes: tuple[PlacedNote, ...] = ()
        self.setVisible(False)
        box.addItem(self, ignoreBounds=True)

    @property
    def picture(self) -> ChartPicture | None:
        """What the chart shows, as far as it was told of it."""
        return self._picture

    @property
    def chosen(self) -> PinnedNote | None:
        """The note that keys act on, as they have left it; None where there is none."""
        if self._on_its_way is not None:
            return self._on_its_way
        return None if self._place is None else self._marks[self._place].note

    def show_picture(self, picture: ChartPicture, look: Look, *, frozen: bool) -> None:
        """Show the notes on a picture; while axes are frozen texts stay where they lie."""
        self._picture, self._look = picture, look
        marks = marks_of(picture)
        if not marks and not self._marks:
            return
        self.prepareGeometryChange()
        if [mark.note for mark in marks] != [mark.note for mark in self._marks]:
            self._on_its_way = None
        if self._place is not None and self._place >= len(marks):
            self._place = None
        self._marks = marks
        self.setVisible(bool(marks))
        stayed = about_again(self.notes, marks, self._box.pixels, self._room) if frozen else None
        self._take(self._placed() if stayed is None else stayed)

    def lay_out(self) -> tuple[PlacedNote, ...]:
        """Return the notes where they lie in the size that the plot has now."""
        if self._marks and (self._box.pixels, self._room) != self._drawn_in:
            self._take(self._placed())
        return self.notes

    def note_at(self, pixel: QPointF) -> PinnedNote | None:
        """Return the note whose text is at a pixel of the box, the one on top."""
        found = (each.mark.note for each in reversed(self.notes) if each.box.contains(pixel))
        return next(found, None)

    def new_at(self, pixel: QPointF) -> PinnedNote | None:
        """Return a note without a text about what is at a pixel: the curve, or a point beside."""
        picture = self._picture
        if picture is None:
            return None
        pixels = self._box.pixels
        date = (pixel.x() - pixels.left) / pixels.per_year
        date = round(date * MONTHS_PER_YEAR) / MONTHS_PER_YEAR
        on_curve = value_on(main_curve(picture), date)
        is_near = on_curve is not None and abs(pixels.y_of(on_curve) - pixel.y()) <= (
            NEAR * self._look.scale
        )
        value = None if is_near else value_in_model(value_at(pixels, pixel.y()), picture)
        setting = picture.setting
        return PinnedNote("", setting.chart, setting.element, date, value)

    def choose(self, note: PinnedNote | None) -> None:
        """Let keys act on a note that is drawn, and show which it is; None for none."""
        every = [mark.note for mark in self._marks]
        self._place, self._on_its_way = every.index(note) if note in every else None, None
        self.update()

    def move_by(self, across: float, down: float) -> None:
        """Move the text of the chosen note by pixels, as keys do, be it drawn there yet or not."""
        note = self.chosen
        if note is None or self._place is None:
            return
        box, way = QRectF(self.notes[self._place].box), self._on_its_way
        if way is not None and way.x is not None and way.y is not None:
            box.moveCenter(QPointF(way.x * self._room.width(), way.y * self._room.height()))
        self._on_its_way = self._put(note, box.translated(across, down))
        self.moved.emit(NoteMove(note, self._on_its_way, final=True))

    def boundingRect(self) -> QRectF:
        return QRectF() if self._area.isEmpty() else self._box.area_of(self._area)

    def shape(self) -> QPainterPath:
        """Return where a hand takes hold: on the texts."""
        path = QPainterPath()
        for each in self.notes:
            path.addRect(self._box.area_of(each.box))
        return path

    def hoverEvent(self, event: HoverEvent) -> None:
        """Take a drag that begins on a text before the box does; unfold the text pointed at."""
        pointed = None if event.isExit() else self.note_at(self._box.pixel_at(event.pos()))
        if pointed is not None:
            event.acceptDrags(Qt.MouseButton.LeftButton)
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def mouseDragEvent(self, event: MouseDragEvent) -> None:
        """Move the note whose text was taken."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if event.isStart():
            self._hold(self.note_at(self._box.pixel_at(event.buttonDownPos())))
        held = self._held
        if held is None:
            event.ignore()
            return
        event.accept()
        way = event.scenePos() - event.buttonDownScenePos()
        new = self._put(held, self._held_box.translated(way.x(), way.y()))
        self._held = None if event.isFinish() else new
        if new != held or event.isFinish():
            self.moved.emit(NoteMove(held, new, event.isFinish()))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self.lay_out()
        self._box.paint_in_pixels(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for each in self.notes:
            self._paint_leader(painter, each)
        for place, each in enumerate(self.notes):
            self._paint_text(painter, each, is_chosen=place == self._place)
        for place, each in enumerate(self.notes):
            if each.opened is not None and self._is_unfolded(place, each):
                whole = replace(each, box=each.opened, opened=None)
                self._paint_text(painter, whole, is_chosen=place == self._place)

    def _is_unfolded(self, place: int, note: PlacedNote) -> bool:
        """Tell whether all of a folded note is shown: the pointer or the keys are on it."""
        return place == self._place or note.mark.note == self._pointed

    def _paint_leader(self, painter: QPainter, note: PlacedNote) -> None:
        look, leader = self._look, note.leader
        painter.setPen(look.pen(look.theme.text, 1.0))
        if leader is not None:
            painter.drawLine(leader)
        if note.about is not None:
            painter.setBrush(QColor(look.theme.panel))
            painter.drawEllipse(note.about, _RADIUS * look.scale, _RADIUS * look.scale)

    def _paint_text(self, painter: QPainter, note: PlacedNote, *, is_chosen: bool) -> None:
        look, pad = self._look, PAD * self._look.scale
        theme, radius = look.theme, _ROUND * look.scale
        painter.setPen(look.pen(theme.accent, 2.0) if is_chosen else look.pen(theme.border))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(note.box, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(theme.text))
        painter.setFont(look.small)
        room = note.box.adjusted(pad, pad / 2, -pad + 2.0, 0.0)
        text = note.mark.note.text
        if note.opened is not None:
            text = folded(text, note.box.width(), look)
        painter.drawText(room, WRAPPED, text)

    def _hold(self, note: PinnedNote | None) -> None:
        found = next((each for each in self.notes if each.mark.note == note), None)
        self._held = None if found is None else note
        self._held_box = QRectF() if found is None else found.box

    def _put(self, note: PinnedNote, box: QRectF) -> PinnedNote:
        """Return a note whose text is in a box, as far as that is within the plot."""
        room = self._room
        center = within(box, room).center()
        x = round(center.x() / max(room.width(), 1.0), 4)
        y = round(center.y() / max(room.height(), 1.0), 4)
        return replace(note, x=min(max(x, 0.0), 1.0), y=min(max(y, 0.0), 1.0))

    def _placed(self) -> tuple[PlacedNote, ...]:
        covered, at_hand = self._targets.covered(), self._held or self.chosen
        return placed(self._marks, self._box.pixels, self._room, covered, self._look, at_hand)

    def _take(self, notes: tuple[PlacedNote, ...]) -> None:
        self.notes, self._drawn_in = notes, (self._box.pixels, self._room)
        reach = 2 * _RADIUS * self._look.scale
        areas = [each.box for each in notes]
        areas += [each.opened for each in notes if each.opened is not None]
        areas += [
            QRectF(p.x() - reach, p.y() - reach, 2 * reach, 2 * reach)
            for p in (each.about for each in notes)
            if p is not None
        ]
        self._area = reduce(QRectF.united, areas, QRectF()).adjusted(-2, -2, 2, 2)

    @property
    def _room(self) -> QRectF:
        """The pixels of the box."""
        return QRectF(QPointF(), self._box.size())
