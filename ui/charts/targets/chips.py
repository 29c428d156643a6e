"""Where a label fits on a plot without lying over anything that is drawn; pure, no Qt.

The plot is looked at in cells of a few pixels: what a curve, a band or a line takes is marked, and
the nearest free place to the wanted one is the label's.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

CELL: Final = 4.0
MARGIN: Final = 3.0
"""Pixels that stay free around a label."""
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle in pixels of the plot."""

    left: float
    top: float
    width: float
    height: float


class Taken:
    """What of a plot is taken, cell by cell."""

    def __init__(self, width: float, height: float) -> None:
        self._rows, self._columns = max(1, int(height // CELL)), max(1, int(width // CELL))
        self._taken = np.zeros((self._rows, self._columns), np.bool_)
        self._tops = np.arange(self._rows) * CELL

    def add_band(self, x: Values, upper: Values, lower: Values) -> None:
        """Take what lies between two lines, from left to right; gaps are free."""
        known = np.isfinite(upper) & np.isfinite(lower)
        if not known.any():
            return
        edges = np.arange(self._columns + 1) * CELL
        tops, bottoms = (np.interp(edges, x[known], each[known]) for each in (upper, lower))
        within = (edges[1:] >= x[known][0]) & (edges[:-1] <= x[known][-1])
        high = np.minimum(tops[:-1], tops[1:]) - MARGIN
        low = np.maximum(bottoms[:-1], bottoms[1:]) + MARGIN
        rows = self._tops[:, None]
        self._taken |= (rows + CELL >= high) & (rows <= low) & within

    def add_spot(self, spot: Spot) -> None:
        """Take a rectangle."""
        left, top = int((spot.left - MARGIN) // CELL), int((spot.top - MARGIN) // CELL)
        right = int((spot.left + spot.width + MARGIN) // CELL) + 1
        bottom = int((spot.top + spot.height + MARGIN) // CELL) + 1
        self._taken[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = True

    def is_free(self, spot: Spot) -> bool:
        """Tell whether nothing is taken of a rectangle."""
        left, top = max(0, int(spot.left // CELL)), max(0, int(spot.top // CELL))
        right = -(-(spot.left + spot.width) // CELL)
        bottom = -(-(spot.top + spot.height) // CELL)
        return not self._taken[top : max(0, int(bottom)), left : max(0, int(right))].any()

    def place(self, width: float, height: float, wanted: tuple[float, float]) -> Spot | None:
        """Return the free rectangle of a size nearest to a wanted corner, None for none."""
        rows, columns = int(-(-height // CELL)), int(-(-width // CELL))
        if rows > self._rows or columns > self._columns:
            return None
        sums = np.zeros((self._rows + 1, self._columns + 1), np.int32)
        sums[1:, 1:] = self._taken.cumsum(0).cumsum(1)
        used = (
            sums[rows:, columns:]
            - sums[:-rows, columns:]
            - sums[rows:, :-columns]
            + sums[:-rows, :-columns]
        )
        free = np.argwhere(used == 0)
        if not len(free):
            return None
        corners = free[:, ::-1] * CELL
        ways = np.abs(corners - np.array(wanted)) @ np.array((1.0, 2.0))
        left, top = corners[int(ways.argmin())]
        return Spot(float(left), float(top), width, height)
