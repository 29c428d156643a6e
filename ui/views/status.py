"""The status bar: what is on screen, how it was drawn, and on which figures. Floor: views."""

from math import ceil
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from planner.facts.record import FIGURES_IN_WORDS, Figures
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.accessibility.tips import set_tip
from ui.engine.export_queue import Progress
from ui.engine.live import State
from ui.engine.shown_run import ShownRun
from ui.views.status_display import run_in_words
from ui.widgets.label import ElidedLabel, label
from ui.widgets.task_line import TaskLine, say_steadily
from ui.wording.numbers import fixed

TOLD_FOR_MS: Final = 6000


class StatusBar(QStatusBar):
    """Labels that follow the engine and the document.

    What is told for a while stands in the note's own place. Qt's messages are not used: they are
    painted over what is not yet on screen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.note = ElidedLabel("", "muted")
        self.state = label("", look="muted")
        self.futures = label("", look="muted")
        self.figures = label("", look="muted")
        self.task = TaskLine()
        self.messages = _folded_messages()
        self.told = ""
        self._note = ""
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TOLD_FOR_MS)
        self._telling.timeout.connect(self.forget)
        self._lay_out()
        self.show_state("starting")

    def tell(self, sentence: str, *, aloud: bool = True) -> None:
        """Say something for some seconds, in place of the note, and `aloud` to a screen reader."""
        self.told = sentence
        if aloud:
            announce(self, sentence)
        self.note.set_full_text(sentence)
        self._telling.start()

    def forget(self) -> None:
        """Show the note again."""
        self.told = ""
        self._telling.stop()
        self.note.set_full_text(self._note)

    def _lay_out(self) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 2, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.messages)
        layout.addWidget(self.task)
        for part in (self.state, self.futures, self.figures):
            part.setContentsMargins(8, 0, 4, 0)
            layout.addWidget(part)
        self.addPermanentWidget(row, 1)

    def show_run(self, run: ShownRun) -> None:
        """Say how a run was drawn; what only a second look asks for is in the tip."""
        told = run_in_words(run.projection, numerals())
        say_steadily(self.futures, told.futures)
        if run.is_whole:
            set_tip(self.futures, told.tip)

    def show_state(self, state: State) -> None:
        """Say whether the picture moves, is being refined, or stands."""
        say_steadily(self.state, state_text(state))

    def show_figures(self, figures: Figures, compared_with: str) -> None:
        """Say which figures are on, and what the scenario is compared with."""
        self.figures.setText(figures_text(figures))
        self._note = compared_with
        if not self.told:
            self.note.set_full_text(self._note)

    def show_task(self, progress: Progress) -> None:
        """Say how far a file that is being written has come."""
        self.task.tell(task_text(progress), progress.share)

    def labels(self) -> tuple[QLabel, ...]:
        """Return every label, from left to right."""
        return (self.note, self.state, self.futures, self.figures)


def _folded_messages() -> QToolButton:
    """Return the button that messages are folded into, hidden while none are."""
    made = QToolButton()
    made.setProperty("look", "link")
    set_tip(made, translate("Status", "Show the messages that were folded away"))
    made.hide()
    return made


def task_text(progress: Progress) -> str:
    """Return what is being written, and how long it will take as far as that is known."""
    left = progress.seconds_left
    if left is None:
        text = translate("Status", "writing {name}")
        return text.format(name=progress.name)
    text = translate("Status", "writing {name}: {percent}%, {seconds} s left")
    style = numerals()
    percent, seconds = fixed(100 * progress.share, 0, style), fixed(ceil(left), 0, style)
    return text.format(name=progress.name, percent=percent, seconds=seconds)


def state_text(state: State) -> str:
    """Return the word for what is on screen."""
    match state:
        case "starting":
            return translate("Status", "○ starting")
        case "live" | "refining":
            return translate("Status", "◐ refining")
        case "held":
            return translate("Status", "● up to date")


def figures_text(figures: Figures) -> str:
    """Return which figures are on, in words."""
    text = translate("Status", "figures: {figures}")
    return text.format(figures=model_text(FIGURES_IN_WORDS[figures]))
