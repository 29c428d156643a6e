"""Sees what others do to the files of open documents: change, replace, move or delete them.

Every file is looked at again and again, off the GUI thread: that sees a folder that is moved away
and what other computers do on a share, and it cannot block. A file that looks as it did is not
read again. Nothing is read into a document here: its place says what happened, and the user
decides.
"""

import os
import stat
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from ui.documents.document import Document, Outside, Place
from ui.documents.workspace import Workspace
from ui.engine.file_tasks import FileTasks

if TYPE_CHECKING:
    from planner.storage.identity import Identity
    from ui.engine.file_threads import FileTask

EVERY_MS: Final = 300

Look = tuple[int, int, int, int, int]
"""What a file looks like from outside: device, number, size, and when content and state changed."""
Seen = tuple[Place, Look | None]


class FileWatch(QObject):
    """Keeps the places of all documents true; a document tells by `place_changed`."""

    def __init__(self, workspace: Workspace, tasks: FileTasks) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._tasks = tasks
        self._asked: dict[Document, FileTask[Seen]] = {}
        self._seen: dict[Document, Seen] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._ask)
        workspace.listed.connect(self._arm)
        workspace.closing.connect(self._on_closing)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def check(self) -> None:
        """Look at every file now; what is seen at once is told at once."""
        self._ask()
        self._tasks.settle(*self._asked.values())

    def _arm(self) -> None:
        """Look while there is a file to look at."""
        has_files = any(each.path for each in self._workspace.documents)
        if has_files != self._timer.isActive():
            self._timer.start() if has_files else self._timer.stop()

    def _ask(self) -> None:
        """Look at each file, unless the last look has not ended yet, as on a share that hangs."""
        for document in self._workspace.documents:
            place = document.place
            if document in self._asked or place.path is None or place.identity is None:
                continue
            before = self._seen.get(document)
            work = partial(seen, place, before[1] if before and before[0] == place else None)
            then = partial(self._on_seen, document, place)
            self._asked[document] = self._tasks.ask(place.path, work, then)

    def _on_seen(self, document: Document, asked: Place, found: Seen) -> None:
        """Take note of what was seen, unless the document was saved or moved meanwhile."""
        self._asked.pop(document, None)
        if document in self._workspace.documents and document.place is asked:
            self._seen[document] = found
            document.move(found[0])

    def _on_closing(self, document: Document) -> None:
        self._seen.pop(document, None)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.check()


def seen(place: Place, before: Look | None = None) -> Seen:
    """Return a place with what has happened to its file, and what that looks like.

    A file with the same content is the same file, whatever its date says; one that looks as
    before is not read.
    """
    from planner.storage.sentences.file_error import cause

    if place.path is None or place.identity is None:
        return place, None
    try:
        found = place.path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return _with(place, "gone"), None
    except OSError as error:
        return replace(place, outside="unreachable", cause=cause(error)), None
    look = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    if look == before:
        return place, look
    return _read(place, place.path, place.identity, found), look


def _read(place: Place, path: Path, identity: "Identity", found: os.stat_result) -> Place:
    """Return a place with what its file holds now."""
    from planner.storage.identity import read_identity
    from planner.storage.sentences.file_error import FileError

    if not stat.S_ISREG(found.st_mode):
        return _with(place, "changed")
    try:
        now = read_identity(path)
    except FileError as error:
        return replace(place, outside="unreachable", cause=error.reason)
    if not now.is_same(identity):
        return _with(place, "changed")
    kept: Outside = "kept" if place.outside == "kept" else ""
    target = Path(os.path.realpath(path))
    return replace(place, identity=now, outside=kept, cause=None, target=target)


def _with(place: Place, outside: Outside) -> Place:
    """Return a place to whose file something was done."""
    if outside == "gone" and place.outside == "kept":
        return place
    return replace(place, outside=outside, cause=None)
