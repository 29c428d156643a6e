"""Ties files to documents and to the window: what is dropped, chosen, closed, changed outside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from planner.ensemble.projection import Projection
from planner.quantities.listed import listed
from ui.controllers.closing import CloseController
from ui.controllers.conductor import Conductor
from ui.controllers.files.opening import Files
from ui.controllers.files.recent_menus import FileMenus
from ui.controllers.files.saving import Saving
from ui.documents.current import Current
from ui.documents.document import Document
from ui.views.main_window import MainWindow
from ui.wording.key_figures import KPIS, kpi_head, number_of
from ui.wording.numbers import signed
from ui.wording.translate import numerals, sentence_of

if TYPE_CHECKING:
    from planner.files.scenario.results import Difference
    from planner.files.scenario.scenario_file import Opened


class DocumentController(QObject):
    """Connects what reads and writes files; each slot does one thing."""

    def __init__(
        self,
        window: MainWindow,
        current: Current,
        files: Files,
        saving: Saving,
        closing: CloseController,
        conductor: Conductor,
        menus: FileMenus,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._files = files
        self._saving = saving
        self._closing = closing
        self._kept: dict[Document, Opened] = {}
        self._connect_told(conductor)
        files.opened.connect(self._on_opened)
        conductor.shown.connect(self._on_shown)
        current.place_changed.connect(self._show_save)
        window.close_asked.connect(self._on_close_asked)
        window.dropped.connect(files.open_dropped)
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

    def _show_save(self) -> None:
        """Offer Save where the file may be written."""
        self._window.actions_.save.setEnabled(not self._current.document.place.read_only)

    def _on_opened(self, document: Document, found: "Opened") -> None:
        """Remember the figures of a file that another version of the model made."""
        if found.is_of_another_model:
            self._kept[document] = found
        if found.not_carried is not None:
            self._window.bars.remark(document, "carried", _capital(sentence_of(found.not_carried)))

    def _on_shown(self, projection: Projection) -> None:
        """Say by how much the present model differs from the one that saved the file."""
        document = self._current.document
        if document not in self._kept or projection.scenario != document.scenario:
            return
        if not projection.futures:
            return
        found = self._kept.pop(document)
        if found.scenario == document.scenario:
            text = difference_of_models(found, projection)
            self._window.bars.remark(document, "model", text)

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


def _capital(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}."


def difference_of_models(found: "Opened", projection: Projection) -> str:
    """Return in words how far the present model is from the figures a file keeps, "" if not."""
    from planner.files.scenario.results import differences
    from planner.model.graph import model

    versions = {"old": found.model_version, "new": model().version}
    if found.results is None:
        text = QCoreApplication.translate(
            "DocumentController",
            "This scenario was saved with model {old}, and its file keeps no figures. The present "
            "model {new} may give others.",
        )
        return text.format(**versions)
    moved = differences(found.results, projection)
    changes = [_change_in_words(each) for each in moved if each.outcome in KPIS]
    if not changes:
        return ""
    text = QCoreApplication.translate(
        "DocumentController",
        "This scenario was saved with model {old}. The present model {new} gives other figures "
        "for it ({month}): {differences}.",
    )
    return text.format(**versions, month=found.results.month, differences=listed(changes))


def _change_in_words(change: "Difference") -> str:
    """Return the key figure before and now, and by how many percent it moved where that tells."""
    style, head = numerals(), kpi_head(change.outcome)
    before, now = (
        number_of(each * head.form.factor, head, style) for each in (change.kept, change.present)
    )
    text = f"{head.title} {before} → {now} {head.unit_beside}".rstrip()
    if not change.kept:
        return text
    return f"{text} ({signed((change.present / change.kept - 1) * 100, style)} %)"
