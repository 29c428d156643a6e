"""Chooses what a report tells: a list of its parts to be checked and put in order. Floor: views.

It changes nothing itself: what is chosen is told once it is accepted.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip
from ui.documents.sessions.report_order import Parts, Question, ReportPart
from ui.views.dialogs.size import resize_within_screen
from ui.widgets.label import label
from ui.widgets.lists.movable_list import MovableList
from ui.wording.literal import literal_tip
from ui.wording.sentences.report_pages import STORY, page_names, story_name

_SIZE: Final = QSize(460, 420)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Rows(MovableList):
    """Rows that keys move as well: Alt with the arrows."""

    moved = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if row >= 0 and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(row, row + step)
        else:
            super().keyPressEvent(event)


class ReportContentsDialog(QDialog):
    """Shows parts as they are, and as they are usually; `arranged` gives those that are chosen."""

    arranged = Signal(object)

    def __init__(
        self,
        parts: Parts,
        usual: Parts,
        answers: Mapping[Question, str],
        parent: QWidget | None = None,
        *,
        story: int = 0,
    ) -> None:
        """Offer a story of so many steps, if there are any."""
        super().__init__(parent)
        self.setWindowTitle(translate("ReportContents", "Contents of reports"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._usual = tuple(part for part in usual if story or part.page != STORY)
        self._names: dict[tuple[str, Question], str] = {
            **{(page, ()): name for page, name in page_names().items()},
            (STORY, ()): story_name(story),
            **{("", question): name for question, name in answers.items()},
        }
        self._parts: Parts = ()
        self.model = QStandardItemModel(self)
        self.rows = _Rows()
        self.rows.setModel(self.model)
        self.rows.setProperty("look", "steps")
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setAccessibleName(translate("ReportContents", "Parts of a report in their order"))
        self.up_button = QPushButton(translate("ReportContents", "Up"))
        set_tip(self.up_button, translate("ReportContents", "One place up: Alt+↑"))
        self.down_button = QPushButton(translate("ReportContents", "Down"))
        set_tip(self.down_button, translate("ReportContents", "One place down: Alt+↓"))
        self.usual_button = QPushButton(translate("ReportContents", "Restore defaults"))
        tip = translate(
            "ReportContents", "Summary, comparison, answers as asked, charts and the rest"
        )
        set_tip(self.usual_button, tip)
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self._lay_out()
        self._connect()
        self._show(tuple(part for part in parts if story or part.page != STORY))

    @property
    def parts(self) -> Parts:
        """The parts in the order of the list, in as far as they are checked."""
        items = (self.model.item(row) for row in range(self.model.rowCount()))
        return tuple(
            ReportPart(part.page, part.question, item.checkState() == _ON)
            for part, item in zip(self._parts, items, strict=True)
        )

    def put(self, row: int, place: int) -> None:
        """Put a part at another place of the list."""
        if not 0 <= place < self.model.rowCount():
            return
        parts = list(self.parts)
        parts.insert(place, parts.pop(row))
        self._show(tuple(parts), place)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the rows are now that fonts are those of the style."""
        super().showEvent(event)
        self._lines.activate()
        rows = self.model.rowCount() * self.rows.sizeHintForRow(0)
        lacking = rows - self.rows.viewport().height()
        resize_within_screen(self, self.size() + QSize(0, lacking))

    def _show(self, parts: Parts, at: int = 0) -> None:
        self._parts = parts
        self.model.clear()
        for part in parts:
            name = self._names[part.key]
            item = QStandardItem(name)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(_ON if part.is_in else _OFF)
            item.setToolTip(literal_tip(name))
            self.model.appendRow(item)
        self.rows.setCurrentIndex(self.model.index(at, 0))
        self._on_current()

    def _connect(self) -> None:
        self.rows.dropped.connect(self.put)
        self.rows.moved.connect(self.put)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.model.itemChanged.connect(self._on_checked)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.usual_button.clicked.connect(self._on_usual)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)

    def _on_current(self) -> None:
        row = self.rows.currentIndex().row()
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < self.model.rowCount() - 1)

    def _on_checked(self) -> None:
        """Let nothing be written that tells nothing."""
        is_any = any(part.is_in for part in self.parts)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_any)

    def _on_up(self) -> None:
        row = self.rows.currentIndex().row()
        self.put(row, row - 1)

    def _on_down(self) -> None:
        row = self.rows.currentIndex().row()
        self.put(row, row + 1)

    def _on_usual(self) -> None:
        self._show(self._usual)
        self._on_checked()

    def _on_accepted(self) -> None:
        self.arranged.emit(self.parts)

    def _lay_out(self) -> None:
        said = label(translate("ReportContents", "Checked parts stand in reports, in this order."))
        said.setWordWrap(True)
        moves = QHBoxLayout()
        for button in (self.up_button, self.down_button):
            moves.addWidget(button)
        moves.addStretch(1)
        moves.addWidget(self.usual_button)
        layout = self._lines = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self.rows, 1)
        layout.addLayout(moves)
        layout.addWidget(self.buttons)
        resize_within_screen(self, _SIZE)
