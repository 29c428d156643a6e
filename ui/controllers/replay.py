"""Plays the last change again: the state before it, the way, and the state after it.

Only what the charts and cards show changes; the scenario stays as it is. Every picture on the way
is a run of the model. A hand that changes something ends it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from planner.storage.sentences.catalog import translate
from planner.studies.between import between
from ui.controllers.conductor import Conductor
from ui.documents.commands import EditScenario
from ui.documents.current import Current
from ui.wording.moves import move_of

if TYPE_CHECKING:
    from planner.model.scenario import Scenario

HOLD_MS: Final = 900
FRAME_MS: Final = 50
FRAMES: Final = 14


class Replay(QObject):
    """Shows states one after the other, by a timer."""

    def __init__(self, current: Current, conductor: Conductor) -> None:
        super().__init__(conductor)
        self._current = current
        self._conductor = conductor
        self._way: list[Scenario] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        current.changed.connect(self.stop)
        current.replaced.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether the charts show another state than the current one."""
        return self._timer.isActive()

    def start(self) -> None:
        """Play the step that led to the state on screen; with none there is nothing to play."""
        stack = self._current.document.undo_stack
        step = stack.command(stack.index() - 1) if stack.index() else None
        if not isinstance(step, EditScenario) or self._current.document.is_moving:
            self._conductor.on_refused(translate("Replay", "There is no change to play again yet"))
            return
        title = self._current.scenario.title
        old, new = (replace(state, title=title) for state in (step.old, step.new))
        self._way = [between(old, new, part / FRAMES) for part in range(1, FRAMES)]
        self._conductor.show_instead(old)
        self._timer.start(HOLD_MS)
        move = move_of(step.text(), step.old, step.new)
        text = translate("Replay", "Replay, before and after: {move}")
        self._conductor.on_refused(text.format(move=f"{move.title} {move.change}".rstrip()))

    def stop(self) -> None:
        """Show the current state again."""
        if self.is_on:
            self._timer.stop()
            self._way = []
            self._conductor.show_instead(None)

    def _on_time(self) -> None:
        self._timer.setInterval(FRAME_MS)
        if self._way:
            self._conductor.show_instead(self._way.pop(0))
        else:
            self.stop()
