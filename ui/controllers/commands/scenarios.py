"""The commands that bring a scenario on screen, copy it, or change its title and other texts."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.model.scenario import Scenario
from ui.documents.current import Current
from ui.documents.document import Document, Place
from ui.documents.typed import Typed
from ui.documents.workspace import Workspace
from ui.views.dialogs.properties import PropertiesDialog, Typing
from ui.views.main_window import MainWindow
from ui.views.scenario_list import copy_of
from ui.wording.translate import sentence_of


class ScenarioController(QObject):
    """What the list of open scenarios and the commands on a whole scenario do."""

    refused = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, current: Current) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        model = window.shelf.scenarios.model
        model.renamed.connect(self.rename)
        model.refused.connect(self.refused)

    def duplicate(self) -> None:
        """Put a copy of the scenario on screen."""
        document = self._current.document
        title = copy_of(document, self._workspace)
        copy = replace(document.scenario, title=title)
        self._workspace.open(anew=True).restore(copy, Scenario(), Place(), ())

    def rename_in_list(self) -> None:
        """Let the title of the scenario be typed, in its place in the list."""
        self._window.shelf.setVisible(True)
        self._window.shelf.scenarios.rename_current()

    def rename(self, document: Document, title: str) -> None:
        """Give a scenario another title, unless it could not be saved under it."""
        from planner.files.format.plain_text import check_title
        from planner.storage.sentences.file_error import FileError

        title = title.strip()
        if not title or title == document.scenario.title:
            return
        try:
            check_title(title, document.name)
        except FileError as error:
            self.refused.emit(sentence_of(error.message))
            return
        document.rename(title)

    def show_properties(self) -> None:
        """Let the texts of the scenario be typed."""
        self.type_on(self._current.document, {})

    def type_on(self, document: Document, typed: Typed) -> None:
        """Let somebody go on typing texts for a scenario."""
        dialog = PropertiesDialog(document.scenario, self._window, typed)
        Typing(document, dialog)
        dialog.open()

    def show_next(self) -> None:
        """Put the next open scenario on screen."""
        self._walk(1)

    def show_previous(self) -> None:
        """Put the previous open scenario on screen."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        documents = self._workspace.documents
        place = documents.index(self._workspace.current) + step
        self._workspace.switch(documents[place % len(documents)])
