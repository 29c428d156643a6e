"""The band over the charts that tells a step of a story: title, sentence, which step it is.

Its letters grow with the window, so that they are read from the back of a room. Floor: views.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.told.lists import as_sentences, in_a_row
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.accessibility.tips import set_tip
from ui.style.theme import font
from ui.widgets.label import label

_TITLE: Final = (20, 38, 48)
_SENTENCE: Final = (14, 24, 76)
"""Least and most pixels of letters, and the share of the window's width they have between."""
_COUNTER: Final = 15


class StoryBand(QFrame):
    """What a hand wants is told: the next step, the one before, the levers, the end."""

    next_wanted = Signal()
    back_wanted = Signal()
    levers_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "story")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.title, self.sentence = label(""), label("")
        for text in (self.title, self.sentence):
            text.setWordWrap(True)
        self.counter = label("", look="muted")
        self.closed = label("", look="muted")
        self.closed.setWordWrap(True)
        self.moved = label(
            translate("Story", "Levers were moved here. The next step begins anew."),
            look="changed",
        )
        self.moved.hide()
        self.back = _button("◀", translate("Story", "Back: ←, Page Up"))
        self.next = _button("▶", translate("Story", "Next: space, →, Page Down, a click"))
        self.levers = _button(
            translate("Story", "Levers"), translate("Story", "Show or hide the levers: L")
        )
        self.leave = _button(
            translate("Story", "Leave"), translate("Story", "Leave: Esc. All is as it was before.")
        )
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.levers.clicked.connect(self.levers_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self._lay_out()

    def tell(
        self, title: str, sentence: str, number: int, count: int, closed: Sequence[str] = ()
    ) -> None:
        """Tell a step, counted from 1, to eyes and to a screen reader.

        Scenarios that it was drawn with are `closed` since.
        """
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.closed.setText(_closed_told(closed))
        self.closed.setVisible(bool(closed))
        counter = translate("Story", "{number} of {count}").format(number=number, count=count)
        self.counter.setText(counter)
        self.counter.setAccessibleName(counter)
        self.back.setEnabled(number > 1)
        self.next.setEnabled(number < count)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{sentence} {counter}".strip())
        announce(self, as_sentences((counter, title, sentence, self.closed.text())))

    def show_moved(self, moved: bool) -> None:
        """Say that levers were moved away from the step, or nothing."""
        if moved and self.moved.isHidden():
            announce(self, self.moved.text())
        self.moved.setVisible(moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the letters a size that suits the window."""
        super().resizeEvent(event)
        for text, sizes in ((self.title, _TITLE), (self.sentence, _SENTENCE)):
            _letter(text, sizes, self.width(), bold=text is self.title)

    def _lay_out(self) -> None:
        self.counter.setFont(font(_COUNTER))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for text in (self.title, self.sentence, self.closed, self.moved):
            texts.addWidget(text)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for part in (self.counter, self.back, self.next, self.levers, self.leave):
            buttons.addWidget(part)
        right = QVBoxLayout()
        right.addLayout(buttons)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 10, 12, 10)
        layout.setSpacing(20)
        layout.addLayout(texts, 1)
        layout.addLayout(right)


def _closed_told(titles: Sequence[str]) -> str:
    """Return that scenarios are not drawn, as they are not open; nothing where all are."""
    text = translate("Story", "Not open any more, so not drawn here: {titles}.")
    return text.format(titles=in_a_row(map(shown_title, titles))) if titles else ""


def _button(text: str, tip: str) -> QToolButton:
    """Return a button that a click leaves without the keys: they go on with the story."""
    made = QToolButton()
    made.setText(text)
    made.setProperty("look", "flat")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(tip)
    set_tip(made, tip)
    return made


def _letter(text: QLabel, sizes: tuple[int, int, int], width: int, *, bold: bool) -> None:
    least, most, share = sizes
    wanted = font(min(max(width // share, least), most), bold=bold)
    if text.font() != wanted:
        text.setFont(wanted)
