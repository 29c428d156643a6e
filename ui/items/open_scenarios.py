"""The open scenarios as a list: swatch, check, title, the mark of unsaved changes."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from planner.storage.sentences.direction import isolated
from planner.storage.sentences.file_error import shown_path
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

Index = QModelIndex | QPersistentModelIndex
DIRTY: Final = "• "

_ROLE = Qt.ItemDataRole


class OpenScenarios(QAbstractListModel):
    """Follows the workspace; `renamed` tells what a hand wants, `refused` why it cannot be.

    `toggled` tells that a check mark was clicked.
    """

    renamed = Signal(object, str)
    toggled = Signal()
    refused = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._documents: tuple[Document, ...] = workspace.documents
        workspace.listed.connect(self._on_listed)

    def set_theme(self, theme: Theme) -> None:
        """Show the swatches in the colors of a theme."""
        self._theme = theme
        self._tell_all()

    def document(self, index: Index) -> Document:
        """Return the document of a row."""
        return self._documents[index.row()]

    def index_of(self, document: Document) -> QModelIndex:
        """Return the row of a document."""
        return self.index(self._documents.index(document))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._documents)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index) | Qt.ItemFlag.ItemIsEditable
        is_current = self.document(index) is self._workspace.current
        return flags if is_current else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - of Qt
        if not index.isValid():
            return None
        document = self.document(index)
        is_drawn = self._workspace.is_drawn(document)
        by_role: dict[int, Any] = {
            _ROLE.DisplayRole: _shown_title(document),
            _ROLE.EditRole: document.scenario.title,
            _ROLE.CheckStateRole: Qt.CheckState.Checked if is_drawn else Qt.CheckState.Unchecked,
            _ROLE.DecorationRole: QColor(self._color(document)),
            _ROLE.ToolTipRole: literal_tip(self._tip(document)),
            _ROLE.AccessibleTextRole: self._spoken(document),
        }
        return by_role.get(role)

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - of Qt
        role: int = _ROLE.EditRole,
    ) -> bool:
        document = self.document(index)
        if role == _ROLE.EditRole:
            self.renamed.emit(document, str(value))
            return True
        if role != _ROLE.CheckStateRole:
            return False
        self.toggled.emit()
        if self._workspace.draw(document, Qt.CheckState(value) == Qt.CheckState.Checked):
            return True
        self.refused.emit(self.tr("No more scenarios can be told apart on the charts; uncheck one"))
        return False

    def _color(self, document: Document) -> str:
        return self._theme.data[self._workspace.color(document)]

    def _tip(self, document: Document) -> str:
        lines = [isolated(document.scenario.title)]
        if document.path is None:
            lines.append(self.tr("not in a file yet"))
        else:
            lines.append(shown_path(document.path))
        if document.place.read_only:
            lines.append(self.tr("read-only: {reason}").format(reason=document.place.read_only))
        if document.is_dirty:
            lines.append(self.tr("unsaved changes"))
        return "\n".join(lines)

    def _spoken(self, document: Document) -> str:
        if not document.is_dirty:
            return document.scenario.title
        return self.tr("{title}, unsaved changes").format(title=isolated(document.scenario.title))

    def _on_listed(self) -> None:
        if self._documents == self._workspace.documents:
            self._tell_all()
            return
        self.beginResetModel()
        self._documents = self._workspace.documents
        self.endResetModel()

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self._documents) - 1))


def _shown_title(document: Document) -> str:
    """Return a title on one line, with the mark of unsaved changes before it."""
    title = " ".join(document.scenario.title.split())
    return f"{DIRTY}{isolated(title)}" if document.is_dirty else isolated(title)
