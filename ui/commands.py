"""The one undo command: an edit holds the scenario before and after it, and when it was made.

Edits of one drag carry the same key and merge into one step until one of them is final; a drag
that comes back to where it began leaves no step.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand

from planner.model.scenario import Scenario

_ID: Final = 1


class EditScenario(QUndoCommand):
    """Replace one scenario by another through `put`; an empty key never merges."""

    def __init__(
        self,
        text: str,
        old: Scenario,
        new: Scenario,
        put: Callable[[Scenario], None],
        merge_key: str = "",
    ) -> None:
        super().__init__(text)
        self.old = old
        self.new = new
        self.time = datetime.now().astimezone()
        self._put = WeakMethod(put)
        self._merge_key = merge_key
        self.is_open = bool(merge_key)

    def id(self) -> int:
        return _ID

    def redo(self) -> None:
        self._call(self.new)

    def undo(self) -> None:
        self._call(self.old)

    def _call(self, scenario: Scenario) -> None:
        """Put a scenario; held weakly, for the collector cannot undo a circle through the stack."""
        put = self._put()
        if put is not None:
            put(scenario)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditScenario):
            return False
        if not self.is_open or self._merge_key != other._merge_key:  # noqa: SLF001 - same class
            return False
        self.new = other.new
        self.time = other.time
        self.is_open = other.is_open
        self.setObsolete(self.new == self.old)
        return True
