"""Opens the scenarios that a picture of a chart carries. Floor: controllers."""

from PySide6.QtCore import QObject, Signal

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.files.already_open import colors_of, not_open, unsaved_with
from ui.controllers.files.shown.showing import Showing
from ui.documents.document import Document, Place
from ui.documents.reading import Reading
from ui.documents.workspace import Workspace
from ui.process.state.settings import Settings


class Pictures(QObject):
    """What drew a picture opens again; `places_read` carries the areas that it is about."""

    done = Signal(str)
    places_read = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, showing: Showing) -> None:
        super().__init__(showing)
        self._workspace = workspace
        self._settings = settings
        self._showing = showing

    def open(self, reading: Reading) -> None:
        """Open every scenario of a picture, the one that it is mostly about on screen.

        What is open as it was drawn stays open and is not opened again.
        """
        before = self._workspace.scenarios
        already = unsaved_with(self._workspace, reading.found.scenario)
        if already is not None and already.is_untouched:
            already = None
        document = already or self._show(reading)
        opened = self.open_beside(document, reading) + int(already is None)
        self._workspace.paint_all(colors_of(reading, self._workspace, before))
        if reading.places is not None:
            self.places_read.emit(reading.places)
        self._say_opened(reading, opened)

    def open_beside(self, document: Document, reading: Reading) -> int:
        """Open what a picture carries beside its first scenario; return how many were not open."""
        beside = not_open(self._workspace, reading.others)
        for found in beside:
            self._showing.show_beside(found)
        self._workspace.switch(document)
        return len(beside)

    def _show(self, reading: Reading) -> Document:
        document = self._showing.show(reading.path, reading.found, Place())
        self._settings.keep_recent(reading.path)
        return document

    def _say_opened(self, reading: Reading, opened: int) -> None:
        name, count = shown_path(reading.path.name), 1 + len(reading.others)
        if not opened:
            self.done.emit(translate("Files", "What drew {name} is open already").format(name=name))
        elif reading.others:
            text = translate("Files", "Opened the {count} scenarios that drew {name}")
            self.done.emit(text.format(count=count, name=name))
