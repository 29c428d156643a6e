"""Puts a scenario that was read on screen as a document, and says so. Floor: controllers."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.documents.document import Document, Place
from ui.documents.workspace import Workspace
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened


class Showing(QObject):
    """What was read becomes a document of its own, beside those that are open.

    `opened` carries the document and what its file says of itself.
    """

    done = Signal(str)
    opened = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def show(self, path: Path, found: "Opened", place: Place) -> Document:
        """Open what a file holds at a place, on screen, and say from which file it is."""
        document = self._workspace.open(found.scenario, place)
        self.done.emit(_opened(path, found))
        self.opened.emit(document, found)
        return document

    def show_beside(self, found: "Opened") -> None:
        """Open a scenario without a file, and say nothing of it."""
        document = self._workspace.open(found.scenario, Place(), anew=True)
        self.opened.emit(document, found)


def _opened(path: Path, found: "Opened") -> str:
    """Say that a file was opened, and what became of a picture or of an older format."""
    text = translate("Files", "Opened {name}")
    if found.is_picture:
        text = translate("Files", "Opened the scenario that drew {name}; saving makes a file of it")
    elif found.changes:
        text = translate(
            "Files", "Opened {name} (format {version}); new in what is saved: {changes}"
        )
    name, changes = shown_path(path.name), ", ".join(map(sentence_of, found.changes))
    return text.format(name=name, version=found.version, changes=changes)
