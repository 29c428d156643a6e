"""The matrix as a table of Qt: a row per scenario, the baseline first, a column per lever.

Thin: what a cell shows is worked out when a view asks for it and kept until its scenario changes.
Floor: items.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from planner.model.scenario import FIRST_YEAR, Scenario
from planner.storage.sentences.catalog import translate
from ui.wording.compared.lever_cells import LeverCell, ends_text, lever_cell
from ui.wording.literal import literal_tip
from ui.wording.rows.described import Described

Index = QModelIndex | QPersistentModelIndex

CELL: Final = Qt.ItemDataRole.UserRole
"""Role of what a cell shows, a LeverCell."""
ROW: Final = Qt.ItemDataRole.UserRole + 1
"""Role of the row that a cell stands in, a MatrixRow."""
ENDS: Final = Qt.ItemDataRole.UserRole + 2
"""Role of the second line of a head: the ends of the sliders with their unit."""

_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A scenario: its color, None of the baseline, and a sentence on why nothing can be moved."""

    key: str
    name: str
    scenario: Scenario
    color: int | None = None
    is_current: bool = False
    is_drawn: bool = True
    why_fixed: str = ""


class Matrix(QAbstractTableModel):
    """What the levers of the columns are at in the scenarios of the rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatrixRow, ...] = ()
        self._columns: tuple[Described, ...] = ()
        self._year = FIRST_YEAR
        self._cells: dict[tuple[int, int], LeverCell] = {}

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """What each row is."""
        return self._rows

    @property
    def columns(self) -> tuple[Described, ...]:
        """What each column moves."""
        return self._columns

    @property
    def names(self) -> tuple[str, ...]:
        """The addresses of the columns."""
        return tuple(each.address for each in self._columns)

    def show(self, rows: Sequence[MatrixRow], columns: Sequence[Described], year: int) -> None:
        """Show scenarios and levers; what is as it was is left alone."""
        is_other = [each.key for each in self._rows] != [each.key for each in rows]
        if is_other or self._columns != tuple(columns):
            self.beginResetModel()
            self._rows, self._columns, self._year = tuple(rows), tuple(columns), year
            self._cells.clear()
            self.endResetModel()
            return
        self._show_rows(tuple(rows), year)

    def cell(self, row: int, column: int) -> LeverCell:
        """Return what stands in a cell."""
        found = self._cells.get((row, column))
        if found is None:
            found = lever_cell(self._columns[column], self._rows[row].scenario, self._year)
            self._cells[row, column] = found
        return found

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ROLE.UserRole:
                return self.cell(index.row(), index.column())
            case _ROLE.DisplayRole:
                return self.cell(index.row(), index.column()).number
            case _ROLE.AccessibleTextRole:
                return f"{row.name}, {self.cell(index.row(), index.column()).spoken}"
            case _ROLE.ToolTipRole:
                return literal_tip(self._tip(index))
        return row if role == ROW else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return self._head(section, role) if 0 <= section < len(self._columns) else None
        if not 0 <= section < len(self._rows):
            return None
        row = self._rows[section]
        if role == _ROLE.DisplayRole:
            return row.name
        if role == _ROLE.ToolTipRole:
            return literal_tip("\n".join(filter(None, (row.name, self._remark(row)))))
        return row if role == ROW else None

    def _show_rows(self, rows: tuple[MatrixRow, ...], year: int) -> None:
        """Tell which rows changed: while a hand moves it is one."""
        before, self._rows = self._rows, rows
        is_other_year, self._year = year != self._year, year
        last = len(self._columns) - 1
        for number, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was == now and not is_other_year:
                continue
            for column in range(last + 1):
                self._cells.pop((number, column), None)
            self.dataChanged.emit(self.index(number, 0), self.index(number, last))
            if replace(was, scenario=now.scenario) != now:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, number, number)

    def _head(self, section: int, role: int) -> object:
        column = self._columns[section]
        if role == _ROLE.DisplayRole:
            return column.full_name if column.element else column.name
        if role == ENDS:
            return ends_text(column.scale)
        if role == _ROLE.ToolTipRole:
            return literal_tip(f"{column.full_name}\n{column.doc}")
        return None

    def _tip(self, index: Index) -> str:
        """Return what the cell itself does not show: remarks on the lever, why nothing moves."""
        row, cell = self._rows[index.row()], self.cell(index.row(), index.column())
        return "\n".join(filter(None, (*(note[0] for note in cell.row.notes), row.why_fixed)))

    def _remark(self, row: MatrixRow) -> str:
        if row.why_fixed:
            return row.why_fixed
        if not row.is_drawn:
            return translate("Matrix", "Not on the charts: check it in the list of scenarios")
        return ""
