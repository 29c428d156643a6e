"""The list of open scenarios: check to draw, click to bring on screen, rename, duplicate, close."""

import re
from itertools import count

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.files.format.schema import NAME_AT_MOST
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.items.open_scenarios import OpenScenarios
from ui.style.theme import Theme
from ui.widgets.label import label
from ui.widgets.scenario_rows import HEIGHT, ScenarioRows
from ui.widgets.still_list import StillList

ROWS_AT_LEAST = 2
ROWS_AT_MOST = 8
_ROOM_FOR_NUMBER = 8


class _Rows(StillList):
    """Rows that also tell where the keys lead, and when a hand has let go of them."""

    walked = Signal(QModelIndex)
    let_go = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and self.currentIndex().isValid():
            self.walked.emit(self.currentIndex())
        else:
            self.let_go.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.let_go.emit()


class ScenarioList(QWidget):
    """A heading with buttons over the list."""

    close_wanted = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions: tuple[QAction, ...] = ()
        self.model = OpenScenarios(workspace, theme, self)
        self.view = self._make_view()
        self._head = QHBoxLayout()
        self._lay_out()
        workspace.listed.connect(self._on_listed)
        self.view.clicked.connect(self._on_clicked)
        self.view.walked.connect(self._on_clicked)
        self.view.let_go.connect(self._highlight)
        self.model.toggled.connect(self._on_toggled)
        self._was_toggled = False
        self._renamed: Document | None = None
        rows = self.view.itemDelegate()
        if isinstance(rows, ScenarioRows):
            rows.typing.connect(self._on_typing)
        rows.closeEditor.connect(self._on_editor_closed)
        self.model.modelReset.connect(self._on_model_reset)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self._on_listed()

    def offer(self, *actions: QAction) -> None:
        """Give the list these commands, as buttons over it and in its menu."""
        self._actions = actions
        for action in actions:
            if action.icon().isNull():
                continue
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("look", "flat")
            button.setIconSize(QSize(16, 16))
            self._head.addWidget(button)

    def rename_current(self) -> None:
        """Begin to edit the title of the scenario on screen, in its place."""
        index = self.model.index_of(self._workspace.current)
        self.view.setFocus()
        self.view.edit(index)

    def _make_view(self) -> "_Rows":
        view = _Rows()
        view.setModel(self.model)
        view.setProperty("look", "quiet")
        view.setItemDelegate(ScenarioRows(view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        view.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(self.tr("Open scenarios"))
        return view

    def _lay_out(self) -> None:
        self._head.setContentsMargins(10, 0, 4, 0)
        self._head.setSpacing(0)
        self._head.addWidget(label(self.tr("Scenarios"), look="title"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._head)
        layout.addWidget(self.view)

    def _highlight(self) -> None:
        """Let the highlight be on the scenario on screen, wherever the hand has taken it."""
        index = self.model.index_of(self._workspace.current)
        if self.view.currentIndex() != index or not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)

    def _on_listed(self) -> None:
        self._highlight()
        rows = min(ROWS_AT_MOST, max(ROWS_AT_LEAST, self.model.rowCount()))
        self.view.setFixedHeight(rows * HEIGHT + 4)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Bring a scenario on screen, unless the click was for its check mark."""
        was_toggled, self._was_toggled = self._was_toggled, False
        if was_toggled:
            self._on_listed()
        else:
            self._workspace.switch(self.model.document(index))

    def _on_typing(self, index: QPersistentModelIndex, text: str) -> None:
        """Take note of a title while it is typed."""
        self._renamed = self.model.document(index)
        is_new = text != self._renamed.scenario.title
        self._renamed.note_typed({"title": text} if is_new else {})

    def _on_editor_closed(self) -> None:
        document, self._renamed = self._renamed, None
        if document is not None:
            document.note_typed({})

    def _on_model_reset(self) -> None:
        """Take a title that was being typed: new rows have taken its field away."""
        QTimer.singleShot(0, self._take_title)

    def _take_title(self) -> None:
        document = self._renamed
        title = "" if document is None else document.typed.get("title", "")
        self._on_editor_closed()
        if title and document in self._workspace.documents:
            self.model.renamed.emit(document, title)

    def _on_toggled(self) -> None:
        self._was_toggled = True

    def _on_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            self._workspace.switch(self.model.document(index))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._actions))
        menu.popup(self.view.viewport().mapToGlobal(place))


def copy_of(document: Document, workspace: Workspace) -> str:
    """Return a title for a copy that no open scenario has: `Plan (2)`, `Plan (3)`, ...

    A long one is cut, so that a file can hold it.
    """
    taken = {each.scenario.title for each in workspace.documents}
    title = re.sub(r" \(\d+\)$", "", document.scenario.title)[: NAME_AT_MOST - _ROOM_FOR_NUMBER]
    numbered = (f"{title} ({number})" for number in count(2))
    return next(each for each in numbered if each not in taken)
