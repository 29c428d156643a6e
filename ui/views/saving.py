"""Saving a document: where, over what, and under which lock.

Nothing is overwritten that somebody else has changed since it was opened, unless the user says so.
A save that fails gives one sentence, and the work stays unsaved.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.ensemble.projection import Projection, inputs_of
from planner.files.lock import is_locked, lock_path
from planner.files.previous import backup_of
from planner.model.scenario import Scenario
from ui.document import BASELINE_TITLE, Document
from ui.items.kpis import KPIS
from ui.locks import Grant, Locks
from ui.settings import Settings
from ui.translate import sentence_of
from ui.views.files import (
    SUFFIX,
    folder_near,
    open_here,
    reason_of_lock,
    take_over,
    who_has,
)
from ui.watch import look_at
from ui.widgets.question import Question
from ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.files.results import Results
    from planner.files.scenario_file import Written

Then = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a dialog that is open is about, and what to do once the document is saved.

    `digest` is that of the file the question was about, empty where there was none.
    """

    document: Document
    then: Then | None
    digest: str = ""


class Saving(QObject):
    """What writes documents to files; `failed` and `remarked` carry a document and a sentence."""

    told = Signal(str)
    done = Signal(str)
    failed = Signal(object, str)
    saved = Signal(object)
    remarked = Signal(object, str)

    def __init__(
        self, workspace: Workspace, locks: Locks, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._locks = locks
        self._settings = settings
        self._window = window
        self._asked: _Asked | None = None
        self._shown: Projection | None = None

    def show_projection(self, projection: Projection) -> None:
        """Remember the run on screen: its key figures go into the file of its scenario."""
        self._shown = projection

    def save_from_menu(self) -> None:
        """Save the document on screen."""
        self.save(self._workspace.current)

    def save_as_from_menu(self) -> None:
        """Ask where to save the document on screen."""
        self.ask_save_as(self._workspace.current)

    def save(self, document: Document, then: Then | None = None) -> None:
        """Save in the document's file, or ask for one, or ask whether to overwrite another's."""
        if document.path is None or document.place.read_only:
            self.ask_save_as(document, then)
        elif look_at(document).outside in {"changed", "gone"}:
            self._ask_about_outside(document, then)
        elif self.save_to(document.path, document) and then is not None:
            then()

    def ask_save_as(self, document: Document, then: Then | None = None) -> None:
        """Ask where to save, then save there."""
        self._asked = _Asked(document, then)
        title = self._window.tr("Save the scenario")
        dialog = QFileDialog(self._window, title, folder_near(self._workspace, self._settings))
        scenarios = self.tr("Scenarios ({pattern})").format(pattern=f"*{SUFFIX}")
        dialog.setNameFilters([scenarios, self.tr("All files (*)")])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(_proposed(document))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_save_selected)
        dialog.open()

    def save_to(self, path: Path, document: Document | None = None) -> bool:
        """Write a document, the one on screen unless given, to a file; tell how it went."""
        document = document or self._workspace.current
        is_own = self._locks.holds(document.key, path) and not document.place.read_only
        if not is_own and not self._take(document, path):
            return False
        written = self._write(document, path)
        if written is None:
            if not is_own:
                self._locks.release("saving")
            return False
        if not is_own:
            self._locks.hand_over("saving", document.key)
        self._settings.keep_recent(path)
        self.saved.emit(document)
        self.done.emit(self.tr("Saved {name}").format(name=path.name))
        if written.remarks:
            self.remarked.emit(document, ". ".join(map(sentence_of, written.remarks)))
        return True

    def _take(self, document: Document, path: Path) -> bool:
        """Take the lock of a file that is to be this document's; say so when others have it."""
        other = open_here(self._workspace, path)
        is_taken = other is not None and other is not document
        grant = Grant("taken") if is_taken else self._locks.take("saving", path)
        if grant.can_be_broken:
            self._ask_to_take_over(document, path, grant)
        elif grant.state == "taken":
            text = self.tr("{name} is open in another window; choose another name.")
            self.told.emit(text.format(name=path.name))
        return not reason_of_lock(grant)

    def _ask_to_take_over(self, document: Document, path: Path, grant: Grant) -> None:
        box = Question(self._window, "taken", who_has(path, grant), (document, path))
        box.offer("save_as", self.tr("Save as…"), is_default=True)
        box.offer_loss("break", self.tr("Take over"))
        box.answered.connect(self._on_taken_answered)
        box.open()

    def _on_taken_answered(self, answer: str, subject: tuple[Document, Path]) -> None:
        document, path = subject
        if answer == "save_as":
            self.ask_save_as(document)
        elif answer == "break":
            failed = take_over(self._locks, path)
            self.told.emit(failed) if failed else self.save_to(path, document)

    def _write(self, document: Document, path: Path) -> "Written | None":
        from planner.files import scenario_file
        from planner.files.file_error import FileError

        scenario = document.scenario
        if document.path is None and scenario.title in {BASELINE_TITLE, document.title_of_changed}:
            scenario = replace(scenario, title=_stem(path) or scenario.title)
        results, backup = self._results_of(scenario), not self._is_in_use(backup_of(path))
        try:
            written = scenario_file.write(path, scenario, results, backup=backup)
        except FileError as error:
            self.failed.emit(document, sentence_of(error.message))
            return None
        document.edit(self.tr("Name the scenario"), scenario)
        document.mark_saved(path, written.identity)
        return written

    def _is_in_use(self, path: Path) -> bool:
        """Tell whether a file is open here or in another window."""
        return open_here(self._workspace, path) is not None or is_locked(lock_path(path))

    def _results_of(self, scenario: Scenario) -> "Results | None":
        """Return the key figures of the run on screen, if it is a run of this scenario."""
        from planner.files.results import results_of

        if self._shown is None or inputs_of(self._shown.scenario) != inputs_of(scenario):
            return None
        return results_of(self._shown, KPIS)

    def _ask_about_outside(self, document: Document, then: Then | None) -> None:
        """Ask what becomes of a file that somebody else changed or took away."""
        is_gone = document.place.outside == "gone"
        if is_gone:
            text = self.tr("“{name}” was moved or deleted. Save it there again?")
        else:
            text = self.tr(
                "“{name}” was changed by another program since it was opened here. Replace it "
                "with this scenario?"
            )
        subject = _Asked(document, then, _digest_of(document.path))
        box = Question(self._window, "overwriting", text.format(name=document.name), subject)
        box.offer("save_as", self.tr("Save as…"), is_default=True)
        if is_gone:
            box.offer("replace", self.tr("Save there"))
        else:
            box.offer_loss("replace", self.tr("Replace"))
        box.answered.connect(self._on_overwrite_answered)
        box.open()

    def _on_overwrite_answered(self, answer: str, asked: _Asked) -> None:
        path = asked.document.path
        if answer == "save_as":
            self.ask_save_as(asked.document, asked.then)
        elif answer == "replace" and _digest_of(path) != asked.digest:  # another file by now
            self.save(asked.document, asked.then)
        elif answer == "replace" and path is not None and self.save_to(path, asked.document):
            _go_on(asked.then)

    def _on_save_selected(self, name: str) -> None:
        asked, self._asked = self._asked, None
        if asked is not None and self.save_to(Path(name), asked.document):
            _go_on(asked.then)


def _digest_of(path: Path | None) -> str:
    """Return the digest of what a file holds now, empty where there is none."""
    from planner.files.identity import identity_of

    found = None if path is None else identity_of(path)
    return "" if found is None else found.digest


def _go_on(then: Then | None) -> None:
    if then is not None:
        then()


def _proposed(document: Document) -> str:
    """Return the file name a dialog begins with; for a read-only file, that of a copy."""
    if document.path is not None and not document.place.read_only:
        return document.path.name
    from planner.files.names import short_name

    return short_name(document.scenario.title) + SUFFIX


def _stem(path: Path) -> str:
    """Return the name of a file without the endings of scenario files, as a title may be."""
    from planner.files.plain_text import plain_name
    from planner.files.schema import NAME_AT_MOST

    name = path.name
    for ending in (SUFFIX, ".json"):
        name = name.removesuffix(ending)
    return plain_name(name).strip()[:NAME_AT_MOST]
