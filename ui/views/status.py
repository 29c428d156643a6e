"""The status bar: what is on screen, how it was drawn, and on which figures."""

from math import ceil
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from planner.ensemble.projection import Projection
from planner.facts.record import Figures
from ui.charts.numbers import fixed
from ui.charts.words import numerals
from ui.live import State
from ui.views.numbers import Progress
from ui.widgets.label import label
from ui.widgets.task_line import TaskLine, say_steadily

TOLD_FOR_MS: Final = 6000
_MILLI: Final = 1000


class StatusBar(QStatusBar):
    """Labels that follow the engine and the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.note = label("", look="muted")
        self.state = label("", look="muted")
        self.futures = label("", look="muted")
        self.seed = label("", look="muted")
        self.seconds = label("", look="muted")
        self.figures = label("", look="muted")
        self.task = TaskLine()
        self.addWidget(self.note)
        self.addPermanentWidget(self.task)
        for part in (self.state, self.futures, self.seed, self.seconds, self.figures):
            part.setContentsMargins(8, 0, 4, 0)
            self.addPermanentWidget(part)
        self.show_state("starting")

    def showEvent(self, event: QShowEvent) -> None:
        """Hide the note under a message told before the bar was on screen; Qt hides only later."""
        super().showEvent(event)
        message = self.currentMessage()
        if message:
            self.clearMessage()
            self.showMessage(message, TOLD_FOR_MS)

    def show_projection(self, projection: Projection) -> None:
        """Say how a run was drawn, and how long it took."""
        style = numerals()
        drawn, wanted = projection.futures, projection.scenario.futures
        if not drawn:
            text = self.tr("center lines only")
        elif drawn < wanted:
            text = self.tr("{drawn} of {wanted} futures")
        else:
            text = self.tr("{drawn} futures")
        counts = {"drawn": fixed(drawn, 0, style), "wanted": fixed(wanted, 0, style)}
        say_steadily(self.futures, text.format(**counts))
        self.seed.setText(self.tr("seed {seed}").format(seed=projection.scenario.seed))
        spent = fixed(projection.seconds * _MILLI, 0, style)
        text = self.tr("run {milliseconds} ms").format(milliseconds=spent)
        say_steadily(self.seconds, text)

    def show_state(self, state: State) -> None:
        """Say whether the picture moves, is being refined, or stands."""
        say_steadily(self.state, state_text(state))

    def show_figures(self, figures: Figures, *, assumptions_changed: bool) -> None:
        """Say which figures are on, and what the scenario is compared with."""
        self.figures.setText(figures_text(figures))
        if assumptions_changed:
            self.note.setText(self.tr("Compared with: default levers under your assumptions"))
        else:
            self.note.setText(self.tr("Compared with: default levers and assumptions"))

    def show_task(self, progress: Progress) -> None:
        """Say how far a file that is being written has come."""
        self.task.tell(task_text(progress), progress.share)

    def labels(self) -> tuple[QLabel, ...]:
        """Return every label, from left to right."""
        return (self.note, self.state, self.futures, self.seed, self.seconds, self.figures)


def task_text(progress: Progress) -> str:
    """Return what is being written, and how long it will take as far as that is known."""
    left = progress.seconds_left
    if left is None:
        text = QCoreApplication.translate("Status", "writing {name}")
        return text.format(name=progress.name)
    text = QCoreApplication.translate("Status", "writing {name}: {percent} %, {seconds} s left")
    style = numerals()
    percent, seconds = fixed(100 * progress.share, 0, style), fixed(ceil(left), 0, style)
    return text.format(name=progress.name, percent=percent, seconds=seconds)


def state_text(state: State) -> str:
    """Return the word for what is on screen."""
    match state:
        case "starting":
            return QCoreApplication.translate("Status", "○ starting")
        case "live":
            return QCoreApplication.translate("Status", "● live")
        case "refining":
            return QCoreApplication.translate("Status", "◐ refining")
        case "held":
            return QCoreApplication.translate("Status", "● up to date")


def figures_text(figures: Figures) -> str:
    """Return which figures are on, in words."""
    if figures == "corroborated":
        return QCoreApplication.translate("Status", "figures: corroborated")
    return QCoreApplication.translate("Status", "figures: as stated in the articles")
