"""Ties files to documents and to the window: what is dropped, chosen, closed, changed outside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from planner.ensemble.projection import Projection
from ui.charts.numbers import signed
from ui.charts.words import numerals
from ui.current import Current
from ui.document import Document, Place
from ui.items.kpis import titles
from ui.settings import Settings
from ui.translate import sentence_of
from ui.views.conductor import Conductor
from ui.views.document_bars import DocumentBars
from ui.views.files import Files
from ui.views.leaving import Leaving
from ui.views.main_window import MainWindow
from ui.views.recent_menus import FileMenus
from ui.views.saving import Saving

if TYPE_CHECKING:
    from planner.files.scenario_file import Opened


class Desk(QObject):
    """Connects what reads and writes files; each slot does one thing."""

    def __init__(
        self,
        window: MainWindow,
        current: Current,
        files: Files,
        saving: Saving,
        leaving: Leaving,
        settings: Settings,
        conductor: Conductor,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._files = files
        self._saving = saving
        self._leaving = leaving
        self._kept: dict[Document, Opened] = {}
        self._menus = FileMenus(window.examples_menu, window.recent_menu, settings)
        self._connect_told(conductor)
        files.opened.connect(self._on_opened)
        conductor.shown.connect(self._on_shown)
        current.place_changed.connect(self._show_save)
        window.close_asked.connect(self._on_close_asked)
        window.file_dropped.connect(files.open_path)
        window.bars.chosen.connect(self._on_bar_chosen)
        self._menus.example_chosen.connect(files.open_example)
        self._menus.recent_chosen.connect(files.open_path)

    def _connect_told(self, conductor: Conductor) -> None:
        files, saving = self._files, self._saving
        files.told.connect(self._window.notice.tell)
        files.done.connect(conductor.on_done)
        files.remarked.connect(self._on_remarked)
        saving.told.connect(self._window.notice.tell)
        saving.done.connect(conductor.on_done)
        saving.failed.connect(self._on_save_failed)
        saving.saved.connect(self._on_saved)

    def _show_save(self) -> None:
        """Offer Save where the file may be written."""
        self._window.actions_.save.setEnabled(not self._current.document.place.read_only)

    def _on_opened(self, document: Document, found: "Opened") -> None:
        """Remember the figures of a file that another version of the model made."""
        if found.results is not None and found.is_of_another_model:
            self._kept[document] = found

    def _on_shown(self, projection: Projection) -> None:
        """Say by how much the present model differs from the one that saved the file."""
        document = self._current.document
        if document not in self._kept or projection.scenario != document.scenario:
            return
        found = self._kept.pop(document)
        if found.scenario == document.scenario:
            text = difference_of_models(found, projection)
            self._window.bars.remark(document, "model", text)

    def _on_close_asked(self) -> None:
        self._leaving.leave(self._window.allow_close)

    def _on_remarked(self, document: Document, sentence: str) -> None:
        self._window.bars.remark(document, "remark", sentence)

    def _on_save_failed(self, document: Document, sentence: str) -> None:
        self._window.bars.remark(document, "failed", sentence)

    def _on_saved(self, document: Document) -> None:
        self._window.bars.remark(document, "failed", "")

    def _on_bar_chosen(self, document: Document, bar: str, choice: str) -> None:
        match choice:
            case "save_as":
                self._saving.ask_save_as(document)
            case "keep":
                keep(document)
            case "reload":
                self._reload(document, self._window.bars)

    def _reload(self, document: Document, bars: DocumentBars) -> None:
        """Take over what the file holds now, as one step that can be undone."""
        from planner.files import scenario_file
        from planner.files.file_error import FileError

        path = document.path
        if path is None:
            return
        try:
            found = scenario_file.open_file(path)
        except FileError as error:
            bars.remark(document, "remark", sentence_of(error.message))
            return
        document.edit(self.tr("Reload"), found.scenario)
        document.mark_saved(path, found.identity)


def keep(document: Document) -> None:
    """Choose the document over what others have made of its file: Save replaces that."""
    from planner.files.identity import identity_of

    place = document.place
    found = identity_of(place.path) if place.path is not None else None
    document.move(Place(place.path, found or place.identity, place.read_only, "kept"))


def difference_of_models(found: "Opened", projection: Projection) -> str:
    """Return in words how far the present model is from the figures a file keeps, "" if not."""
    from planner.files.results import differences
    from planner.model.graph import model

    if found.results is None:
        return ""
    style, parts = numerals(), []
    for one in differences(found.results, projection):
        if one.outcome in titles() and one.kept:
            share = f"{signed((one.present / one.kept - 1) * 100, style)} %"
            parts.append(f"{titles()[one.outcome]} {share}")
    if not parts:
        return ""
    text = QCoreApplication.translate(
        "Desk",
        "This scenario was saved with model {old}. The present model {new} gives other figures "
        "for it ({month}): {differences}.",
    )
    return text.format(
        old=found.model_version,
        new=model().version,
        month=found.results.month,
        differences=", ".join(parts),
    )
