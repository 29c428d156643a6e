"""A path as a line with points that a hand drags, beside the published one; floor: charts.

It is shown a path and reports what a hand or a key does to a point: `moved` while it goes on,
`settled` when it is over. It changes nothing itself and knows no scenario. The axes hold still
while a hand moves.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.model.path_edits import room_of
from planner.model.paths import FIRST_DATE, Knot, LeverPath, OverTime
from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import tell_changed
from ui.charts.layout.ticks import nice_range
from ui.charts.paths.drag import Plane, Room, added, dragged, stepped
from ui.charts.paths.plot import PathPlot
from ui.style.theme import Theme
from ui.widgets.fields.step_run import StepRun
from ui.widgets.fields.told_number import told_number
from ui.wording.paths.knots import date_text
from ui.wording.rows.path_display import knot_in
from ui.wording.scale import Scale

REACH: Final = 9.0
"""Pixels around a point within which it is taken hold of."""
_TICKS: Final = 4
_HEADROOM: Final = 1.25
_ENDS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS: Final = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """What the chart draws: a path, until when it is past, where it ends.

    `below` is the path that it is held against, of a scenario with a name, or of the baseline
    without one; `mark` an event of the path, such as its end, with its words.
    """

    path: LeverPath
    below: LeverPath
    over_time: OverTime
    scale: Scale
    past: float
    last: float
    mark: tuple[float, str] | None = None
    name_below: str = ""


@dataclass(slots=True)
class _Grip:
    """A point in a hand: which one, as it was, and where the hand took hold."""

    place: int
    knot: Knot
    at: QPointF
    has_moved: bool = False


class PathChart(pg.GraphicsView):
    """Shows a path; its signals carry the number of a point, dates and values of the model."""

    moved = Signal(int, float, float)
    settled = Signal()
    added = Signal(float, float)
    remove_requested = Signal(int)
    chosen = Signal(int)
    _drawn: DrawnPath | None = None  # the view is resized once before it is made

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=QColor(theme.panel))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self._grip: _Grip | None = None
        self._place = 0
        self._name = ""
        self.plot = PathPlot(theme)
        self.setCentralItem(self.plot)
        self._run = StepRun(self)
        self._run.ended.connect(self._settle)

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 150)

    @property
    def drawn(self) -> DrawnPath | None:
        """What is drawn."""
        return self._drawn

    @property
    def place(self) -> int:
        """The number of the point that is chosen."""
        return self._place

    def show_path(self, drawn: DrawnPath, name: str) -> None:
        """Show a path under a name; the axes settle unless a hand moves."""
        before, self._drawn, self._name = self._drawn, drawn, name
        self._place = min(self._place, len(drawn.path.knots) - 1)
        if before is None or before.scale is not drawn.scale or not self._is_moving:
            self._settle_axes()
        self.plot.show_path(drawn.path, drawn.below, drawn.over_time, drawn.scale, drawn.last)
        self.plot.name_below(drawn.name_below)
        self._show_choice()

    def accessible(self) -> Accessible:
        """Return the path with a part for each point, and the value of the one that is chosen."""
        drawn = self._drawn
        if drawn is None:
            return Accessible(self._name, Role.Slider)
        scale, value = drawn.scale, drawn.path.knots[self._place][1]
        told = told_number(self._name, scale, value, self._take, self.accessibleDescription())
        texts = (led_by(date_text(date), knot_in(scale, level)) for date, level in drawn.path.knots)
        return replace(told, parts=tuple(Part(text) for text in texts))

    def _take(self, position: int) -> None:
        """Move the chosen point to a position of the lever's slider, as keys do."""
        drawn = self._drawn
        if drawn is not None:
            date, value = drawn.path.knots[self._place]
            self._run.step()
            self._move(self._place, (date, drawn.scale.value_at(position, value)))

    def choose(self, place: int) -> None:
        """Choose a point without telling anybody."""
        if self._drawn is not None:
            self._place = min(max(place, 0), len(self._drawn.path.knots) - 1)
            self._show_choice()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.setBackground(QColor(theme.panel))
        self.plot.set_theme(theme)
        if self._drawn is not None:
            self.show_path(self._drawn, self._name)

    def pixel_of(self, place: int) -> QPointF:
        """Return where a point lies in the view."""
        if self._drawn is None:
            return QPointF()
        date, value = self._drawn.path.knots[place]
        return self.pixel_at(date, value)

    def pixel_at(self, date: float, value: float) -> QPointF:
        """Return where a date and a value of the model lie in the view."""
        scale = self._drawn.scale if self._drawn is not None else None
        shown = scale.shown(value) if scale else value
        scene = self.plot.box.mapViewToScene(QPointF(date, shown))
        return QPointF(self.mapFromScene(scene))

    @property
    def _is_moving(self) -> bool:
        return self._grip is not None or self._run.is_on

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._drawn is None:
            event.ignore()
            return
        self._run.end()
        place = self._point_at(event.position())
        if place is None:
            return
        self._grip = _Grip(place, self._drawn.path.knots[place], event.position())
        self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grip = self._grip
        if grip is None or self._drawn is None:
            on = self._point_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if on else Qt.CursorShape.ArrowCursor)
            return
        way = event.position() - grip.at
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        knot = dragged(
            grip.knot, way.x(), -way.y(), self._plane(), self._room(grip.place), fine=fine
        )
        self._move(grip.place, knot)
        grip.has_moved = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            has_moved, self._grip = self._grip.has_moved, None
            if has_moved:
                self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a point under the pointer, unless it is on one."""
        drawn = self._drawn
        if drawn is None or self._point_at(event.position()) is not None:
            return
        at = self.plot.box.mapSceneToView(self.mapToScene(event.position().toPoint()))
        scale = drawn.scale
        date, value = added(at.x(), scale.typed(at.y()), scale.step)
        value = min(max(value, scale.least), scale.most)
        self.added.emit(min(max(date, FIRST_DATE), drawn.last), value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose points with the arrows left and right, move one up and down, with Ctrl in time."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        with_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in _ENDS and with_control:
            self._step(_ENDS[key], 0, fine=fine)
        elif key in _ENDS and self._drawn is not None:
            self._run.end()
            self._choose(min(max(self._place + _ENDS[key], 0), len(self._drawn.path.knots) - 1))
        elif key in _STEPS and not with_control:
            self._step(0, _STEPS[key], fine=fine)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._run.end()
            self.remove_requested.emit(self._place)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_choice()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._run.end()
        self._show_choice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawn is not None:
            self.plot.show_ratio(self.devicePixelRatioF())
            self._show_choice()

    def _step(self, months: int, steps: int, *, fine: bool) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        knot = drawn.path.knots[self._place]
        self._run.step()
        room = self._room(self._place, is_typed=True)
        self._move(self._place, stepped(knot, months, steps, drawn.scale.step, room, fine=fine))

    def _move(self, place: int, knot: Knot) -> None:
        if self._drawn is not None and knot != self._drawn.path.knots[place]:
            self.moved.emit(place, *knot)

    def _settle(self) -> None:
        self.settled.emit()
        self._settle_axes()
        self._show_choice()

    def _choose(self, place: int) -> None:
        self._place = place
        self._show_choice()
        self.chosen.emit(place)

    def _point_at(self, at: QPointF) -> int | None:
        """Return the point under the pointer: the nearest one within reach."""
        if self._drawn is None:
            return None
        places = range(len(self._drawn.path.knots))
        ways = [(self.pixel_of(place) - at).manhattanLength() for place in places]
        nearest = int(np.argmin(ways))
        return nearest if ways[nearest] <= REACH * 2**0.5 else None

    def _plane(self) -> Plane:
        drawn = self._drawn
        years, values = self.plot.box.viewPixelSize()
        if drawn is None:
            return Plane(years, values, 1.0)
        return Plane(years, values / drawn.scale.factor, drawn.scale.step)

    def _room(self, place: int, *, is_typed: bool = False) -> Room:
        """Return where a point may go: by a pointer, as high as what is seen."""
        drawn = self._drawn
        if drawn is None:
            return Room(FIRST_DATE, FIRST_DATE, 0, 0)
        first, last = room_of(drawn.path, place, drawn.last)
        scale = drawn.scale
        if is_typed:
            return Room(first, last, scale.least, scale.most)
        value = drawn.path.knots[place][1]
        low, high = (scale.typed(end) for end in self.plot.values)
        low, high = min(low, value), max(high, value)
        return Room(first, last, max(scale.least, low), min(scale.most, high))

    def _settle_axes(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        scale = drawn.scale
        values = (*drawn.path.values, *drawn.below.values)
        top = max(values) * _HEADROOM or scale.high
        top = max(min(top, scale.most), *values)
        low = min(0.0, *values)
        ends = nice_range(scale.shown(low), scale.shown(top), _TICKS, scale.shown(scale.most))
        self.plot.show_range(FIRST_DATE, drawn.last, *ends)
        self.plot.show_past(drawn.past)
        self.plot.show_mark(drawn.mark)

    def _show_choice(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        self.plot.show_choice(self._place, has_focus=self.hasFocus())
        self._tell()

    def _tell(self) -> None:
        """Tell a screen reader the point that is chosen."""
        text = translate("PathChart", "Point {number} of {all}: {point}")
        drawn = self._drawn
        if drawn is None:
            return
        said = text.format(
            number=self._place + 1, all=len(drawn.path.knots), point=self.plot.point_text
        )
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(said)
        tell_changed(self)
