"""The points of a sweep as a table of Qt: what each sets, its quantiles, the share that meets.

Nothing is made of a row before it is looked at, so that a million rows cost what is seen. Sorting
orders numbers of rows alone. Floor: items.
"""

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from planner.sweep.design.points import Points
from ui.engine.sweeps.points import PointsFound
from ui.items.sweep_columns import PointsColumn, columns_of_figures, columns_of_settings
from ui.wording.literal import literal_tip

if TYPE_CHECKING:
    from numpy.typing import NDArray

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SweepPoints(QAbstractTableModel):
    """A row per point, in the order of whichever column it is sorted by."""

    def __init__(self, points: Points, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self._columns = tuple(columns_of_settings(points))
        self._settings = len(self._columns)
        self._order: NDArray[np.int64] = np.arange(points.count)
        self._rows = self._order
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    @property
    def columns(self) -> tuple[PointsColumn, ...]:
        """The columns, those of settings first."""
        return self._columns

    def show_found(self, found: PointsFound) -> None:
        """Show what the points say of a number, in the order that rows have."""
        self.beginResetModel()
        self._columns = (*self._columns[: self._settings], *columns_of_figures(found))
        column, order = self._sorted
        self._sorted = (min(column, len(self._columns) - 1), order)
        self._put_in_order()
        self.endResetModel()

    def point_at(self, row: int) -> int:
        """Return the number of the point of a row, from 1 on."""
        return int(self._order[row]) + 1

    def row_of(self, point: int) -> int:
        """Return the row of a point."""
        return int(self._rows[point - 1])

    def texts(self, row: int) -> tuple[str, ...]:
        """Return what stands in a row."""
        place = int(self._order[row])
        return tuple(each.told(float(each.values[place])) for each in self._columns)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._points.count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == _ROLE.DisplayRole:
            return column.told(float(column.values[self._order[index.row()]]))
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if column.kind == "word" else _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or section >= len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case _ROLE.DisplayRole:
                return column.heading
            case _ROLE.ToolTipRole:
                return literal_tip(column.tip)
            case _ROLE.TextAlignmentRole:
                side = _LEFT if column.kind == "word" else _RIGHT
                return side.value | Qt.TextFlag.TextWordWrap.value
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; what has no number stands last either way."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        points = [self.point_at(each.row()) for each in before]
        self._sorted = (column, order)
        self._put_in_order()
        now = [
            self.index(self.row_of(point), each.column())
            for point, each in zip(points, before, strict=True)
        ]
        self.changePersistentIndexList(before, now)
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        column, order = self._sorted
        values = self._columns[column].values
        keys = values if order == Qt.SortOrder.AscendingOrder else -values
        self._order = np.argsort(keys, kind="stable")
        self._rows = np.empty_like(self._order)
        self._rows[self._order] = np.arange(len(self._order))
