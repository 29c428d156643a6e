"""Opens the examples that come with the program, each once. Floor: controllers."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.controllers.files.shown.showing import Showing
from ui.documents.document import Document, Place
from ui.documents.workspace import Workspace
from ui.wording.example_told import example_told
from ui.wording.translate import sentence_of


class Examples(QObject):
    """Each example is a new scenario without a file; `told` says what cannot be read of one."""

    told = Signal(str)
    done = Signal(str)

    def __init__(self, workspace: Workspace, showing: Showing) -> None:
        super().__init__(showing)
        self._workspace = workspace
        self._showing = showing
        self._documents: dict[Path, Document] = {}

    def open(self, path: Path) -> bool:
        """Open an example; tell whether it is on screen now.

        One that is open already, changed since or not, comes to the front.
        """
        already = self._documents.get(path)
        if already in self._workspace.documents and already.path is None:
            self._workspace.switch(already)
            text = translate("Files", "“{name}” is open already")
            self.done.emit(text.format(name=shown_title(self._workspace.name(already))))
            return True
        return self._read(path)

    def _read(self, path: Path) -> bool:
        from planner.files.scenario.scenario_file import open_file
        from planner.storage.sentences.file_error import FileError

        try:
            found = example_told(open_file(path))
        except FileError as error:
            self.told.emit(sentence_of(error.message))
            return False
        document = self._documents[path] = self._showing.show(path, found, Place())
        document.is_preset = True
        return True
