"""A table of a sweep on screen: its columns as wide as they need, one row chosen. Floor: views."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.items.sweep_table import SweepTable

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW: Final = 24
_COLUMN: Final = 84
_WIDEST: Final = 220
_LINES: Final = 3
"""Lines of a heading."""
_SAMPLE: Final = 30
"""Rows by which columns are made as wide as what stands in them."""
_GAP: Final = 6
_ARROW: Final = 10
"""Pixels above a heading, where its arrow stands that tells the order."""


class SweepTableView(QTableView):
    """Shows one table; `row_chosen` carries the row that a hand goes to, `taken` opens it.

    `copy_wanted` asks for a copy of what is chosen.
    """

    row_chosen = Signal(QModelIndex)
    taken = Signal()
    copy_wanted = Signal()

    def __init__(self, model: SweepTable, name: str) -> None:
        super().__init__()
        self._table = model
        self._is_told = False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(_LINES * header.fontMetrics().lineSpacing() + _GAP + _ARROW)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(self.taken)
        copying = QAction(self)
        copying.setShortcut(QKeySequence.StandardKey.Copy)
        copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copying.triggered.connect(self.copy_wanted)
        self.addAction(copying)
        self.fit_columns()

    def lines(self) -> Iterator[tuple[str, ...]]:
        """Yield the headings and the chosen rows, or all where one alone is."""
        yield tuple(each.heading for each in self._table.columns)
        chosen = [each.row() for each in self.selectionModel().selectedRows()]
        rows = sorted(chosen) if len(chosen) > 1 else range(self._table.rowCount())
        yield from map(self._table.texts, rows)

    def fit_columns(self) -> None:
        """Give each column the room of the first rows, and of its heading in some lines."""
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        rows = [self._table.texts(row) for row in range(min(_SAMPLE, self._table.rowCount()))]
        for number, column in enumerate(self._table.columns):
            texts = (row[number] for row in rows)
            widest = max(map(metrics.horizontalAdvance, texts), default=0) + 2 * _GAP
            heading = metrics.horizontalAdvance(column.heading)
            room = max(widest, heading // (_LINES - 1) + 2 * _GAP, _COLUMN)
            header.resizeSection(number, min(_WIDEST, room))

    def select(self, row: int) -> None:
        """Choose a row, and tell nobody."""
        index = self._table.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self._is_told = True
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._is_told = False
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row that is chosen on Enter."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.taken.emit()
            return
        super().keyPressEvent(event)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._is_told:
            self.row_chosen.emit(current)
