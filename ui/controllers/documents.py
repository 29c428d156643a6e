"""Ties files to documents and to the window: what is chosen, closed, changed outside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.quantities.told.lists import as_sentence
from ui.controllers.closing import CloseController
from ui.controllers.conductor import Conductor
from ui.controllers.files.opening import Files
from ui.controllers.files.recent_menus import FileMenus
from ui.controllers.files.saving import Saving
from ui.documents.document import Document
from ui.views.main_window import MainWindow
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened


class DocumentController(QObject):
    """Connects what reads and writes files; each slot does one thing."""

    def __init__(
        self,
        window: MainWindow,
        files: Files,
        saving: Saving,
        closing: CloseController,
        conductor: Conductor,
        menus: FileMenus,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._saving = saving
        self._closing = closing
        self._connect_told(conductor)
        files.opened.connect(self._on_opened)
        files.places_read.connect(window.center.areas.choose)
        window.close_asked.connect(self._on_close_asked)
        window.bars.chosen.connect(self._on_bar_chosen)
        menus.example_chosen.connect(files.open_example)
        menus.recent_chosen.connect(files.open_path)

    def _connect_told(self, conductor: Conductor) -> None:
        files, saving = self._files, self._saving
        files.told.connect(self._window.notice.tell)
        files.done.connect(conductor.on_done)
        files.remarked.connect(self._on_remarked)
        saving.told.connect(self._window.notice.tell)
        saving.done.connect(conductor.on_done)
        saving.failed.connect(self._on_save_failed)
        saving.saved.connect(self._on_saved)
        saving.remarked.connect(self._on_remarked)

    def _on_opened(self, document: Document, found: "Opened") -> None:
        """Say what could not be carried over from a file of an older model."""
        if found.not_carried is not None:
            self._window.bars.remark(
                document, "carried", as_sentence(sentence_of(found.not_carried))
            )

    def _on_close_asked(self) -> None:
        self._closing.leave(self._window.allow_close)

    def _on_remarked(self, document: Document, sentence: str) -> None:
        self._window.bars.remark(document, "remark", sentence)

    def _on_save_failed(self, document: Document, sentence: str) -> None:
        self._window.status.forget()
        self._window.bars.remark(document, "failed", sentence)

    def _on_saved(self, document: Document) -> None:
        for key in ("failed", "remark"):
            self._window.bars.remark(document, key, "")

    def _on_bar_chosen(self, document: Document, bar: str, choice: str) -> None:
        match choice:
            case "save_as":
                self._saving.ask_save_as(document)
            case "keep":
                self._files.keep(document)
            case "reload":
                self._files.reload(document)
