"""A table of Qt over arrays of a sweep, sorted by any column; no row is made before it is seen.

Sorting orders numbers of rows alone, so that a million rows cost what is looked at; a column that
knows how its values rise is not sorted anew. Floor: items.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.engine.sweeps.orders import falling, rising
from ui.items.sweep_columns import PointsColumn
from ui.wording.literal import literal_tip

if TYPE_CHECKING:
    from numpy.typing import NDArray

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SweepTable(QAbstractTableModel):
    """Shows columns over so many places, a row for each, in the order of one of them."""

    def __init__(
        self, columns: Sequence[PointsColumn], count: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._order: NDArray[np.int64] = np.arange(count)
        self._rows: NDArray[np.int64] | None = self._order
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    @property
    def columns(self) -> tuple[PointsColumn, ...]:
        """What it shows."""
        return self._columns

    def show_columns(self, columns: Sequence[PointsColumn], count: int) -> None:
        """Show other columns, sorted as they were."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._order = np.arange(count)
        column, order = self._sorted
        self._sorted = (min(column, len(self._columns) - 1), order)
        self._put_in_order()
        self.endResetModel()

    def place_at(self, row: int) -> int:
        """Return which place stands in a row, from 0 on."""
        return int(self._order[row])

    def row_of(self, place: int) -> int:
        """Return the row of a place."""
        if self._rows is None:
            self._rows = np.empty_like(self._order)
            self._rows[self._order] = np.arange(len(self._order))
        return int(self._rows[place])

    def texts(self, row: int) -> tuple[str, ...]:
        """Return what stands in a row."""
        place = int(self._order[row])
        return tuple(each.told(float(each.values[place])) for each in self._columns)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

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
        places = [self.place_at(each.row()) for each in before]
        self._sorted = (column, order)
        self._put_in_order()
        now = [
            self.index(self.row_of(place), each.column())
            for place, each in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, now)
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        column, order = self._sorted
        if 0 <= column < len(self._columns):
            shown = self._columns[column]
            places = rising(shown.values) if shown.rising is None else shown.rising
            is_rising = order == Qt.SortOrder.AscendingOrder
            self._order = places if is_rising else falling(shown.values, places)
        self._rows = None
