"""The crosshair: a line at one month and a dot on every curve there.

It tells no values: those stand in the strip under the chart. Floor: charts.
"""

from math import isfinite, log10, nan

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPen

from ui.charts.contents.picture import BASELINE, ChartPicture
from ui.charts.layout.look import Look
from ui.charts.plot.box import PlotBox


class Crosshair:
    """A line and dots in a view box, seen while a month is shown."""

    def __init__(self, box: PlotBox) -> None:
        self._box = box
        self._line = pg.InfiniteLine(angle=90)
        self._dots = pg.ScatterPlotItem(pxMode=True, useCache=False, antialias=True)
        for item in (self._line, self._dots):
            box.addItem(item, ignoreBounds=True)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._line.hide()
        self._dots.hide()

    def show_time(self, time: float, picture: ChartPicture, look: Look, *, pinned: bool) -> None:
        """Show line and dots at a moment; the line of one that is pinned is seen to be so."""
        pen = look.pen(look.theme.accent, 2.0) if pinned else look.pen(look.theme.axis)
        self._line.setPen(_cosmetic(pen))
        self._line.setValue(time)
        self._show_dots(time, picture, look)
        self._line.show()
        self._dots.show()

    def _show_dots(self, time: float, picture: ChartPicture, look: Look) -> None:
        spots = []
        lines = [curve for curve in picture.curves if curve.area is None]
        for curve in sorted(lines, key=lambda curve: curve.color != BASELINE):  # the last on top
            month = int(abs(curve.times - time).argmin())
            value = float(curve.line[month])
            place = (log10(value) if value > 0 else nan) if self._box.is_log else value
            if isfinite(place):
                color = QColor(look.color(curve.color))
                spots.append({"pos": (float(curve.times[month]), place), "brush": color})
        self._dots.setData(
            spots=spots, size=7 * look.scale, pen=_cosmetic(look.pen(look.theme.panel))
        )


def _cosmetic(pen: QPen) -> QPen:
    """Return a pen as wide in pixels, whatever the coordinates."""
    pen.setCosmetic(True)
    return pen
