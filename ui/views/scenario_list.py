"""The list of open scenarios: check to draw, click to bring on screen, drag to another place.

Over it stands which one all others are compared with. Its menu and buttons hold the commands on one
scenario; those of the menu act on the row that it was opened on. Floor: views.
"""

import re
from collections.abc import Sequence
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

from planner.ensemble.projection import Projection
from planner.storage.sentences.catalog import translate
from ui.documents.document import Document
from ui.documents.listing.naming import numbered
from ui.documents.workspace import Workspace
from ui.engine.shown_run import ShownRun
from ui.items.open_scenarios import OpenScenarios
from ui.style.theme import Theme
from ui.views.compare.reference_choice import ReferenceChoice
from ui.widgets.label import label
from ui.widgets.lists.movable_list import MovableList
from ui.widgets.lists.scenario_rows import HEIGHT, ScenarioRows
from ui.wording.targets.told import met_heading, share_text

ROWS_AT_LEAST = 2
ROWS_AT_MOST = 9
ROWS_KEPT = 4
"""Rows that stay to be seen in low windows; others are scrolled to."""


class _Rows(MovableList):
    """Rows that also tell where the keys lead, and when a hand has let go of them."""

    walked = Signal(QModelIndex)
    let_go = Signal()

    def sizeHint(self) -> QSize:
        """Ask for room for all rows, as far as more than a screenful is not wanted."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

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
    """A heading with buttons over the list.

    `row_changed` tells that commands are about another row, or that this one looks otherwise.
    """

    row_changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions: tuple[QAction | QMenu, ...] = ()
        self._at_hand: tuple[Document | None] | None = None
        self.model = OpenScenarios(workspace, theme, self)
        self.view = self._make_view()
        self.reference = ReferenceChoice(workspace)
        self._head = QHBoxLayout()
        self._met = label("", look="muted")
        self._met.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._met.setContentsMargins(0, 0, 8, 0)
        self._met.hide()
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
        self.view.doubleClicked.connect(self._on_double_clicked)
        self.view.dropped.connect(self._on_dropped)
        self._on_listed()

    @property
    def at_hand(self) -> Document | None:
        """The scenario that a command is about, None for the baseline.

        It is the one whose menu is open, else the one on screen.
        """
        if self._at_hand is not None:
            return self._at_hand[0]
        current = self._workspace.current
        return None if current is self._workspace.baseline else current

    @property
    def color_at_hand(self) -> str:
        """The number of the color of the scenario at hand, empty for the baseline."""
        document = self.at_hand
        return "" if document is None else str(self._workspace.color(document))

    def offer(self, buttons: Sequence[QAction], menu: Sequence[QAction | QMenu]) -> None:
        """Give the list its commands: some as buttons over it, and those of its menu."""
        self._actions = tuple(menu)
        for action in buttons:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("look", "flat")
            button.setIconSize(QSize(16, 16))
            self._head.addWidget(button)

    def show_met(self, run: ShownRun) -> None:
        """Show at each scenario that is drawn in how many futures the targets are met."""
        targets = run.scenario.targets
        heading = met_heading(targets)
        if heading != self._met.text():
            self._met.setText(heading)
            self._met.setVisible(bool(heading))
        met = {each.scenario.title: _all_met(each) for each, _ in run.in_order} if targets else {}
        self.model.show_met(_all_met(run.baseline) if targets else "", met)

    def rename(self, document: Document | None) -> None:
        """Begin to edit the title of a scenario in its place; say why the baseline has none."""
        if document is None:
            self.model.refused.emit(self.model.why_baseline_stays())
            return
        self.view.setFocus()
        self.view.edit(self.model.index_of(document))

    def _make_view(self) -> "_Rows":
        view = _Rows(first_movable=1)
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
        view.setAccessibleName(translate("ScenarioList", "Open scenarios"))
        return view

    def _lay_out(self) -> None:
        self._head.setContentsMargins(10, 0, 4, 0)
        self._head.setSpacing(0)
        self._head.addWidget(label(translate("ScenarioList", "Scenarios"), look="title"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._head)
        layout.addWidget(self.reference)
        layout.addWidget(self._met)
        layout.addWidget(self.view)

    def _highlight(self) -> None:
        """Let the highlight be on the scenario on screen, wherever the hand has taken it."""
        index = self.model.index_of(self._workspace.current)
        if self.view.currentIndex() != index or not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)

    def _on_listed(self) -> None:
        self._highlight()
        self.row_changed.emit()
        rows = min(ROWS_AT_MOST, max(ROWS_AT_LEAST, self.model.rowCount()))
        self.view.setMaximumHeight(rows * HEIGHT + 4)
        self.view.setMinimumHeight(min(rows, ROWS_KEPT) * HEIGHT + 4)
        self.view.updateGeometry()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Bring a scenario on screen, unless the click was for its check mark."""
        was_toggled, self._was_toggled = self._was_toggled, False
        if was_toggled:
            self._on_listed()
        else:
            self._workspace.show(self.model.document(index))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.model.document(index) is None:
            self.rename(None)

    def _on_dropped(self, row: int, place: int) -> None:
        document = self.model.document(self.model.index(row))
        if document is not None:
            self._workspace.move(document, place - 1)  # the baseline stands before them all

    def _on_typing(self, index: QPersistentModelIndex, text: str) -> None:
        """Take note of a title while it is typed."""
        self._renamed = document = self.model.document(index)
        if document is not None:
            is_new = text != document.scenario.title
            document.note_typed({"title": text} if is_new else {})

    def _on_editor_closed(self) -> None:
        document, self._renamed = self._renamed, None
        if document is not None:
            document.note_typed({})

    def _on_model_reset(self) -> None:
        """Take a title that was being typed: new rows have taken its field away."""
        QTimer.singleShot(0, self, self._take_title)

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
        if not index.isValid():
            return
        self._at_hand = (self.model.document(index),)
        self.row_changed.emit()
        menu = QMenu(self)
        for each in self._actions:
            if isinstance(each, QMenu):
                menu.addMenu(each)
            else:
                menu.addAction(each)
        menu.aboutToHide.connect(self._on_menu_hidden)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _on_menu_hidden(self) -> None:
        """Let commands be about the scenario on screen again, once the chosen one is done."""
        QTimer.singleShot(0, self, self._forget_row)

    def _forget_row(self) -> None:
        self._at_hand = None
        self._highlight()
        self.row_changed.emit()


def _all_met(projection: Projection) -> str:
    """Return the share of futures that meet all targets; empty while it is not known."""
    return share_text(projection.met.all_met) if projection.met else ""


def copy_of(document: Document, workspace: Workspace) -> str:
    """Return a title for a copy that no open scenario has: `Plan (2)`, `Plan (3)`, ..."""
    taken = {each.scenario.title for each in workspace.documents}
    title = re.sub(r" \(\d+\)$", "", document.scenario.title)
    return next(each for each in (numbered(title, n) for n in count(2)) if each not in taken)
