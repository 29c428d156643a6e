"""The points of a sweep as a table of Qt: what each sets, its quantiles, the share that meets.

Nothing is made of a row before it is looked at, so that a million rows cost what is seen. Sorting
orders numbers of rows alone. Floor: items.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.sweep.design.points import Points
from ui.engine.sweeps.points import PointsFound, Values
from ui.wording.figures.differences import share_told
from ui.wording.literal import literal_tip
from ui.wording.sweeps.inputs import input_told, world_told
from ui.wording.sweeps.numbers import UNKNOWN, number_text, unit_of_column

if TYPE_CHECKING:
    from numpy.typing import NDArray

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, eq=False)
class PointsColumn:
    """A column: its heading and tip, the numbers that it is sorted by, and how one is told."""

    heading: str
    tip: str
    values: Values
    told: Callable[[float], str]
    is_words: bool = False


class SweepPoints(QAbstractTableModel):
    """A row per point, in the order of whichever column it is sorted by."""

    def __init__(self, points: Points, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self._columns = tuple(_settings(points))
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
        self._columns = (*self._columns[: self._settings], *_figures(found))
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
            return _LEFT if column.is_words else _RIGHT
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
                return _LEFT if column.is_words else _RIGHT
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


def _settings(points: Points) -> Iterator[PointsColumn]:
    """Yield the number of each point, its world where there are any, and what it sets."""
    numbers = np.arange(1, points.count + 1, dtype=np.float64)
    name = translate("Sweeps", "Point")
    yield PointsColumn(name, translate("Sweeps", "The number of the point"), numbers, _whole)
    if points.worlds:
        names = tuple(map(world_told, points.worlds))
        name = translate("Sweeps", "World")
        tip = translate("Sweeps", "The ranges of assumptions that the point is put into")
        yield PointsColumn(name, tip, points.world.astype(np.float64), _Named(names), is_words=True)
    for place, each in enumerate(points.inputs):
        told = input_told(each)
        yield PointsColumn(told.heading, told.name, points.values[:, place], told.number)


def _figures(found: PointsFound) -> Iterator[PointsColumn]:
    """Yield the quantiles of each point, and its share where there is a level."""
    column = found.asked.column
    told = _Number(found)
    names = {
        "P10": translate("Sweeps", "A tenth of the futures of the point are below"),
        "P50": translate("Sweeps", "The median: half of the futures of the point are below"),
        "P90": translate("Sweeps", "Nine tenths of the futures of the point are below"),
    }
    values = (found.low, found.median, found.high)
    for (name, tip), each in zip(names.items(), values, strict=True):
        yield PointsColumn(in_turn((name, unit_of_column(column))), tip, each, told)
    if found.asked.level is not None:
        name = translate("Sweeps", "Meet the level")
        tip = translate("Sweeps", "The share of futures of the point that meet the level")
        yield PointsColumn(name, tip, found.shares, _share)


@dataclass(frozen=True, slots=True, eq=False)
class _Number:
    """Tells the values of the number that is looked at."""

    found: PointsFound

    def __call__(self, value: float) -> str:
        return number_text(self.found.asked.column, value)


@dataclass(frozen=True, slots=True)
class _Named:
    """Tells worlds by their place."""

    names: tuple[str, ...]

    def __call__(self, value: float) -> str:
        return self.names[int(value)]


def _whole(value: float) -> str:
    return fixed(value, 0, numerals())


def _share(value: float) -> str:
    return UNKNOWN if np.isnan(value) else share_told(value)
