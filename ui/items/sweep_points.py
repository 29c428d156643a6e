"""The points of a sweep as a table of Qt: what each sets, its quantiles, the share that meets.

Floor: items.
"""

from PySide6.QtCore import QObject

from ui.engine.sweeps.points import Opened, PointsFound
from ui.items.sweep_columns import columns_of_figures, columns_of_settings
from ui.items.sweep_table import SweepTable


class SweepPoints(SweepTable):
    """A row per point, in the order of whichever column it is sorted by."""

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        points = opened.folder.plan.points
        self._settings = tuple(columns_of_settings(points, opened.rising))
        super().__init__(self._settings, points.count, parent)

    def show_found(self, found: PointsFound) -> None:
        """Show what the points say of a number, in the order that rows have."""
        self.show_columns((*self._settings, *columns_of_figures(found)), found.count)

    def point_at(self, row: int) -> int:
        """Return the number of the point of a row, from 1 on."""
        return self.place_at(row) + 1

    def row_of_point(self, point: int) -> int:
        """Return the row of a point."""
        return self.row_of(point - 1)
