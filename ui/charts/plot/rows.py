"""The lines of one curve as rows of one array in pixels, and the polygons made of them.

All rows are mapped at once and looked through once for what is unknown: a row at a time, that took
as long as painting them.
"""

import numpy as np

from ui.charts.contents.picture import Curve
from ui.charts.layout.pixels import Pixels
from ui.charts.plot.polygons import Polygon, Runs, bands, lines, ribbons, runs_of

LINE = slice(0, 1)
NONE = slice(0, 0)


class Rows:
    """Rows of pixels: the line, then the run at central values and the edges of bands, if any."""

    def __init__(self, curve: Curve, pixels: Pixels, *, has_inner: bool) -> None:
        drawn = [curve.line]
        self._central = self._outer = self._inner = NONE
        if curve.central is not None and curve.dash is None:
            self._central = slice(1, 2)
            drawn.append(curve.central)
        if curve.bands is not None and curve.has_fan:
            self._outer = slice(len(drawn), len(drawn) + 2)
            drawn += (curve.bands[0], curve.bands[4])
            if has_inner:
                self._inner = slice(len(drawn), len(drawn) + 2)
                drawn += (curve.bands[1], curve.bands[3])
        self._x, self._y = pixels.x(curve.times), pixels.y(np.array(drawn))
        known = runs_of(self._y)
        self._known = known if known == [(0, len(self._x))] else None

    def line(self, kept: list[Polygon]) -> list[Polygon]:
        """Return the line as open polygons."""
        return lines(self._x, self._y[0], self._runs(LINE), kept)

    def ribbon(self, width: float, kept: list[Polygon]) -> list[Polygon]:
        """Return the outlines of the line at a width."""
        return ribbons(self._x, self._y[0], width, self._runs(LINE), kept)

    def central(self, kept: list[Polygon]) -> list[Polygon]:
        """Return the run at central values as open polygons."""
        place = self._central
        return lines(self._x, self._y[place][0], self._runs(place), kept) if place != NONE else []

    def outer(self, kept: list[Polygon]) -> list[Polygon]:
        """Return the light band as closed polygons."""
        return self._band(self._outer, kept)

    def inner(self, kept: list[Polygon]) -> list[Polygon]:
        """Return the dark band as closed polygons."""
        return self._band(self._inner, kept)

    def _band(self, place: slice, kept: list[Polygon]) -> list[Polygon]:
        if place == NONE:
            return []
        low, high = self._y[place]
        return bands(self._x, low, high, self._runs(place), kept)

    def _runs(self, place: slice) -> Runs:
        """Return where all of some rows are known."""
        return self._known or runs_of(self._y[place])
