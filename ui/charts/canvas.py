"""The drawing surface of one chart: still layers kept as pixmaps, what moves, and the mouse.

It keeps the scale: while frozen, curves move and axes stand still. One item of the view
paints the whole chart in pixels of the view: nothing is transformed, no axis is rebuilt, and a move
paints the chart once.
"""

from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QSizePolicy, QWidget

from planner.facts.record import Point
from ui.charts.axes import paint_axes
from ui.charts.chart_item import ChartItem
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.readout import Readout, readout
from ui.charts.crosshair import paint_crosshair, paint_point, point_at
from ui.charts.fan import Fan
from ui.charts.layout.frame import Frame, Scale, month_at
from ui.charts.layout.look import Look
from ui.charts.layout.margins import Drawing, Margins, drawing_of, settle, written_name
from ui.charts.layout.names import paint_legend, paint_names_at_side
from ui.charts.marks import area_of_points, paint_events, paint_points, shown_points
from ui.charts.still import Painting, Still

LEAST_SIZE = QSize(80, 60)
USUAL_SIZE = QSize(256, 192)


class Canvas(pg.GraphicsView):
    """Shows one picture; tells which month is under the mouse."""

    month_hovered = Signal(object)
    enlarge_requested = Signal()
    resized = Signal()
    _picture: ChartPicture | None = None  # the view is resized once before these are made
    _item: ChartItem | None = None

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=QColor(look.theme.panel))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setAcceptDrops(False)  # a file dropped on a chart is the window's
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._item = ChartItem(self._paint)
        self._item.set_area(QRectF(self.rect()))
        self.scene().addItem(self._item)
        self._look = look
        self._settled: tuple[Scale, Margins] | None = None
        self._align = (0.0, 0.0)
        self._drawing: Drawing | None = None
        self._frozen = False
        self._month: int | None = None
        self._has_table = False
        self._point: Point | None = None
        self._ground, self._points = Still(), Still()
        self._fan = Fan()
        self._cross: Painting | None = None

    def sizeHint(self) -> QSize:
        return USUAL_SIZE

    def minimumSizeHint(self) -> QSize:
        return LEAST_SIZE

    @property
    def drawing(self) -> Drawing | None:
        """What is on screen, laid out."""
        return self._drawing

    @property
    def month(self) -> int | None:
        """The month the crosshair is at, counted from the first."""
        return self._month

    def show_picture(self, picture: ChartPicture) -> None:
        """Show a picture; axes settle unless they are frozen."""
        changed = self._picture is None or self._picture.setting != picture.setting
        self._picture = picture
        if changed or not self._frozen or self._settled is None:
            self._settle()
        self._draw()

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self._look = look
        self.setBackground(QColor(look.theme.panel))
        self._settle()
        self._draw()

    def freeze(self, frozen: bool) -> None:
        """Hold the axes still, or let them settle."""
        self._frozen = frozen
        if not frozen and self._picture is not None:
            self._settle()
            self._draw()

    @property
    def margins(self) -> Margins | None:
        """The margins this chart needs by itself."""
        return self._settled[1] if self._settled else None

    def align(self, left: float, right: float) -> None:
        """Line up with the charts above and below."""
        if (left, right) != self._align:
            self._align = (left, right)
            self._draw()

    @property
    def point(self) -> Point | None:
        """The published figure under the mouse."""
        return self._point

    @property
    def is_reading(self) -> bool:
        """Whether the read-out is open: the table of a month, or what a published figure is."""
        return self._point is not None or (self._month is not None and self._has_table)

    def show_month(self, month: int | None, *, table: bool = True) -> Readout | None:
        """Put the crosshair at a month and return what it tells; None takes it away.

        The table is the read-out of the chart under the pointer; others show the line alone.
        """
        self._month, self._point, self._has_table = month, None, table
        drawing = self._drawing
        if month is None or drawing is None or not _has_month(drawing.picture, month):
            self._month = None
            self._set_cross(None)
            return None
        told = readout(drawing.picture, month, self._look.words, self._look.numerals)
        self._set_cross(partial(paint_crosshair, drawing=drawing, told=told, table=table))
        return told

    def _set_cross(self, painting: Painting | None) -> None:
        if painting is not None or self._cross is not None:
            self._cross = painting
            self.viewport().update()

    def _size(self) -> tuple[float, float]:
        return float(self.width()), float(self.height())

    def _settle(self) -> None:
        if self._picture is not None:
            self._settled = settle(self._picture, self._look, self._size())

    def _draw(self) -> None:
        if self._picture is None or self._settled is None:
            return
        before = self._drawing
        scale, margins = self._settled
        settled = scale, margins.aligned(*self._align)
        drawing = drawing_of(self._picture, self._look, self._size(), settled)
        self._drawing = drawing
        if before is None or _behind(before) != _behind(drawing):
            ground = QColor(drawing.look.theme.panel)
            self._ground.set_painting(partial(_paint_ground, drawing=drawing), self.rect(), ground)
        if before is None or _pointed(before) != _pointed(drawing):
            area = area_of_points(drawing)
            self._points.set_painting(partial(paint_points, drawing=drawing), area)
        self._fan.show(drawing.picture, drawing.frame, drawing.look)
        self.viewport().update()
        self._point_again()

    def _point_again(self) -> None:
        """Show what the pointer is on as it is now: a redraw opens no read-out and keeps none."""
        drawing, point = self._drawing, self._point
        if point is None:
            if self._month is not None:
                self.show_month(self._month, table=self._has_table)
        elif drawing is not None and point in shown_points(drawing):
            self._show_point(point)
        else:
            self.show_month(None)

    def _show_point(self, point: Point) -> None:
        if self._drawing is not None:
            self._point = point
            self._set_cross(partial(paint_point, drawing=self._drawing, point=point))

    def _paint(self, painter: QPainter) -> None:
        if self._drawing is None:
            return
        pixels = self.devicePixelRatioF()
        self._ground.paint(painter, pixels)
        self._fan.paint(painter)
        self._points.paint(painter, pixels)
        paint_names_at_side(painter, self._drawing)
        if self._cross is not None:
            self._cross(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._item is not None:
            self._item.set_area(QRectF(self.rect()))
        if self._picture is not None:
            self._settle()
            self._draw()
            self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drawing = self._drawing
        if drawing is None or drawing.picture.is_empty:
            return
        x, y = event.position().x(), event.position().y()
        point = point_at(drawing, shown_points(drawing), x, y)
        if point is not None:
            self._show_point(point)
            return
        frame = drawing.frame
        inside = frame.holds(min(max(x, frame.left), frame.right), y) and x >= frame.left
        curve = drawing.picture.curves[-1]
        self.month_hovered.emit(month_at(curve, frame.time_at(x)) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        self.month_hovered.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.enlarge_requested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()


def _has_month(picture: ChartPicture, month: int) -> bool:
    return any(month < len(curve.times) for curve in picture.curves)


def _paint_ground(painter: QPainter, drawing: Drawing) -> None:
    """Paint what stands still behind the curves."""
    paint_axes(painter, drawing)
    paint_events(painter, drawing)
    paint_legend(painter, drawing)


def _placed(drawing: Drawing) -> tuple[Frame, Look, tuple[float, float]]:
    return drawing.frame, drawing.look, drawing.size


def _behind(drawing: Drawing) -> tuple[object, ...]:
    """Return what the layer behind the curves depends on."""
    names = [(written_name(curve), curve.color, curve.dashed) for curve in drawing.legend]
    shown = drawing.picture.events, drawing.picture.has_numbers
    return *_placed(drawing), *shown, drawing.margins, names


def _pointed(drawing: Drawing) -> tuple[object, ...]:
    """Return what published figures on the chart depend on."""
    return *_placed(drawing), drawing.picture.points
