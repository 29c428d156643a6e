"""A card that answers one question: its head, a line under it, a body, and its answer at the foot.

It knows no study: whoever fills it says what is asked, how far the answer has come, what it is in
one sentence, and what can be done with it. Floor: widgets.
"""

from time import monotonic
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.ensemble.progress import seconds_left
from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.widgets.ask.foot import CardFoot, link
from ui.widgets.focus.order import holds
from ui.widgets.label import ElidedLabel, label

_SIDE: Final = 10
_PROGRESS_WIDTH: Final = 64
_DOTS: Final = "\N{MIDLINE HORIZONTAL ELLIPSIS}"
_LEAST_LEFT: Final = 0.5
_WORTH_TELLING: Final = 1.0
"""Seconds that work has to take before the time that is left is told."""


class AskCard(QFrame):
    """Shows a question and its answer.

    `canceled` tells that a long answer is not waited for, `menu_wanted` where on the screen the
    card's menu is to open.
    """

    canceled = Signal()
    menu_wanted = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.state = label("", look="muted")
        self.progress = QProgressBar()
        self.cancel_button = link(translate("AskCard", "Cancel"))
        self.menu_button = _menu_button(translate("AskCard", "What can be done with this answer"))
        self.line = ElidedLabel("", look="muted")
        self.blank = label("", look="muted")
        self.fewer = label("", look="muted")
        self.foot = CardFoot()
        self.sentence, self.waiting = self.foot.sentence, self.foot.waiting
        self.links = self.foot.links
        self._begun = 0.0
        self._body = QWidget()
        self.question = QVBoxLayout()
        self.body = QVBoxLayout(self._body)
        self._lay_out()
        self.cancel_button.clicked.connect(self.canceled)
        self.menu_button.clicked.connect(self._on_menu_button)
        self._show_waiting(False)

    def show_line(self, text: str) -> None:
        """Say under the title what is shown and in which unit."""
        self.line.set_full_text(text)

    def show_state(self, text: str) -> None:
        """Say at the right of the title how fresh the answer is, such as `live`."""
        self._show_waiting(False)
        self.state.setText(text)

    def show_progress(self, share: float) -> None:
        """Tell how far a long answer has come, from 0 to 1, with the time left and Cancel."""
        if self.progress.isHidden():
            self._begun = monotonic()
            self._show_waiting(True)
        self.foot.show_waiting("")
        self.progress.setValue(round(100 * share))
        seconds = monotonic() - self._begun
        left = seconds_left(share, seconds) if seconds >= _WORTH_TELLING else None
        is_told = left is not None and left >= _LEAST_LEFT
        text = (
            translate("AskCard", "{seconds} s left").format(seconds=f"{left:.0f}")
            if is_told
            else ""
        )
        self.state.setText(text)

    def show_waiting(self, other: str) -> None:
        """Tell in place of the sentence which other card, by its title, is answered first."""
        self.show_progress(0.0)
        self._begun = monotonic()
        self.foot.show_waiting(
            translate("AskCard", "Waits for the answer to “{other}”.").format(other=other)
        )

    def show_blank(self, text: str) -> None:
        """Say in place of the body why there is no answer; an empty text shows the body again.

        What is asked, in `question`, stays: it may be what has to be changed.
        """
        self.blank.setText(text)
        self.blank.setVisible(bool(text))
        self._body.setVisible(not text)
        self.foot.show_actions(not text)
        if text:
            self.show_sentence("")
            self._tell_asker(text)

    def show_sentence(self, text: str, *, is_moving: bool = False) -> None:
        """Say the answer in one sentence; while a hand moves its room grows but never shrinks."""
        is_new = text != self.foot.sentence.text()
        self.foot.show_sentence(text, is_moving=is_moving)
        if is_new and not is_moving:
            self._tell_asker(text)

    def show_fewer(self, text: str) -> None:
        """Say above the answer that it rests on a part of what there is; an empty text hides it."""
        self.fewer.setText(text)
        self.fewer.setVisible(bool(text))

    def add_link(self, key: str, text: str, tip: str = "") -> QToolButton:
        """Add an action to the foot and return it, to be connected."""
        return self.foot.add_link(key, text, tip)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _on_menu_button(self) -> None:
        below = QPoint(0, self.menu_button.height())
        self.menu_wanted.emit(self.menu_button.mapToGlobal(below))

    def _tell_asker(self, text: str) -> None:
        """Say an answer to who asked: the card has the keys."""
        if holds(self, QApplication.focusWidget()):
            announce(self, text)

    def _show_waiting(self, waiting: bool) -> None:
        self.foot.show_waiting("")
        self.progress.setVisible(waiting)
        self.cancel_button.setVisible(waiting)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(self.title, look="heading"))
        head.addStretch(1)
        self.progress.setFixedWidth(_PROGRESS_WIDTH)
        self.progress.setTextVisible(False)
        for part in (self.state, self.progress, self.cancel_button, self.menu_button):
            head.addWidget(part)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 7, _SIDE, 6)
        top.setSpacing(2)
        top.addLayout(head)
        top.addWidget(self.line)
        _center(self.blank)
        self.blank.hide()
        for rows in (self.question, self.body):
            rows.setContentsMargins(0, 6, 0, 0)
            rows.setSpacing(6)
        top.addLayout(self.question)
        top.addWidget(self.blank, 1)
        top.addWidget(self._body, 1)
        self.fewer.setWordWrap(True)
        self.fewer.hide()
        top.addWidget(self.fewer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top, 1)
        layout.addWidget(self.foot)


def _menu_button(tip: str) -> QToolButton:
    made = QToolButton()
    made.setText(_DOTS)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setProperty("look", "tight")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _center(text: QLabel) -> None:
    text.setWordWrap(True)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
