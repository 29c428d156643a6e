"""The line an untouched window says, and the questions to start from under it. Floor: views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.model.indices import LABELS
from planner.quantities.listed import listed
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.views.first.question_card import QuestionCard
from ui.widgets.label import label
from ui.wording.first.questions import Question
from ui.wording.literal import literal_tip
from ui.wording.translate import first_text

_GAP: Final = 8


class QuestionRow(QWidget):
    """`chosen` carries a question; `closed` tells that none is wanted, `tour_wanted` a tour is."""

    chosen = Signal(object)
    closed = Signal()
    tour_wanted = Signal()

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = tuple(questions)
        self.setAccessibleName(translate("First", "Questions to start from"))
        self.cards = tuple(map(self._card, self._questions))
        self.tour_link = _link(translate("First", "Take the tour"))
        self.tour_link.setToolTip(
            translate("First", "Four steps on the real controls; Esc ends it")
        )
        self.closer = _link(translate("First", "Hide questions"))
        self.closer.setToolTip(translate("First", "Help > First steps brings them back"))
        self.tour_link.clicked.connect(self.tour_wanted)
        self.closer.clicked.connect(self.closed)
        self._lay_out()

    def set_low(self, is_low: bool) -> None:
        """Take less height."""
        for card in self.cards:
            card.set_low(is_low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put the questions away; Qt lets arrows go from one to the next."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, question: Question) -> QuestionCard:
        made = QuestionCard(
            first_text(question.title),
            first_text(question.text),
            place_of(question),
            _tip_of(question),
        )
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self) -> None:
        for card, question in zip(self.cards, self._questions, strict=True):
            if card is self.sender():
                self.chosen.emit(question)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        line = label(translate("First", "Move a lever, or start from a question."), look="first")
        line.setWordWrap(True)
        head.addWidget(line, 1)
        head.addWidget(self.tour_link)
        head.addWidget(self.closer)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for card in self.cards:
            row.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(row)


def place_of(question: Question) -> str:
    """Return what a question is about: a place, or all of China."""
    if question.places:
        return model_text(LABELS[question.places])
    return translate("First", "All of China")


def _tip_of(question: Question) -> str:
    """Return what a click on a question does."""
    titles = [first_text(each.title) for each in question.presets]
    if not titles:
        return translate("First", "Shows the charts that answer it, on the baseline")
    form = translate("First", "Opens what answers it; scenarios: {titles}")
    return literal_tip(form.format(titles=listed(titles)))


def _link(text: str) -> QToolButton:
    made = QToolButton()
    made.setProperty("look", "link")
    made.setText(text)
    return made
