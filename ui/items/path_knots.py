"""The dated values of a path as a table that is edited: from when, how much, from whom.

The last row takes a date to add. Qt's model alone: what a text means is told by whoever is asked,
`typed` reports what was accepted. Floor: items.
"""

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from planner.storage.sentences.catalog import translate
from ui.wording.paths.knots import KnotRow, origin_text

Index = QModelIndex | QPersistentModelIndex

FROM, VALUE, ORIGIN = range(3)
_COLUMNS: Final = 3
_ROLE = Qt.ItemDataRole


class PathKnots(QAbstractTableModel):
    """Shows rows; `typed` carries a row, a column and a text."""

    typed = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[KnotRow, ...] = ()
        self._unit = ""

    @property
    def knots(self) -> int:
        """How many rows are knots: all but the one that adds."""
        return len(self._rows)

    def show_rows(self, rows: tuple[KnotRow, ...], unit: str) -> None:
        """Show other rows; what is selected stays where there are as many."""
        if (rows, unit) == (self._rows, self._unit):
            return
        if len(rows) != len(self._rows) or unit != self._unit:
            self.beginResetModel()
            self._rows, self._unit = rows, unit
            self.endResetModel()
            return
        changed = [
            row for row, pair in enumerate(zip(rows, self._rows, strict=True)) if len({*pair}) > 1
        ]
        self._rows = rows
        self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], ORIGIN))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else _COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return _alignment(section)
        if role != _ROLE.DisplayRole:
            return None
        return (
            translate("PathKnots", "From"),
            self._unit or translate("PathKnots", "Value"),
            translate("PathKnots", "Origin"),
        )[section]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == _ROLE.TextAlignmentRole:
            return _alignment(index.column())
        if index.row() == len(self._rows):
            return self._adding(index.column(), role)
        row = self._rows[index.row()]
        origin = origin_text(row.origin)
        told = {
            _ROLE.DisplayRole: (row.date, row.value, origin)[index.column()],
            _ROLE.EditRole: (row.date, row.typed_value, origin)[index.column()],
            _ROLE.AccessibleTextRole: f"{row.date}, {row.value} {self._unit}, {origin}",
        }
        return told.get(_ROLE(role))

    def origin(self, row: int) -> str:
        """Return where a row comes from; empty for the one that adds."""
        return self._rows[row].origin if row < len(self._rows) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_added = index.row() == len(self._rows)
        can_edit = index.column() == FROM or (index.column() == VALUE and not is_added)
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Report a text; whoever listens changes the document, which comes back as rows."""
        if role != _ROLE.EditRole or str(value) == self.data(index, _ROLE.EditRole):
            return False
        self.typed.emit(index.row(), index.column(), str(value))
        return True

    def _adding(self, column: int, role: int) -> object:
        if column != FROM:
            return None
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return translate("PathKnots", "Add a date")
        return "" if role == _ROLE.EditRole else None


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
