"""The open scenario: the only place that may change, and the history of its changes.

The document owns one frozen scenario, its path, the state that was last saved, and the undo
stack. `edit` is the only way to change anything; reading and writing files is done elsewhere.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from planner.model.scenario import Scenario
from ui.commands import EditScenario

BASELINE_TITLE = Scenario().title


class Document(QObject):
    """One scenario on screen; signals report what has happened, after it has."""

    changed = Signal(object)
    title_changed = Signal(str)
    dirty_changed = Signal(bool)
    settled = Signal()
    replaced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._scenario = Scenario()
        self._saved = self._scenario
        self._path: Path | None = None
        self._is_moving = False

    @property
    def is_moving(self) -> bool:
        """Whether a step is open: a hand is on a slider."""
        return self._is_moving

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is now."""
        return self._scenario

    @property
    def saved(self) -> Scenario:
        """The scenario as it was opened or last saved."""
        return self._saved

    @property
    def path(self) -> Path | None:
        """The file it was read from or saved to; None for a new one."""
        return self._path

    @property
    def is_dirty(self) -> bool:
        """Whether something has changed since it was opened or saved."""
        return self._scenario != self._saved

    def edit(
        self, text: str, new_scenario: Scenario, merge_key: str = "", *, final: bool = True
    ) -> None:
        """Change the scenario as one undo step; `text` names the step in the menu.

        Edits with the same key merge into one step until one of them is final. Without a change,
        a final edit only closes the step that is open.
        """
        was_moving, self._is_moving = self._is_moving, not final
        new = titled(new_scenario, self.title_of_changed)
        if new != self._scenario:
            command = EditScenario(text, self._scenario, new, self._put, merge_key)
            self.undo_stack.push(command)
        if final:
            self._close_step()
        if final and was_moving:
            self.settled.emit()

    def replace(self, scenario: Scenario, path: Path | None = None) -> None:
        """Put another document in this one's place and forget the history."""
        self.undo_stack.clear()
        self._is_moving = False
        self._path = path
        self._saved = scenario
        self._set(scenario)
        self.replaced.emit()

    def mark_saved(self, path: Path) -> None:
        """Remember that the scenario as it is now stands in the file."""
        was_dirty = self.is_dirty
        self._path = path
        self._saved = self._scenario
        self.title_changed.emit(self.name)
        if was_dirty:
            self.dirty_changed.emit(False)
        self.changed.emit(self._scenario)

    @property
    def title_of_changed(self) -> str:
        """The title of a scenario that differs from the baseline and was given no other."""
        return self.tr("My scenario")

    @property
    def name(self) -> str:
        """The name for the title bar: that of the file, or the title of a new scenario."""
        return self._path.name if self._path else self._scenario.title

    def _close_step(self) -> None:
        top = self.undo_stack.command(self.undo_stack.index() - 1)
        if isinstance(top, EditScenario):
            top.is_open = False

    def _put(self, scenario: Scenario) -> None:
        if scenario != self._scenario:
            self._set(scenario)

    def _set(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.changed.emit(scenario)
        self.title_changed.emit(self.name)
        self.dirty_changed.emit(self.is_dirty)


def titled(scenario: Scenario, title_of_changed: str) -> Scenario:
    """Return the scenario under an honest title: what differs is not called the baseline.

    Titles that somebody chose stay as they are.
    """
    differs = bool(scenario.levers or scenario.assumptions)
    if differs and scenario.title == BASELINE_TITLE:
        return replace(scenario, title=title_of_changed)
    if not differs and scenario.title == title_of_changed:
        return replace(scenario, title=BASELINE_TITLE)
    return scenario
