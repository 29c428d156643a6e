"""Bookmarks in their order, with the title and the sentence of each. Floor: views.

It stays open beside the window, says what a hand wants, and changes nothing itself.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.files.format.presented_schema import TITLE_AT_MOST
from planner.model.story.states import StoryStep
from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip
from ui.views.dialogs.size import resize_within_screen
from ui.widgets.drops import TextWithoutFiles
from ui.widgets.fields.composed_line import ComposedLine
from ui.widgets.label import label
from ui.widgets.lists.movable_list import MovableList

_SIZE: Final = QSize(640, 420)
_LIST_WIDTH: Final = 240
_LINES: Final = 5


class _Rows(MovableList):
    """Rows that keys move as well: Alt with the arrows; Delete takes one out."""

    moved = Signal(int, int)
    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if row >= 0 and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(row, row + step)
        elif row >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)


class _Sentence(TextWithoutFiles):
    """A text of several lines that tells when the keys have left it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class StoryEditor(QDialog):
    """Numbers of bookmarks are counted from 0; `said` gives one with its title and sentence."""

    moved = Signal(int, int)
    removed = Signal(int)
    renewed = Signal(int)
    looked_at = Signal(int)
    said = Signal(int, str, str)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Offer commands as buttons: to add the state on screen, and to present."""
        super().__init__(parent)
        self.setWindowTitle(translate("StoryEditor", "Bookmarks and story"))
        self._story: tuple[StoryStep, ...] = ()
        self.model = QStringListModel(self)
        self.rows = _Rows()
        self.rows.setModel(self.model)
        self.rows.setProperty("look", "steps")
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setAccessibleName(translate("StoryEditor", "Bookmarks in their order"))
        self.title_field = ComposedLine()
        self.title_field.setMaxLength(TITLE_AT_MOST)
        self.sentence = _Sentence()
        self.sentence.setTabChangesFocus(True)
        self.sentence.setFixedHeight(_LINES * self.sentence.fontMetrics().lineSpacing() + 14)
        self.buttons = self._make_buttons()
        self._lay_out(actions)
        self._connect()

    def show_story(self, story: Sequence[StoryStep], at: int | None = None) -> None:
        """Show bookmarks, and the one at a place, else that which was at hand."""
        before = self.at_hand
        self._story = tuple(story)
        self.model.setStringList([f"{n}  {step.title}" for n, step in enumerate(story, 1)])
        self.pages.setCurrentIndex(0 if story else 1)
        row = min(max(before if at is None else at, 0), len(story) - 1)
        self.rows.setCurrentIndex(self.model.index(row, 0))
        self._show_texts()

    @property
    def at_hand(self) -> int:
        """Which bookmark is chosen, -1 where there is none."""
        return self.rows.currentIndex().row()

    def take_typed(self) -> None:
        """Tell what was typed of the bookmark at hand, if it differs."""
        row = self.at_hand
        if not 0 <= row < len(self._story):
            return
        step = self._story[row]
        title = self.title_field.text().strip() or step.title
        sentence = " ".join(self.sentence.toPlainText().split())
        if (title, sentence) != (step.title, step.sentence):
            self.said.emit(row, title, sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.take_typed()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close by Esc, with what was typed taken over: undo gives back what was."""
        self.take_typed()
        super().reject()

    def _connect(self) -> None:
        self.rows.dropped.connect(self.moved)
        self.rows.moved.connect(self.moved)
        self.rows.removed.connect(self.removed)
        self.rows.activated.connect(self._on_look)
        self.rows.selectionModel().currentChanged.connect(self._show_texts)
        self.title_field.editingFinished.connect(self.take_typed)
        self.sentence.left.connect(self.take_typed)

    def _make_buttons(self) -> dict[str, QToolButton]:
        texts = {
            "look": (
                translate("StoryEditor", "Go to it"),
                translate("StoryEditor", "Show the state and the charts that it keeps"),
            ),
            "renew": (
                translate("StoryEditor", "Keep what is on screen"),
                translate("StoryEditor", "Let it keep the state, charts and year of the window"),
            ),
            "up": (translate("StoryEditor", "Up"), translate("StoryEditor", "One place up: Alt+↑")),
            "down": (
                translate("StoryEditor", "Down"),
                translate("StoryEditor", "One place down: Alt+↓"),
            ),
            "remove": (
                translate("StoryEditor", "Remove"),
                translate("StoryEditor", "Remove the bookmark; undo brings it back"),
            ),
        }
        made = {}
        for key, (text, tip) in texts.items():
            button = made[key] = QToolButton()
            button.setText(text)
            set_tip(button, tip)
        made["look"].clicked.connect(self._on_look)
        made["renew"].clicked.connect(self._on_renew)
        made["up"].clicked.connect(self._on_up)
        made["down"].clicked.connect(self._on_down)
        made["remove"].clicked.connect(self._on_remove)
        return made

    def _on_look(self) -> None:
        self.looked_at.emit(self.at_hand)

    def _on_renew(self) -> None:
        self.renewed.emit(self.at_hand)

    def _on_up(self) -> None:
        self.moved.emit(self.at_hand, self.at_hand - 1)

    def _on_down(self) -> None:
        self.moved.emit(self.at_hand, self.at_hand + 1)

    def _on_remove(self) -> None:
        self.removed.emit(self.at_hand)

    def _show_texts(self) -> None:
        """Show title and sentence of the bookmark at hand; what is being composed is left alone."""
        row = self.at_hand
        step = self._story[row] if 0 <= row < len(self._story) else None
        if step is None or self.title_field.is_composing:
            return
        self.title_field.setText(step.title)
        self.sentence.setPlainText(step.sentence)
        self.buttons["up"].setEnabled(row > 0)
        self.buttons["down"].setEnabled(row < len(self._story) - 1)

    def _lay_out(self, actions: Sequence[QAction]) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self._page_of_bookmarks())
        self.pages.addWidget(_empty_page())
        foot = QHBoxLayout()
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            foot.addWidget(button)
        foot.addStretch(1)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        # Return in the title takes it over, and closes nothing
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        foot.addWidget(closing)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)
        resize_within_screen(self, _SIZE)

    def _page_of_bookmarks(self) -> QWidget:
        page = QWidget()
        moves = QHBoxLayout()
        for key in ("up", "down", "remove"):
            moves.addWidget(self.buttons[key])
        moves.addStretch(1)
        keeping = QHBoxLayout()
        for key in ("look", "renew"):
            keeping.addWidget(self.buttons[key])
        keeping.addStretch(1)
        title = label(translate("StoryEditor", "Title"))
        sentence = label(translate("StoryEditor", "Sentence"))
        title.setBuddy(self.title_field)
        sentence.setBuddy(self.sentence)
        self.title_field.setAccessibleName(translate("StoryEditor", "Title"))
        self.sentence.setAccessibleName(translate("StoryEditor", "Sentence"))
        layout = QGridLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows, 0, 0, 6, 1)
        layout.addLayout(moves, 6, 0)
        for row, part in enumerate((title, self.title_field, sentence, self.sentence)):
            layout.addWidget(part, row, 1)
        layout.addLayout(keeping, 6, 1)
        layout.setRowStretch(5, 1)
        layout.setColumnStretch(1, 1)
        self.rows.setMinimumWidth(_LIST_WIDTH)
        return page


def _empty_page() -> QWidget:
    """Return what is said where there is no bookmark yet: how one is made."""
    page = QWidget()
    head = label(translate("StoryEditor", "No bookmarks yet"), look="heading")
    text = label(
        translate(
            "StoryEditor",
            "A bookmark keeps the scenario as it is now, and what the window shows of it: charts, "
            "cards, places, year and view. Press Ctrl+B, or the star of a row of the history. Give "
            "each a title and a sentence here, put them in order, and press F5 to present them, "
            "full screen and live.",
        )
    )
    text.setWordWrap(True)
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addWidget(head)
    layout.addWidget(text)
    layout.addStretch(2)
    return page
