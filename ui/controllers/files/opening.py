"""Opening scenarios: dialogs, what is dropped, files that others hold open.

No dialog blocks: each opens and reports back. Files are read in threads, and one whose disk does
not answer opens when it does. A file that cannot be read gives one sentence, and what is open stays
as it is. What was read is put on screen in `shown`, saving is done in `saving`, closing by a
`CloseController`. Floor: controllers.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.model.scenario import Scenario
from planner.quantities.listed import listed
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.files.already_open import open_here
from ui.controllers.files.format_filters import filters_of_open
from ui.controllers.files.lock_words import not_taken_over, reason_of_lock, who_has
from ui.controllers.files.near import folder_near
from ui.controllers.files.read_only_words import reason_not_to_write
from ui.controllers.files.shown.examples import Examples
from ui.controllers.files.shown.pictures import Pictures
from ui.controllers.files.shown.showing import Showing
from ui.documents.document import Document, Place
from ui.documents.locks import Grant, Locks
from ui.documents.reading import Read, Reading, Unread, load_reader, read_file, take_over
from ui.documents.sessions.open_sessions import OpenSessions
from ui.documents.workspace import Workspace
from ui.engine.file_tasks import FileTasks, Wait
from ui.engine.file_threads import FileTask
from ui.process.state.settings import Settings
from ui.widgets.files.dialogs import opening_dialog
from ui.widgets.files.paths import chosen_path
from ui.widgets.question import Question
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.storage.identity import Identity
    from planner.storage.sentences.message import Message

TOLD_AT_MOST: Final = 4
LAST_WAIT: Final = 0.5
"""How long the end of the program waits for locks to be given back, in seconds."""


class Files(QObject):
    """What opens scenarios; each opened file is a document of its own.

    `opened` carries the document and what its file says of itself; `remarked` a document and a
    sentence about it, empty when there is none any more. `sheet_read` carries what was read of a
    workbook, or all that is wrong with one; `places_read` the areas that a picture is about;
    `session_read` what was read of a session, its place and the key of its lock,
    `session_reloaded` the document that asked, `session_again` a file, `sweep_read` a folder.
    """

    told = Signal(str)
    done = Signal(str)
    opened = Signal(object, object)
    remarked = Signal(object, str)
    sheet_read = Signal(object)
    places_read = Signal(object)
    session_read = Signal(object, object, str)
    session_reloaded = Signal(object, object)
    session_again = Signal(object)
    sweep_read = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        sessions: OpenSessions,
        locks: Locks,
        settings: Settings,
        tasks: FileTasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._sessions = sessions
        self._locks = locks
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self._reading: dict[Path, str] = {}
        self._refused: list[str] = []
        self._showing = Showing(workspace, self)
        self._examples = Examples(workspace, self._showing)
        self._pictures = Pictures(workspace, settings, self._showing)
        self._pass_on()
        workspace.closing.connect(self._on_closing)

    def new(self) -> None:
        """Begin a scenario: the baseline under a title of its own."""
        self._workspace.begin()

    def ask_open(self) -> None:
        """Ask which files to open."""
        title = translate("Files", "Open a scenario")
        dialog = opening_dialog(self._window, title, self.folder(), filters_of_open(), several=True)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # the endings have no room
        dialog.filesSelected.connect(self._on_open_selected)
        dialog.open()

    def folder(self) -> str:
        """Return the folder a file dialog begins in."""
        return folder_near(self._workspace, self._settings, self._tasks)

    def open_path(self, path: Path) -> bool:
        """Open a file beside what is open; tell whether it is on screen now.

        One that is open here already comes to the front; one that another window writes to leads
        to a question.
        """
        self.open_all([path])
        return open_here(self._workspace, path) is self._workspace.current

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open files one beside the other; what cannot be opened is told after the last one."""
        asked = [self._ask_to_open(path) for path in paths]
        self._tasks.settle(*(task for task in asked if task is not None))
        self._tell_refused()

    def open_dropped(self, addresses: Sequence[str]) -> None:
        """Open the files that were dropped on the window."""
        from planner.storage.address import path_of
        from planner.storage.sentences.file_error import FileError

        paths = []
        for address in addresses:
            try:
                paths.append(path_of(address))
            except FileError as error:
                self._refused.append(sentence_of(error.message))
        self.open_all(paths)

    def reload(self, document: Document) -> None:
        """Take over what a document's file holds now, as one step that can be undone."""
        path = document.path
        if path is not None:
            then = partial(self._on_reloaded, document, document.scenario)
            self._tasks.settle(self._ask_to_read(path, document.key, then))

    def keep(self, document: Document) -> None:
        """Choose a document over what others have made of its file: Save replaces that."""
        from planner.storage.identity import identity_of

        path = document.path
        if path is not None:
            then = partial(self._on_kept, document, path)
            self._tasks.settle(self._tasks.ask(path, partial(identity_of, path), then))

    def open_example(self, path: Path) -> bool:
        """Open an example, a file of our own; tell whether it is on screen now."""
        return self._examples.open(path)

    def sweep(self) -> None:
        """Clear away what killed saves left beside the files we know."""
        from planner.storage.leftovers import sweep

        for folder in self._settings.folders():
            self._tasks.ask(folder, partial(sweep, [folder]))

    def close(self) -> None:
        """Give back all locks, those of a share that hangs to the end of the process."""
        held = self._locks.held()
        release = self._locks.release
        asked = [self._tasks.ask(at, partial(release, key)) for key, at in held.items()]
        self._tasks.settle(*asked, within=LAST_WAIT)

    def _pass_on(self) -> None:
        """Let those who hear us hear what was put on screen."""
        for part in (self._showing, self._examples, self._pictures):
            part.done.connect(self.done)
        self._showing.opened.connect(self.opened)
        self._examples.told.connect(self.told)
        self._pictures.places_read.connect(self.places_read)

    def _ask_to_open(self, path: Path) -> FileTask[Read] | None:
        """Begin to read a file, unless it is open here or being read."""
        already = open_here(self._workspace, path)
        if self._sessions.at(path) is not None:
            self.session_again.emit(path)
            return None
        if already is not None:
            self._workspace.switch(already)
            return None
        if path in self._reading:
            return None
        key = self._reading[path] = f"opening-{uuid4().hex}"
        return self._ask_to_read(path, key, partial(self._on_read, key))

    def _ask_to_read(self, path: Path, key: str, then: Callable[[Read], None]) -> FileTask[Read]:
        """Read a file in a thread, and say what is waited for if that takes long."""
        load_reader()
        text = translate("Files", "Waiting for “{name}”: its disk does not answer.")
        wait = Wait(text.format(name=shown_path(path.name)), partial(self._give_up, path))
        work = partial(read_file, path, self._locks, key)
        return self._tasks.ask(path, work, then, wait)

    def _give_up(self, path: Path) -> None:
        """Wait no longer for a file; what is read of it later is not shown."""
        self._reading.pop(path, None)
        self._tell_refused()

    def _on_read(self, key: str, reading: Read) -> None:
        if self._reading.get(reading.path) != key:
            self._release(key, reading.path)
            return
        del self._reading[reading.path]
        match reading:
            case Unread() if reading.details:
                self.sheet_read.emit(reading)
            case Unread():
                self._refused.append(sentence_of(reading.refusal))
            case Reading():
                self._show_read(key, reading)
            case _:
                self.sweep_read.emit(reading.folder)
        self._tell_refused()

    def _show_read(self, key: str, reading: Reading) -> None:
        """Show what was read, as far as it may be written; ask where somebody else has it."""
        already = open_here(self._workspace, reading.path, reading.target, reading.found.identity)
        if already is not None:
            self._release(key, reading.path)
            self._workspace.switch(already)
        elif reading.found.is_workbook:
            self.sheet_read.emit(reading)
        elif reading.found.is_picture:
            self._pictures.open(reading)
            self._refused += map(sentence_of, reading.remarks)
        elif reading.grant is None:
            self._open(reading, reading.place(reason_not_to_write(reading)))
        elif reading.grant.is_refused:
            self._ask_about_taken(reading, reading.grant)
        else:
            self._open_to_write(key, reading, reading.grant)

    def _open_to_write(self, key: str, reading: Reading, grant: Grant) -> None:
        document = self._open(reading, reading.place(), key)
        if reading.session is None:
            self._locks.hand_over(key, document.key)
        if grant.state == "impossible":
            text = translate(
                "Files", "No lock can be made beside {name}: others could write to it as well."
            )
            self.remarked.emit(document, text.format(name=shown_path(reading.path.name)))

    def _open(self, reading: Reading, place: Place, key: str = "") -> Document:
        if reading.session is not None:
            self.session_read.emit(reading, place, key)
            self._settings.keep_recent(reading.path)
            return self._workspace.current
        document = self._showing.show(reading.path, reading.found, place)
        self._settings.keep_recent(reading.path)
        return document

    def _on_reloaded(self, document: Document, asked: Scenario, reading: Read) -> None:
        """Take over what was read, unless somebody has worked on while it was waited for."""
        if document.path != reading.path or document.scenario is not asked:
            return
        match reading:
            case Unread():
                self.remarked.emit(document, sentence_of(reading.refusal))
            case Reading() if reading.session is not None:
                self.session_reloaded.emit(document, reading)
            case Reading():
                self.remarked.emit(document, "")
                document.edit(lambda: translate("Files", "Reload"), reading.found.scenario)
                document.mark_saved(reading.path, reading.found.identity)
                document.move(self._place_of_reloaded(document, reading))
                self.opened.emit(document, reading.found)
                self._pictures.open_beside(document, reading)
                self._refused += map(sentence_of, reading.remarks)
                self._tell_refused()

    def _place_of_reloaded(self, document: Document, reading: Reading) -> Place:
        """Return the place of a document that has taken over what its file holds now.

        What may not be written stays so; a picture that took the file's name is no place to save.
        """
        if reading.found.is_picture:
            self._release(document.key, reading.path)
            return Place()
        reason = reason_not_to_write(reading)
        if not reason and reading.grant is not None:
            reason = reason_of_lock(reading.grant)
        return reading.place(reason)

    def _on_kept(self, document: Document, path: Path, found: "Identity | None") -> None:
        place = document.place
        if place.path == path:
            document.move(replace(place, identity=found or place.identity, outside="kept"))

    def _release(self, key: str, path: Path) -> None:
        """Give back the lock of a file that is not shown after all."""
        self._tasks.settle(self._tasks.ask(path, partial(self._locks.release, key)))

    def _tell_refused(self) -> None:
        """Say what could not be opened, one sentence a line, once nothing is waited for."""
        if self._refused and not self._reading:
            refused, self._refused = self._refused, []
            self.told.emit(listed(refused, "\n", TOLD_AT_MOST))

    def _ask_about_taken(self, reading: Reading, grant: Grant) -> None:
        text = who_has(reading.path, grant, reading.lock_name)
        box = Question(self._window, "taken", text, (reading, grant))
        box.offer("copy", translate("Files", "Open a copy"))
        box.offer("read_only", translate("Files", "Open read-only"), is_default=True)
        if grant.can_be_broken:
            box.offer_loss("break", translate("Files", "Take over"))
        box.answered.connect(self._on_taken_answered)
        box.open()

    def _on_closing(self, document: Document) -> None:
        if document.path is not None:
            self._release(document.key, document.path)

    def _on_open_selected(self, names: list[str]) -> None:
        self.open_all(list(map(chosen_path, names)))

    def _on_taken_answered(self, answer: str, subject: tuple[Reading, Grant]) -> None:
        reading, grant = subject
        if answer == "copy":
            self._open(reading, Place())
        elif answer == "read_only":
            self._open(reading, reading.place(reason_of_lock(grant)))
        elif answer == "break":
            path = reading.path
            work, then = partial(take_over, path, self._locks), partial(self._on_taken_over, path)
            self._tasks.settle(self._tasks.ask(path, work, then))

    def _on_taken_over(self, path: Path, why: "Message | None") -> None:
        if why is None:
            self.open_path(path)
        else:
            self.told.emit(not_taken_over(path, why))
