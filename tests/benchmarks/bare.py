"""The floor of a frame: the same strokes, by bare painters, into plain widgets of the same size.

No layout, no text, no axes: polygons and lines that are ready, a ground, and the grounds of the
cards. What a frame costs beyond that is what a window and its charts cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.charts.chart_view import ChartView
from ui.charts.plot.chart_plot import ChartPlot
from ui.charts.plot.fan import Strokes

Fans = tuple["Fan", ...]


@dataclass(frozen=True, slots=True)
class Fan:
    """Strokes that are ready, and the plot they are cut to."""

    strokes: Strokes
    area: QRectF

    def paint(self, painter: QPainter) -> None:
        """Paint the strokes where the plot is."""
        painter.setClipRect(self.area)
        painter.translate(self.area.topLeft())
        self.strokes.paint(painter)


class Bare(QWidget):
    """A plain widget that fills its ground and paints a fan, if it has one."""

    def __init__(self, parent: QWidget, place: QRect, ground: QColor) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(place)
        self._ground = ground
        self.fan: Fan | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        if self.fan is not None:
            self.fan.paint(painter)
        painter.end()


class BareWindow(QWidget):
    """As many plain widgets as a window has charts and cards, in the same places.

    Nothing is painted before the system has shown the window; `painted` tells of every paint.
    """

    painted = Signal()

    def __init__(
        self, window: QWidget, charts: Sequence[QWidget], cards: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self.resize(window.size())
        ground = window.palette().button().color()
        self._charts = [Bare(self, _place(chart, window), ground) for chart in charts]
        self._cards = [Bare(self, _place(card, window), ground) for card in cards]

    def show_fans(self, fans: Fans) -> None:
        """Mark everything to be painted, the charts with these fans."""
        for chart, fan in zip(self._charts, fans, strict=True):
            chart.fan = fan
        for part in (*self._charts, *self._cards):
            part.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.emit()


def fans_of(views: Sequence[ChartView]) -> Fans:
    """Return the strokes that charts show now, as shapes of their own."""
    return tuple(_fan_of(view.canvas.plot) for view in views)


def _fan_of(plot: ChartPlot) -> Fan:
    strokes = Strokes()
    strokes.show(plot.picture.curves if plot.picture else (), plot.box.pixels, plot.look)
    return Fan(strokes, plot.area)


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
