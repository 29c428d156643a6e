"""Opening scenarios: dialogs, recent files, examples, pictures, files that others hold open.

No dialog blocks: each opens and reports back. A file that cannot be read gives one sentence, and
what is open stays as it is. Saving is done in `saving`, closing in `leaving`.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.document import Document, Place
from ui.locks import Grant, Locks, lock_path
from ui.settings import Settings
from ui.translate import sentence_of
from ui.widgets.question import Question
from ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.files.scenario_file import Opened

SUFFIX: Final = ".scenario.json"


class Files(QObject):
    """What opens scenarios; each opened file is a document of its own.

    `opened` carries the document and what its file says of itself; `remarked` a document and a
    sentence about it.
    """

    told = Signal(str)
    done = Signal(str)
    opened = Signal(object, object)
    remarked = Signal(object, str)

    def __init__(
        self, workspace: Workspace, locks: Locks, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._locks = locks
        self._settings = settings
        self._window = window
        self._refused: list[str] = []
        workspace.closing.connect(self._on_closing)

    def new(self) -> None:
        """Open a baseline to start from."""
        self._workspace.open()

    def ask_open(self) -> None:
        """Ask which file to open."""
        title = self._window.tr("Open a scenario")
        dialog = QFileDialog(self._window, title, folder_near(self._workspace, self._settings))
        dialog.setNameFilters(self._filters())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_open_selected)
        dialog.open()

    def open_path(self, path: Path) -> bool:
        """Open a file beside what is open; tell whether it is on screen now.

        One that is open here already comes to the front; one that another window writes to leads
        to a question.
        """
        is_open = self._open_path(path)
        self._tell_refused()
        return is_open

    def _open_path(self, path: Path) -> bool:
        already = open_here(self._workspace, path)
        if already is not None:
            self._workspace.switch(already)
            return True
        found = self._read(path)
        if found is None:
            return False
        if found.is_picture:
            return self._open_copy(path, found)
        reason = self._reason_not_to_write(path, found)
        if reason:
            return self._open(path, found, Place(path, found.identity, reason))
        return self._open_to_write(path, found)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open files one beside the other; what cannot be opened is told after the last one."""
        for path in paths:
            self._open_path(path)
        self._tell_refused()

    def open_dropped(self, addresses: Sequence[str]) -> None:
        """Open the files that were dropped on the window."""
        from planner.files.address import path_of
        from planner.files.file_error import FileError

        paths = []
        for address in addresses:
            try:
                paths.append(path_of(address))
            except FileError as error:
                self._refused.append(sentence_of(error.message))
        self.open_all(paths)

    def place_of_reloaded(self, document: Document, path: Path, found: "Opened") -> Place:
        """Return the place of a document that has taken over what its file holds now.

        What may not be written stays so; a picture that took the file's name is no place to save.
        """
        if found.is_picture:
            self._locks.release(document.key)
            return Place()
        reason = self._reason_not_to_write(path, found)
        if not reason:
            reason = reason_of_lock(self._locks.take(document.key, path))
        return Place(path, found.identity, reason)

    def open_example(self, path: Path) -> bool:
        """Open an example as a new scenario without a file."""
        found = self._read(path)
        if found is None:
            self._tell_refused()
            return False
        self._show(path, found, Place())
        return True

    def _tell_refused(self) -> None:
        """Say what could not be opened, one sentence a line: each says it of its own file."""
        refused, self._refused = self._refused, []
        if refused:
            self.told.emit("\n".join(refused))

    def _read(self, path: Path) -> "Opened | None":
        from planner.files import scenario_file
        from planner.files.file_error import FileError

        try:
            return scenario_file.open_file(path)
        except FileError as error:
            self._refused.append(sentence_of(error.message))
            return None

    def _open_to_write(self, path: Path, found: "Opened") -> bool:
        """Open a file under a lock, unless somebody else has it: then ask."""
        key = "opening"
        grant = self._locks.take(key, path)
        if reason_of_lock(grant):
            self._ask_about_taken(path, found, grant)
            return False
        document = self._show(path, found, Place(path, found.identity))
        self._locks.hand_over(key, document.key)
        self._settings.keep_recent(path)
        if grant.state == "impossible":
            text = self.tr("No lock can be made beside {name}: others could write to it as well.")
            self.remarked.emit(document, text.format(name=path.name))
        return True

    def _open(self, path: Path, found: "Opened", place: Place) -> bool:
        self._show(path, found, place)
        self._settings.keep_recent(path)
        return True

    def _open_copy(self, path: Path, found: "Opened") -> bool:
        return self._open(path, found, Place())

    def _show(self, path: Path, found: "Opened", place: Place) -> Document:
        document = self._workspace.open(found.scenario, place)
        text = self.tr("Opened {name}")
        if found.is_picture:
            text = self.tr("Opened the scenario that drew {name}; saving makes a file of it")
        elif found.changes:
            text = self.tr("Opened {name} (format {version}); new in what is saved: {changes}")
        changes = ", ".join(map(sentence_of, found.changes))
        self.done.emit(text.format(name=path.name, version=found.version, changes=changes))
        self.opened.emit(document, found)
        return document

    def _reason_not_to_write(self, path: Path, found: "Opened") -> str:
        """Return why a file must stay as it is, empty if it may be written."""
        if found.read_only_reason is not None:
            return self._reason_of_newer(found)
        if not os.access(path, os.W_OK):
            return self.tr("the file may not be written")
        return ""

    def _reason_of_newer(self, found: "Opened") -> str:
        reason = sentence_of(found.read_only_reason) if found.read_only_reason else ""
        if not found.left_out:
            return reason
        text = self.tr("{reason}. A copy leaves out what is unknown here: {names}")
        return text.format(reason=reason, names=", ".join(found.left_out))

    def _ask_about_taken(self, path: Path, found: "Opened", grant: Grant) -> None:
        box = Question(self._window, "taken", who_has(path, grant), (path, found, grant))
        box.offer("copy", self.tr("Open a copy"))
        box.offer("read_only", self.tr("Open read-only"), is_default=True)
        if grant.can_be_broken:
            box.offer_loss("break", self.tr("Take over"))
        box.answered.connect(self._on_taken_answered)
        box.open()

    def _filters(self) -> list[str]:
        both = self.tr("Scenarios and charts ({patterns})").format(patterns=f"*{SUFFIX} *.png")
        return [both, self.tr("All files (*)")]

    def _on_closing(self, document: Document) -> None:
        self._locks.release(document.key)

    def _on_open_selected(self, name: str) -> None:
        self.open_path(Path(name))

    def _on_taken_answered(self, answer: str, subject: "tuple[Path, Opened, Grant]") -> None:
        path, found, grant = subject
        if answer == "copy":
            self._open_copy(path, found)
        elif answer == "read_only":
            self._open(path, found, Place(path, found.identity, reason_of_lock(grant)))
        elif answer == "break":
            failed = take_over(self._locks, path)
            self.told.emit(failed) if failed else self._open_to_write(path, found)


