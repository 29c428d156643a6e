"""Undo and redo: each follows the stack of the document on screen and names the step it is about.

Qt has such actions, which keep the words a step was once said in. Floor: views.
"""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QUndoGroup

from planner.storage.sentences.catalog import translate
from ui.documents.commands import EditScenario
from ui.wording.literal import literal_action
from ui.wording.moves import move_of

Way = Literal["undo", "redo"]


class StepAction(QAction):
    """Takes a step back, or does it again; its text says which step, `taken` that it was done."""

    taken = Signal(str)

    def __init__(self, way: Way, text: str, group: QUndoGroup, owner: QObject) -> None:
        super().__init__(text, owner)
        self._way, self._text, self._group = way, text, group
        (group.canUndoChanged if way == "undo" else group.canRedoChanged).connect(self.setEnabled)
        self.setEnabled(group.canUndo() if way == "undo" else group.canRedo())
        self.triggered.connect(self._take)
        group.indexChanged.connect(self._tell)
        group.activeStackChanged.connect(self._tell)
        self._tell()

    def _take(self) -> None:
        """Say which step goes, then let it go: what says more of it says that after."""
        step = self._step()
        if step is not None:
            self.taken.emit(_told(self._way, step))
        (self._group.undo if self._way == "undo" else self._group.redo)()

    def _tell(self) -> None:
        step = self._step()
        self.setText(self._text if step is None else _named(self._way, step))

    def _step(self) -> EditScenario | None:
        """Return the step that is next on this way, None where there is none."""
        stack = self._group.activeStack()
        if stack is None:
            return None
        command = stack.command(stack.index() - (self._way == "undo"))
        return command if isinstance(command, EditScenario) else None


def _told(way: Way, step: EditScenario) -> str:
    name = move_of(step.text(), step.old, step.new).title
    if way == "undo":
        return translate("Steps", "Undone: {step}").format(step=name)
    return translate("Steps", "Done again: {step}").format(step=name)


def _named(way: Way, step: EditScenario) -> str:
    name = literal_action(move_of(step.text(), step.old, step.new).title)
    if way == "undo":
        return translate("Steps", "&Undo: {step}").format(step=name)
    return translate("Steps", "&Redo: {step}").format(step=name)
