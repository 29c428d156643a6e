"""A chart for a sheet: the same items as on a screen, laid out once, painted on anything.

Items belong to the thread of the window: a chart is made there and taken down there. In between,
nothing in it moves, and any one thread may paint it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QThread
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene
from shiboken6 import Shiboken

from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.charts.plot.chart_plot import ChartPlot, Sides

_OPEN: set["PrintedChart"] = set()
"""Kept here until their items are gone, so that no other thread lets go of an item last."""


class PrintedChart:
    """A picture laid out in a size; to be closed when it has been painted."""

    def __init__(self, picture: ChartPicture, look: Look, size: tuple[float, float]) -> None:
        self._area = QRectF(0, 0, *size)
        self._scene = QGraphicsScene(QCoreApplication.instance())
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # it has a timer
        self.plot = ChartPlot(look)
        self._scene.addItem(self.plot)
        self.plot.show_picture(picture)
        self.plot.resize_to(size)
        self.plot.box.prepareForPaint()
        QCoreApplication.sendPostedEvents(self._scene)  # none is left to come while it is painted
        self._scene.destroyed.connect(self._on_gone)
        _OPEN.add(self)

    def share(self, sides: Sides) -> None:
        """Leave as much room beside the plot as the charts above and below."""
        self.plot.share(sides)
        self.plot.box.prepareForPaint()
        QCoreApplication.sendPostedEvents(self._scene)

    def paint(self, painter: QPainter) -> None:
        """Paint the chart from the origin of the painter."""
        self._scene.render(painter, self._area, self._area)

    @property
    def folded_notes(self) -> tuple[str, ...]:
        """The texts of notes of which it has room for the beginning alone, each once."""
        folded = (n.mark.note.text for n in self.plot.notes.lay_out() if n.opened is not None)
        return tuple(dict.fromkeys(folded))

    def close(self) -> None:
        """Give back the items, whatever thread has painted them."""
        if QThread.currentThread() is self._scene.thread():
            Shiboken.delete(self._scene)
        else:
            self._scene.deleteLater()

    def _on_gone(self) -> None:
        _OPEN.discard(self)


def align(charts: Sequence[PrintedChart]) -> None:
    """Give the charts of a column the same margins, so that their years line up."""
    sides = Sides()
    for chart in charts:
        sides = sides.beside(chart.plot.sides)
    for chart in charts:
        chart.share(sides)
