"""The table of the matrix: its cells are painted, and one of them has a real field and slider.

That is the one under the pointer, else the current one. Arrows go from cell to cell, Shift+arrows,
plus and minus move the slider, Enter or a digit types. It decides nothing of what is shown.
Floor: views.
"""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.storage.sentences.catalog import translate
from ui.items.matrix import Matrix
from ui.style.theme import Theme
from ui.widgets.fields.number_field import begins_number
from ui.widgets.matrix.cells import MatrixCells
from ui.widgets.matrix.editor import CellEditor
from ui.widgets.matrix.headers import LeverHeader, SwatchHeader
from ui.widgets.matrix.layout import CELL_HEIGHT, CELL_WIDTH, parts_in
from ui.widgets.tables.whole_columns import filled, is_cut

Index = QModelIndex | QPersistentModelIndex

LEAST_HEIGHT: Final = 90
_MOST_MORE: Final = 92
"""Pixels that a column gets beyond what it wants, where there is room."""
_PAGE: Final = 10
_STEPS: Final = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: _PAGE,
    Qt.Key.Key_PageDown: -_PAGE,
}
_PLAIN_STEPS: Final = {Qt.Key.Key_Plus, Qt.Key.Key_Minus}
_ENDS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_CLEARS: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class MatrixTable(QTableView):
    """Shows a matrix; what a hand does is told with the row and column that it does it in.

    `path_wanted` tells that the mark of a path was clicked, `fixed` that somebody tried to move
    what stays as it is; `row_wanted` carries the row whose name was clicked.
    """

    moved = Signal(int, int, float, bool)
    settled = Signal()
    canceled = Signal()
    path_wanted = Signal(int, int)
    refused = Signal(str)
    fixed = Signal(int)
    row_wanted = Signal(int)
    copy_asked = Signal()
    paste_asked = Signal()
    reset_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, matrix: Matrix, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self._editors: dict[str, CellEditor] = {}
        self._edited = QPersistentModelIndex()
        self.cells = MatrixCells(theme, self)
        self.levers = LeverHeader(theme, self)
        self.scenarios = SwatchHeader(theme, self)
        self.setModel(matrix)
        self.setHorizontalHeader(self.levers)
        self.setVerticalHeader(self.scenarios)
        self.setItemDelegate(self.cells)
        self._set_up()
        matrix.modelAboutToBeReset.connect(self.let_go)
        matrix.dataChanged.connect(self._on_data_changed)
        self.scenarios.sectionClicked.connect(self.row_wanted)
        self.entered.connect(self._on_entered)

    @property
    def editor(self) -> CellEditor | None:
        """The field and slider of the cell that has them."""
        if not self._edited.isValid():
            return None
        return self._editors.get(self._matrix.columns[self._edited.column()].address)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        for part in (self.cells, self.levers, self.scenarios):
            part.set_theme(theme)
        self.viewport().update()

    def fit(self) -> None:
        """Make columns as wide as their names want, and wider where there is room."""
        self.scenarios.fit()
        count = self._matrix.columnCount()
        wanted = [self.levers.width_of(each, CELL_WIDTH) for each in range(count)]
        room = self.viewport().width() - sum(wanted)
        more = min(room // count, _MOST_MORE) if count and room > 0 else 0
        given = filled([width + more for width in wanted], self.viewport().width())
        for column, width in enumerate(given):
            self.setColumnWidth(column, width)
        self.levers.fit_height()
        self._place_editor()

    def chosen(self) -> list[QModelIndex]:
        """Return the cells that are selected, else the current one, row by row."""
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted((each for each in found if each.isValid()), key=_place_of)

    def let_go(self) -> None:
        """End what goes on in the cell that has the field, and take that away."""
        editor = self.editor
        if editor is not None:
            editor.come_to_rest()
            if editor.is_busy:
                self.setFocus()
            editor.hide()
        before, self._edited = self._edited, QPersistentModelIndex()
        self.cells.edited = self._edited
        if before.isValid():
            self.update(before)

    def forget_editors(self) -> None:
        """Drop the fields and sliders: they are of other units, or of levers that are gone."""
        self.let_go()
        for editor in self._editors.values():
            editor.deleteLater()
        self._editors.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._edit(current)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.editor is None or not self.editor.is_busy:
            self._edit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and self._is_on_mark(index, place):
            self.path_wanted.emit(index.row(), index.column())
        else:
            self._tell_fixed(index)

    def _is_on_mark(self, index: Index, place: QPoint) -> bool:
        cell = self._matrix.cell(index.row(), index.column())
        mark = parts_in(self.visualRect(index), cell.number).mark
        return cell.row.has_path and mark.contains(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell under the pointer, or of that with the keys."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(place))
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        elif self.currentIndex().isValid():
            middle = self.visualRect(self.currentIndex()).center()
            place = self.viewport().mapToGlobal(middle)
        if self.currentIndex().isValid():
            self.menu_asked.emit(place)

    def event(self, event: QEvent) -> bool:
        """Answer keys of cells here, before a shortcut of the window takes them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            is_own = event.matches(keys.Copy) or event.matches(keys.Paste)
            if is_own or event.key() in {*_ENDS, *_CLEARS, *_PLAIN_STEPS}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.copy_asked.emit()
        elif event.matches(keys.Paste):
            self.paste_asked.emit()
        elif event.key() in _CLEARS:
            self.reset_asked.emit()
        elif not self._moves(event):
            super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent) -> bool:
        """Move the slider of the current cell, or type in it; tell whether a key means that."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_held = held == Qt.KeyboardModifier.ShiftModifier
        is_step = event.key() in _PLAIN_STEPS or (is_held and event.key() in _STEPS)
        is_typed = begins_number(event)
        if not (is_step or is_typed or event.key() in _ENDS):
            return False
        editor = self.editor if self._edit(self.currentIndex()) else None
        if editor is None:
            self._tell_fixed(self.currentIndex())
        elif is_step:
            editor.step(_STEPS[Qt.Key(event.key())])
        else:
            editor.type(event if is_typed else None)
        return True

    def _tell_fixed(self, index: Index) -> None:
        if index.isValid() and self._matrix.rows[index.row()].why_fixed:
            self.fixed.emit(index.row())

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.levers.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.levers.sectionResized.connect(self._place_editor)
        self.levers.sectionResized.connect(self.levers.fit_height)
        self.verticalHeader().setDefaultSectionSize(CELL_HEIGHT)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setAccessibleName(translate("MatrixTable", "Levers of all scenarios"))

    def _edit(self, index: Index) -> bool:
        """Give a cell the field and slider; tell whether it has them now."""
        if index == self._edited and self._edited.isValid():
            return True
        if self.editor is not None and self.editor.slider.isSliderDown():
            return False
        self.let_go()
        if not index.isValid():
            return False
        if self._matrix.rows[index.row()].why_fixed:
            return False
        self._edited = self.cells.edited = QPersistentModelIndex(index)
        self._show_editor()
        self.update(index)
        return True

    def _show_editor(self) -> None:
        described = self._matrix.columns[self._edited.column()]
        if described.address not in self._editors:
            self._editors[described.address] = self._made(described.address)
        editor = self._editors[described.address]
        row = self._matrix.rows[self._edited.row()]
        editor.show_cell(row.name, self._matrix.cell(self._edited.row(), self._edited.column()))
        self._place_editor()
        editor.show()

    def _made(self, name: str) -> CellEditor:
        described = self._matrix.columns[self._matrix.names.index(name)]
        editor = CellEditor(described, self.viewport())
        editor.moved.connect(self._on_moved)
        editor.settled.connect(self.settled)
        editor.canceled.connect(self.canceled)
        editor.refused.connect(self.refused)
        editor.taken.connect(self._on_taken)
        editor.left.connect(self.setFocus)
        return editor

    def _place_editor(self) -> None:
        editor = self.editor
        if editor is not None:
            editor.setGeometry(self.visualRect(self._edited))

    def _on_entered(self, index: QModelIndex) -> None:
        editor = self.editor
        if is_cut(self.visualRect(index), self.viewport().width()):
            return
        if editor is None or not editor.is_busy:
            self._edit(index)

    def _on_taken(self) -> None:
        """Let the cell that a hand has taken be the current one."""
        if self._edited.isValid():
            self.setCurrentIndex(self._edited)

    def _on_moved(self, value: float, final: bool) -> None:
        if self._edited.isValid():
            self.moved.emit(self._edited.row(), self._edited.column(), value, final)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Show in the field and slider what their cell is at now."""
        if self._edited.isValid() and first.row() <= self._edited.row() <= last.row():
            self._show_editor()


def _place_of(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()
