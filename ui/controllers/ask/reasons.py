"""Finds out what is behind the changes that are told under the cards, once the hand rests.

It runs off the GUI thread and ends as soon as something moves; what was found is remembered by
`planner.studies.explain.behind`, from which the sentences take it. Floor: controllers.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from planner.ensemble.progress import Steps
from planner.studies.explain.behind import Behind, Change, behind
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.engine.studies import Studies
from ui.views.cards.answer import AnswerLines

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

REST_MS: Final = 250
"""How long nothing moves before it is asked what is behind it."""


class Reasons(QObject):
    """Lets sentences tell parts of a change, and whether its sign survives."""

    def __init__(
        self, answer: AnswerLines, published: Published, studies: Studies, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._changes: tuple[Change, ...] = ()
        self._runner = studies.runner("live", self)
        self._runner.computed.connect(answer.tell_again)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        answer.reasons_wanted.connect(self._on_wanted)
        published.changed.connect(self._on_published)

    def _on_wanted(self, changes: tuple[Change, ...]) -> None:
        if changes != self._changes:
            self._changes = changes
            self._rest.start()

    def _on_published(self, run: ShownRun) -> None:
        if not run.is_whole:
            self._changes = ()
            self._rest.stop()
            self._runner.cancel()

    def _on_rest(self) -> None:
        """Ask, unless the compiled model is not there: without it it takes seconds."""
        from planner.engine.run import kernel_is_ready

        if self._changes and kernel_is_ready():
            self._runner.ask(partial(_steps, self._changes), cut=True)


def _steps(changes: Sequence[Change], _engine: "Projector") -> Steps[tuple[Behind, ...]]:
    return behind(changes)
