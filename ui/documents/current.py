"""The document on screen, whichever it is: rows and panels hold this and need not know of others.

It has the words and signals of a document and passes both on; a switch looks like a document
that was replaced.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from planner.model.scenario import Scenario
from ui.documents.commands import Saying
from ui.documents.document import Document
from ui.documents.workspace import Workspace


class Edited(Protocol):
    """What rows and panels need: a document, or the one on screen."""

    @property
    def changed(self) -> SignalInstance:
        """Tells the scenario, after each change."""

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is now."""

    @property
    def saved(self) -> Scenario:
        """The scenario as it was opened or last saved."""

    def edit(
        self, text: Saying, new_scenario: Scenario, merge_key: str = "", *, final: bool = True
    ) -> None:
        """Change the scenario as one undo step."""


class Current(QObject):
    """Follows the workspace from document to document."""

    changed = Signal(object)
    title_changed = Signal(str)
    left_baseline = Signal(str)
    dirty_changed = Signal(bool)
    settled = Signal()
    replaced = Signal()
    place_changed = Signal()
    story_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._document = workspace.current
        self._connect()
        workspace.switched.connect(self._on_switched)

    @property
    def document(self) -> Document:
        """The document itself, until another one is on screen."""
        return self._document

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is now."""
        return self._document.scenario

    @property
    def saved(self) -> Scenario:
        """The scenario as it was opened or last saved."""
        return self._document.saved

    @property
    def name(self) -> str:
        """What it is called among all that is open."""
        return self._workspace.name(self._document)

    @property
    def title_for_files(self) -> str:
        """Its name, with a number where one before it has the same in the letters of files."""
        from planner.files.scenario.titles import told_apart

        documents = self._workspace.documents
        titles = told_apart(map(self._workspace.name, documents))
        return titles[documents.index(self._document)]

    def edit(
        self, text: Saying, new_scenario: Scenario, merge_key: str = "", *, final: bool = True
    ) -> None:
        """Change the scenario as one undo step."""
        self._document.edit(text, new_scenario, merge_key, final=final)

    def tell_all(self) -> None:
        """Tell what it is like to whoever has just begun to listen; nothing has changed."""
        document = self._document
        self.place_changed.emit()
        self.changed.emit(document.scenario)
        self.title_changed.emit(document.scenario.title)
        self.dirty_changed.emit(document.is_dirty)
        self.story_changed.emit()

    def _connect(self) -> None:
        for mine, its in self._signals():
            its.connect(mine)

    def _signals(self) -> tuple[tuple[SignalInstance, SignalInstance], ...]:
        document = self._document
        return (
            (self.changed, document.changed),
            (self.title_changed, document.title_changed),
            (self.left_baseline, document.left_baseline),
            (self.dirty_changed, document.dirty_changed),
            (self.settled, document.settled),
            (self.replaced, document.replaced),
            (self.place_changed, document.place_changed),
            (self.story_changed, document.story_changed),
        )

    def _on_switched(self, document: Document) -> None:
        for mine, its in self._signals():
            its.disconnect(mine)
        self._document = document
        self._connect()
        self.replaced.emit()
        self.tell_all()
