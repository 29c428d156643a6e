"""Warns while unsaved work is not safe from a crash, for as long as that is so and no longer."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from planner.storage.sentences.catalog import translate
from ui.documents.autosave import Autosave
from ui.documents.recovery import Session, recovery_folder
from ui.engine.jobs import Lane
from ui.process.state.folder import StandIn
from ui.views.main_window import MainWindow
from ui.wording.translate import sentence_of

LOOKS_EVERY_MS: Final = 3000
UNKEPT: Final = "unkept"
STAND_IN: Final = "stand_in"


class CrashSafety(QObject):
    """Ties what keeps unsaved work to the bars that say when it cannot."""

    def __init__(self, autosave: Autosave, window: MainWindow) -> None:
        super().__init__(window)
        self._autosave = autosave
        self._bars = window.warnings
        self._stand_in: StandIn | None = None
        self._lane: Lane | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)
        autosave.failed.connect(self._on_failed)
        autosave.works_again.connect(self._on_works_again)

    def watch(self, stand_in: StandIn) -> None:
        """Say that another folder stands in for the user's own, until that can be used again.

        No other window may take it away meanwhile.
        """
        self._stand_in = stand_in
        self._autosave.session.claim()
        text = translate(
            "CrashSafety",
            "Suanli's own folder cannot be used: {why}. Until it can be, unsaved work is kept in a "
            "temporary one, which may not outlast a restart of the computer: save often.",
        )
        self._bars.hold(STAND_IN, text.format(why=sentence_of(stand_in.why)))
        self._lane = Lane(self)
        self._lane.done.connect(self._on_looked)
        self._timer.start()

    def take_over(self, before: "CrashSafety") -> None:
        """Say that a folder stands in where the window before does."""
        if before._stand_in is not None:  # noqa: SLF001 - its own kind
            self.watch(before._stand_in)  # noqa: SLF001

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._lane is not None:
            self._lane.close()

    def _look(self) -> None:
        if self._lane is not None and self._stand_in is not None:
            self._lane.start(self._stand_in.is_over)

    def _on_looked(self, ticket: int, is_over: object) -> None:
        if self._stand_in is None:
            return
        if not is_over:
            self._timer.start()
            return
        self._stand_in.end()
        self._stand_in = None
        self._autosave.move_to(Session(recovery_folder()))
        self._bars.lift(STAND_IN)

    def _on_failed(self, sentence: str) -> None:
        self._bars.hold(UNKEPT, sentence)

    def _on_works_again(self) -> None:
        self._bars.lift(UNKEPT)
