"""The one undo command: an edit holds the scenario before and after it, and when it was made.

Edits of one drag carry the same key and are one command: it is extended until one of them is
final. Commands are never merged by Qt: its stack would keep what was merged for ever in Python.
What a command is called it says anew each time, in the language that is spoken then.
"""

from collections.abc import Callable
from datetime import datetime
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand

from planner.model.scenario import Scenario

Saying = Callable[[], str]
"""What says what a step is called, in the language that is spoken by then."""


class EditScenario(QUndoCommand):
    """Replace one scenario by another through `put`, which is given the one that is left as well.

    One with an empty key takes no more in. `saying` is a plain text where that is the same in
    every language.
    """

    def __init__(
        self,
        saying: Saying | str,
        old: Scenario,
        new: Scenario,
        put: Callable[[Scenario, Scenario], None],
        merge_key: str = "",
    ) -> None:
        super().__init__()
        self._saying = saying
        self.setText(self.text())
        self.old = old
        self.new = new
        self.time = datetime.now().astimezone()
        self._put = WeakMethod(put)
        self._merge_key = merge_key
        self.is_open = bool(merge_key)

    def text(self) -> str:
        """Return what the step is called, in the language that is spoken."""
        return self._saying if isinstance(self._saying, str) else self._saying()

    def redo(self) -> None:
        self._call(self.new, self.old)

    def undo(self) -> None:
        self.is_open = False
        self._call(self.old, self.new)

    def _call(self, scenario: Scenario, left: Scenario) -> None:
        """Put a scenario; held weakly, for the collector cannot undo a circle through the stack."""
        put = self._put()
        if put is not None:
            put(scenario, left)

    def takes(self, merge_key: str) -> bool:
        """Tell whether an edit with this key belongs to this step."""
        return self.is_open and self._merge_key == merge_key

    def extend(self, new: Scenario) -> None:
        """Let the step lead to another scenario, and put that."""
        left, self.new = self.new, new
        self.time = datetime.now().astimezone()
        self._call(new, left)

    def empty(self) -> None:
        """Let go of what it holds: Qt has dropped it, and Python may keep the shell."""
        vars(self).clear()
