"""The table of a path's dated values: what is typed into a cell is taken whole, or refused there.

A text that is refused stays in its cell with the sentence told until it is mended or Escape gives
the old one back. The table decides nothing: `check` says why a text is refused. Floor: views.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.items.path_knots import FROM, VALUE, PathKnots
from ui.widgets.fields.composed_line import ComposedLine
from ui.widgets.label import set_look

Index = QModelIndex | QPersistentModelIndex
Check = Callable[[int, int, str], str]
"""Why a text is refused in a row and a column, as a sentence; empty where it is taken."""

ROW_PIXELS: Final = 28
_OWN: Final = {Qt.Key.Key_F2, Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ENDS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class CellEditor(ComposedLine):
    """The field of one cell."""

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.index = QPersistentModelIndex(index)
        if index.column() == VALUE:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)


class CellDelegate(QStyledItemDelegate):
    """Edits a cell; `refused` gives a sentence, and an empty text once it no longer holds."""

    refused = Signal(str)

    def __init__(self, check: Check, parent: QObject) -> None:
        super().__init__(parent)
        self._check = check

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> CellEditor:
        editor = CellEditor(index, parent)
        editor.textEdited.connect(self._on_edited)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not (editor.isModified() or editor.is_composing):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        if (
            isinstance(editor, CellEditor)
            and isinstance(model, PathKnots)
            and not self._why(editor)
        ):
            self.refused.emit("")
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a text that is refused in its cell; leaving the cell gives it back."""
        if not isinstance(watched, CellEditor):
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENDS and self._refuse(watched):
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.refused.emit("")
        elif event.type() == QEvent.Type.FocusOut and self._refuse(watched):
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        return super().eventFilter(watched, event)

    def _refuse(self, editor: CellEditor) -> bool:
        """Tell why the text of a field is refused; return whether it is."""
        sentence = self._why(editor)
        if sentence:
            set_look(editor, "beyond")
            self.refused.emit(sentence)
        return bool(sentence)

    def _why(self, editor: CellEditor) -> str:
        index, text = editor.index, editor.text()
        if not index.isValid() or text == str(index.data(Qt.ItemDataRole.EditRole) or ""):
            return ""
        return self._check(index.row(), index.column(), text)

    def _on_edited(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEditor) and editor.property("look") == "beyond":
            set_look(editor, "")


class KnotTable(QTableView):
    """Shows the knots of a path; copying, pasting and removing are told."""

    copy_requested = Signal()
    paste_requested = Signal()
    remove_requested = Signal()
    chosen = Signal(int)

    def __init__(self, model: PathKnots, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._model = model
        self.delegate = CellDelegate(check, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("look", "knots")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PIXELS)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FROM, QHeaderView.ResizeMode.ResizeToContents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def places(self) -> tuple[int, ...]:
        """The numbers of the knots that are selected, in order."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        return tuple(sorted(row for row in rows if row < self._model.knots))

    def choose(self, place: int) -> None:
        """Make a knot the current one, unless it is, without telling anybody."""
        if self.currentIndex().row() == place and place in self.places:
            return
        column = max(self.currentIndex().column(), FROM)
        blocked = self.blockSignals(True)
        how = QItemSelectionModel.SelectionFlag
        index = self._model.index(place, column)
        self.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)
        self.scrollTo(index)
        self.blockSignals(blocked)

    def add(self) -> None:
        """Begin to type a date to add."""
        index = self._model.index(self._model.knots, FROM)
        self.setCurrentIndex(index)
        self.edit(index)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of cells from the commands of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.key() in _OWN or event.matches(keys.Copy) or event.matches(keys.Paste):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not is_editing:
            self.remove_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_editing:
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and not is_editing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: Index, _previous: Index) -> None:
        if current.isValid() and current.row() < self._model.knots:
            self.chosen.emit(current.row())