def who_has(path: Path, grant: Grant) -> str:
    """Say who or what keeps the lock of a file from us."""
    if grant.state == "strange":
        text = QCoreApplication.translate(
            "Files",
            "“{name}” cannot be locked: “{lock}” beside it is no lock of Suanli. Taking over "
            "clears that away.",
        )
    elif grant.host:
        text = QCoreApplication.translate(
            "Files",
            "“{name}” is open on another computer, {host}. Take it over only if Suanli does not "
            "run there any more.",
        )
    else:
        text = QCoreApplication.translate("Files", "“{name}” is open in another window of Suanli.")
    return text.format(name=path.name, host=grant.host, lock=lock_path(path).name)


def reason_of_lock(grant: Grant) -> str:
    """Return why a file may not be written after asking for its lock, empty if it may."""
    if grant.state == "strange":
        return QCoreApplication.translate("Files", "its lock cannot be taken")
    if grant.state == "taken":
        return QCoreApplication.translate("Files", "another window writes to it")
    return ""


def take_over(locks: Locks, path: Path) -> str:
    """Clear away the lock of a file on a user's word; return why not, empty if it is done."""
    from planner.files.file_error import cause, shown_path

    try:
        locks.break_open(path)
    except OSError as error:
        text = QCoreApplication.translate("Files", "“{name}” cannot be taken over: {why}")
        return text.format(name=shown_path(path.name), why=sentence_of(cause(error)))
    return ""


def open_here(workspace: Workspace, path: Path) -> Document | None:
    """Return the document of a file that is open in this window, None if there is none."""
    target = os.path.realpath(path)
    for document in workspace.documents:
        if document.path is not None and os.path.realpath(document.path) == target:
            return document
    return None


def folder_near(workspace: Workspace, settings: Settings) -> str:
    """Return the folder a file dialog begins in: that of the document, or of the last one."""
    recent = settings.recent_files()
    near = workspace.current.path or (recent[0] if recent else None)
    return str(near.parent if near else Path.home())
