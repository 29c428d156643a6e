"""The view of one chart on a screen: what the pointer is on, and the size of what it shows."""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QGraphicsView,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from planner.facts.record import Point
from planner.model.presented.note import PinnedNote
from ui.accessibility.accessible import Accessible, Role
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.charts.layout.naming import name_of
from ui.charts.layout.scale import month_at
from ui.charts.notes.marks import NoteWish
from ui.charts.plot.chart_plot import ChartPlot
from ui.charts.plot.crosshair import Crosshair
from ui.charts.published.point_text import point_text
from ui.charts.targets.drag import value_of
from ui.charts.targets.lines import TargetLine
from ui.widgets.fields.wheel import can_scroll
from ui.wording.literal import literal_tip

LEAST_SIZE = QSize(80, 60)
USUAL_SIZE = QSize(256, 192)


class Canvas(pg.GraphicsView):
    """Shows one picture; tells which month is under the mouse, and which was clicked."""

    month_hovered = Signal(object)
    month_clicked = Signal(int)
    enlarge_requested = Signal()
    difference_requested = Signal()
    events_requested = Signal()
    entry_clicked = Signal(object)
    target_wanted = Signal(object)
    note_wanted = Signal(object)
    resized = Signal()
    _plot: ChartPlot | None = None  # the view is resized once before it is made

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)  # the chart covers all of it
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setAcceptDrops(False)  # a file dropped on a chart is the window's
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._look = look
        self._month: int | None = None
        self._is_pinned = False
        self._point: Point | None = None
        self._pressed: QPointF | None = None
        self.zooms_by_wheel = True
        self._tell: Callable[[], Accessible] | None = None
        self.plot = ChartPlot(look)
        self._cross = Crosshair(self.plot.box)
        self._plot = self.plot
        self.setCentralItem(self.plot)

    def sizeHint(self) -> QSize:
        return USUAL_SIZE

    def minimumSizeHint(self) -> QSize:
        return LEAST_SIZE

    def tell_as(self, tell: Callable[[], Accessible]) -> None:
        """Let a screen reader be told what this returns: what is drawn, part by part."""
        self._tell = tell

    def accessible(self) -> Accessible:
        """Return what is drawn as it is told."""
        return self._tell() if self._tell else Accessible("", Role.Graphic)

    @property
    def month(self) -> int | None:
        """The month the crosshair is at, counted from the first."""
        return self._month

    @property
    def point(self) -> Point | None:
        """The published figure under the mouse."""
        return self._point

    def show_picture(self, picture: ChartPicture, *, compares: bool = True) -> None:
        """Show a picture; axes settle unless they are frozen."""
        self.plot.show_picture(picture, compares=compares)
        self._point_again()

    def compare(self) -> None:
        """Show in the strip the differences of what is shown."""
        self.plot.compare()
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self._look = look
        self.plot.set_look(look)
        self._point_again()

    def freeze(self, frozen: bool) -> None:
        """Hold the axes still, or let them settle.

        Meanwhile only what is shown anew is painted: each scene that finds an item changed would
        paint the window once more by itself.
        """
        modes = QGraphicsView.ViewportUpdateMode
        self.setViewportUpdateMode(modes.NoViewportUpdate if frozen else modes.FullViewportUpdate)
        self.plot.freeze(frozen=frozen)
        self._point_again()

    def show_month(self, month: int | None, *, pinned: bool = False) -> None:
        """Put the crosshair at a month, which may be pinned; None takes it away."""
        self._is_pinned = pinned
        self.viewport().update()
        picture = self.plot.picture
        if month is None or picture is None or not picture.has_month(month):
            self._month = None
            self._cross.clear()
            return
        self._month = month
        time = picture.time_of(month)
        self._cross.show_time(time, picture, self._look, pinned=pinned)

    def _point_again(self) -> None:
        """Show what the pointer is on as it is now."""
        self.viewport().update()
        if self._month is not None:
            self.show_month(self._month, pinned=self._is_pinned)
        if self._point is not None and self._point not in self.plot.points.points:
            self._tell_point(None, QPoint())

    def _tell_point(self, point: Point | None, place: QPoint) -> None:
        """Tell in a tip what a published figure is and where it comes from."""
        before, self._point = self._point, point
        if point is not None and self.plot.picture is not None:
            text = point_text(point, self.plot.picture, self._look.words, self._look.numerals)
            QToolTip.showText(place, literal_tip(text), self)
        elif before is not None:
            QToolTip.hideText()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if self._plot is not None:
            self._plot.resize_to((float(self.width()), float(self.height())))
            self._point_again()
            self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; without it scroll, or zoom where nothing scrolls and keys go here."""
        is_meant = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.zooms_by_wheel and (is_meant or (self._has_keys() and not can_scroll(self))):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _has_keys(self) -> bool:
        """Tell whether the chart was clicked last, or has the keys otherwise."""
        holder = self.parentWidget()
        return holder is not None and holder.hasFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        picture, plot = self.plot.picture, self.plot
        if picture is None or self.scene().dragButtons:
            return
        place = event.position()
        self._show_hand(place)
        if picture.is_empty:
            return
        point = plot.points.at(place - plot.area.topLeft())
        self._tell_point(point, event.globalPosition().toPoint())
        self.month_hovered.emit(self._month_at(place, picture))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pin the month of a click; the end of a drag or of a double click is none."""
        was_click = event.button() == Qt.MouseButton.LeftButton and self._pressed is not None
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        picture, place = self.plot.picture, event.position()
        if not was_click or pressed is None or picture is None:
            return
        if (place - pressed).manhattanLength() >= QApplication.startDragDistance():
            self.month_hovered.emit(self._month_at(place, picture))
        else:
            self._on_clicked(place, picture)

    def _on_clicked(self, place: QPointF, picture: ChartPicture) -> None:
        """Tell what was clicked: a name, a month, or the lane of events."""
        entry = self.plot.entry_at(place)
        if entry is not None:
            self.entry_clicked.emit(entry)
        elif not picture.is_empty and not self._is_taken(place):
            month = self._month_at(place, picture)
            if month is not None:
                self.month_clicked.emit(month)
            elif self.plot.lane.geometry().contains(place):
                self.events_requested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position()

    def _month_at(self, place: QPointF, picture: ChartPicture) -> int | None:
        """Return the month at a place in the plot or right of it."""
        area = self.plot.area
        if place.x() < area.left() or not area.top() <= place.y() <= area.bottom():
            return None
        x = min(place.x(), area.right())
        time = self.plot.box.mapToView(QPointF(x - area.left(), 0.0)).x()
        return month_at(picture.curves[-1], time)

    def _target_at(self, place: QPointF) -> TargetLine | None:
        """Return the target whose handle or label is at a place."""
        return self.plot.targets.line_at(place - self.plot.area.topLeft())

    def _is_taken(self, place: QPointF) -> bool:
        """Tell whether a target or a note is at a place."""
        return self._target_at(place) is not None or self.note_at(place) is not None

    def note_at(self, place: QPointF) -> PinnedNote | None:
        """Return the note whose text is at a place."""
        return self.plot.notes.note_at(place - self.plot.area.topLeft())

    def want_note(self, place: QPointF) -> None:
        """Want a note at a place of the plot: the one that lies there, else a new one."""
        old = self.note_at(place)
        new = None if old else self.plot.notes.new_at(place - self.plot.area.topLeft())
        if old is not None:
            self.note_wanted.emit(NoteWish(old, old))
        elif new is not None:
            self.note_wanted.emit(NoteWish(new))

    def data_at(self, place: QPoint) -> QPointF | None:
        """Return the moment and the value at a place of the plot; None beside it."""
        area = self.plot.area
        if not area.contains(QPointF(place)):
            return None
        at = self.plot.box.mapToView(QPointF(place) - area.topLeft())
        return QPointF(at.x(), value_of(at.y(), is_log=self.plot.scale_.is_log))

    def _show_hand(self, place: QPointF) -> None:
        """Show the pointer of what can be clicked, over a name, or dragged, over a handle."""
        shape = Qt.CursorShape.ArrowCursor
        handle = self.plot.targets.handle_at(place - self.plot.area.topLeft())
        if handle is not None or self.note_at(place) is not None:
            shape = Qt.CursorShape.SizeAllCursor
        elif self.plot.entry_at(place) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a click on a name does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.plot.entry_at(QPointF(event.pos()))
            if entry is not None:
                text = self._look.words.hides.format(
                    name=name_of(entry), key=self.plot.number_of(entry)
                )
                told = "\n".join(filter(None, (text, entry.beliefs)))
                QToolTip.showText(event.globalPos(), literal_tip(told), self)
                return True
            line = self._target_at(QPointF(event.pos()))
            if line is not None:
                QToolTip.showText(event.globalPos(), literal_tip(line.sentence), self)
                return True
            lane, limits = self.plot.lane, self.plot.limits
            if told := lane.text_at(QPointF(event.pos()) - lane.pos()):
                QToolTip.showText(event.globalPos(), literal_tip(told), self)
                return True
            if told := limits.text_at(QPointF(event.pos()) - limits.pos()):
                QToolTip.showText(event.globalPos(), literal_tip(told), self)
                return True
        is_handled: bool = super().viewportEvent(event)
        return is_handled

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tell_point(None, QPoint())
        self.month_hovered.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enlarge the chart; its strip becomes the difference view, a name is clicked again.

        A target or a note is to be edited; with Ctrl held a new note is written.
        """
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        is_in_plot = self.plot.area.contains(event.position())
        if self.note_at(event.position()) is not None or (with_control and is_in_plot):
            self.want_note(event.position())
            return
        strip, entry = self.plot.strip, self.plot.entry_at(event.position())
        line = self._target_at(event.position())
        if entry is not None:
            self.entry_clicked.emit(entry)
        elif line is not None:
            self.target_wanted.emit(line.target)
        elif strip.isVisible() and strip.geometry().contains(event.position()):
            self.difference_requested.emit()
        else:
            self.enlarge_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()
