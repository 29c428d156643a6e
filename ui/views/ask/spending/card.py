"""What both cards about money have in common: fields, a picture, and a long study once it is seen.

Such a study takes a second or more. It begins when the hand rests and the card is in sight, and is
cut where something else is asked. Floor: views.
"""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from planner.model.scenario import ScenarioError
from planner.quantities.told.lists import as_sentence
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.spending.instrument import SpendingError
from ui.charts.spending.picture import SpendingPicture
from ui.charts.spending.view import SpendingView
from ui.engine.shown_run import ShownRun
from ui.engine.study.thread import StudyWork
from ui.style.theme import Theme
from ui.views.ask.spending.fields import SpendingFields
from ui.views.ask.study_card import AskParts, StudyCard


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, by which it is told from others, and the study that answers it."""

    question: object
    work: StudyWork


class SpendingCard(StudyCard):
    """Runs a study of its own, shows its picture and says its sentence."""

    CHOSEN: ClassVar[tuple[str, ...]] = ("_about", "_run")
    FOUND = ("found", "_asked")

    def __init__(self, title: str, parts: AskParts) -> None:
        super().__init__(title, parts)
        self.found: object = None
        self.shown: SpendingPicture | None = None
        self._about: About | None = None
        self._run: ShownRun | None = None
        self._asked: Asked | None = None
        self._waits = False
        self._theme = parts.theme
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask_if_seen)
        self._runner = parts.studies.runner("long", self, SpendingError, ScenarioError)
        self.fields = SpendingFields()
        self.view = SpendingView(parts.theme)
        self.line.hide()
        self.view.setAccessibleName(title)
        self.question.addWidget(self.fields)
        self.fields.changed.connect(self.ask_anew)
        self.fields.refused.connect(parts.tell)
        self._runner.computed.connect(self._on_computed)
        self._runner.refused.connect(self._on_refused)
        self._runner.progressed.connect(self.show_progress)
        self._runner.stopped.connect(self._on_stopped)
        self._runner.failed.connect(self._on_failed)
        self.canceled.connect(self._runner.cancel)

    def add_view(self) -> None:
        """Put the picture under the fields once all are there: the keys reach it after them."""
        self.body.addWidget(self.view, 1)

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for the run on screen once the hand rests, unless that is answered already."""
        self._about, self._run = about, run
        self.ask_anew()
        self.show_links()

    def ask_anew(self) -> None:
        """Ask what the fields say, of what is on screen."""
        if self._about is None or self._run is None:
            return
        try:
            asked = self.asked(self._about, self._run)
        except SpendingError as error:
            self._drop(str(error))
            return
        is_asked = self._asked is not None and asked.question == self._asked.question
        if is_asked or self.is_answered(asked.question):
            return
        self._asked = asked
        self._runner.cancel()
        if self.is_moving:
            self._asked = None
            self.show_state(translate("SpendingCard", "when the hand rests"))
            return
        self._waits = True
        self._ask_if_seen()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        self.view.set_theme(theme, self.color)

    def take_over(self, before: StudyCard) -> None:
        if isinstance(before, SpendingCard):
            self.fields.take_over(before.fields)
        super().take_over(before)

    def tell_again(self) -> None:
        self.fields.tell_again()
        if self.found is not None:
            self.show_found()
            self.show_links()
            self.answer_changed.emit()
        if self._runner.is_busy:  # what is shown is of before
            self.show_progress(0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waits:
            self._soon.start()

    @property
    def color(self) -> str:
        """The color of the scenario on screen."""
        own = 0 if self._run is None else self._run.own
        return self._theme.data[own % len(self._theme.data)]

    def asked(self, about: About, run: ShownRun) -> Asked:
        """Return what is asked, and the study that answers it. Raises SpendingError."""
        raise NotImplementedError

    def is_answered(self, _question: object) -> bool:
        """Tell whether a question is one that the shown answer stands for."""
        return False

    def show_found(self) -> None:
        """Show what was found."""
        raise NotImplementedError

    def show_links(self) -> None:
        """Offer what can be done with what was found, of the scenario on screen."""
        raise NotImplementedError

    def show_picture(self, shown: SpendingPicture, sentence: str) -> None:
        """Show a picture with its sentence."""
        self.shown = shown
        self.show_blank("")
        self.show_state("")
        self.show_sentence(sentence)
        self.view.show_picture(shown, self.color, self.title)

    def _ask_if_seen(self) -> None:
        if self._waits and self._asked is not None and not self.visibleRegion().isEmpty():
            self._waits = False
            if self.found is None:  # why there was none holds no longer
                self.show_blank("")
            self.show_progress(0.0)
            self._runner.ask(self._asked.work, cut=True)

    def _on_computed(self, found: object) -> None:
        self.found = found
        self.show_found()
        self.show_links()
        self.answer_changed.emit()

    def _on_refused(self, why: str) -> None:
        self._drop(why)

    def _on_stopped(self) -> None:
        if self.found is None:
            self._drop(translate("SpendingCard", "not answered: it was canceled"))
        else:
            self.show_state(translate("SpendingCard", "canceled"))

    def _on_failed(self, trace: str) -> None:
        line = trace.strip().rpartition("\n")[2]
        self._drop(
            translate("SpendingCard", "this could not be worked out: {line}").format(line=line)
        )

    def _drop(self, why: str) -> None:
        self.found = self.shown = None
        self.view.clear()
        self.show_links()
        self._asked, self._waits = None, False
        self._runner.cancel()
        self.show_state("")
        self.show_blank(as_sentence(why))
        self.answer_changed.emit()
