"""A list of values of which each can be opened, and some unfold. Floor: widgets."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.studies.inspect.node import Node
from ui.style.theme import Theme, font
from ui.wording.inspect.outlines import OutlineRow
from ui.wording.literal import literal_tip

_PIXELS: Final = 12
_MOST_OF_VALUES: Final = 0.6
"""Share of the list that values may take before their words go to more lines."""
_BETWEEN: Final = 6
_JOINER: Final = "\N{WORD JOINER}"
_IN_BRACKETS: Final = re.compile(
    "\N{FULLWIDTH LEFT PARENTHESIS}[^\N{FULLWIDTH RIGHT PARENTHESIS}]*"
    "\N{FULLWIDTH RIGHT PARENTHESIS}"
)
_ROW: Final = Qt.ItemDataRole.UserRole


class _Wrapping(QStyledItemDelegate):
    """Gives a row the height that its text needs in lines: the tree asks for one line alone."""

    def __init__(self, view: QTreeWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self._view
        if index.column():
            width = round(_MOST_OF_VALUES * view.viewport().width())
        else:
            steps = 1 + index.parent().isValid()
            width = view.columnWidth(0) - steps * view.indentation()
        option.rect = QRect(0, 0, max(1, width), 1)
        return super().sizeHint(option, index) + QSize(0, _BETWEEN)


class OutlineView(QTreeWidget):
    """Shows rows; `chosen` carries the node of one that is opened, `marked` the pairs of one."""

    chosen = Signal(object)
    marked = Signal(object)

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[OutlineRow, ...] = ()
        self.setAccessibleName(name)
        self.setColumnCount(len(columns))
        self.setHeaderLabels(list(columns))
        self.setHeaderHidden(len(columns) == 1)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapping(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(columns)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(self._on_resized)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_activated)
        self.currentItemChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Show these rows; where only their numbers differ, what is open and chosen stays."""
        before, self._rows = self._rows, tuple(rows)
        if [_key(row) for row in before] == [_key(row) for row in rows]:
            for number, (was, row) in enumerate(zip(before, rows, strict=True)):
                if row != was:
                    self._fill(self.topLevelItem(number), row)
            return
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                self.addTopLevelItem(self._made(row))
        self.setRootIsDecorated(any(row.rows for row in rows))
        for number, row in enumerate(rows):
            self.setFirstColumnSpanned(number, QModelIndex(), not row.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave copying to who shows the list: a cell alone would be of little use."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
            return
        super().keyPressEvent(event)

    @property
    def rows(self) -> tuple[OutlineRow, ...]:
        """What is shown."""
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        """Show in the colors of a theme."""
        self._theme = theme
        for number, row in enumerate(self._rows):
            self._fill(self.topLevelItem(number), row)

    def _made(self, row: OutlineRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        self._fill(item, row)
        for each in row.rows:
            item.addChild(self._made(each))
        return item

    def _fill(self, item: QTreeWidgetItem | None, row: OutlineRow) -> None:
        if item is None:
            return
        item.setData(0, _ROW, row)
        color = self._theme.accent if row.is_changed else self._theme.text
        texts = (_held(row.name), "\n".join(filter(None, (row.value, row.change))))
        for column, text in enumerate(texts[: self.columnCount()]):
            item.setText(column, text)
            item.setToolTip(column, literal_tip(row.tip))
            item.setForeground(column, QColor(color))
            item.setFont(column, font(_PIXELS, bold=row.is_changed and column > 0))
            if column:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)

    def _on_resized(self) -> None:
        """Let rows be as high as their names need in the width they have now."""
        self.scheduleDelayedItemsLayout()

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        row = item.data(0, _ROW)
        if isinstance(row, OutlineRow) and not row.rows and isinstance(row.node, Node):
            self.chosen.emit(row.node)
        elif isinstance(row, OutlineRow):
            item.setExpanded(not item.isExpanded())

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        row = None if item is None else item.data(0, _ROW)
        if isinstance(row, OutlineRow) and row.pairs:
            self.marked.emit(row.pairs)


def _held(name: str) -> str:
    """Return a name in which Chinese words in brackets are not broken over lines."""
    return _IN_BRACKETS.sub(_joined, name)


def _joined(found: re.Match[str]) -> str:
    return _JOINER.join(found[0])


def _key(row: OutlineRow) -> tuple[str, int]:
    return row.name, len(row.rows)
