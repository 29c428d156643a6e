"""Sees what others do to the files of open documents: change, replace, move or delete them.

The watch is on each file and on its folder, since a file that is replaced is another one. What a
file is gets compared with what it was when we last saw it; our own saving is seen by us. Nothing
is read into a document here: its place says what happened, and the user decides.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from ui.document import Document, Outside, Place
from ui.there import is_there
from ui.workspace import Workspace

SETTLES_AFTER_MS: Final = 120


class FileWatch(QObject):
    """Keeps the places of all documents true; a document tells by `place_changed`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLES_AFTER_MS)
        self._soon.timeout.connect(self.check)
        workspace.listed.connect(self.arm)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def arm(self) -> None:
        """Watch the files of the open documents and no others."""
        wanted = {text for each in self._workspace.documents for text in _watched(each.path)}
        if self._watcher is None and not wanted:
            return
        watcher = self._watcher or self._made()
        watched = {*watcher.files(), *watcher.directories()}
        if watched - wanted:
            watcher.removePaths(sorted(watched - wanted))
        missing = [text for text in sorted(wanted - watched) if is_there(Path(text))]
        if missing:
            watcher.addPaths(missing)

    def check(self) -> None:
        """Look at every file, and watch again what was replaced."""
        for document in self._workspace.documents:
            look_at(document)
        self.arm()

    def _made(self) -> QFileSystemWatcher:
        watcher = self._watcher = QFileSystemWatcher(self)
        watcher.fileChanged.connect(self._on_touched)
        watcher.directoryChanged.connect(self._on_touched)
        return watcher

    def _on_touched(self, path: str) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.check()


def look_at(document: Document) -> Place:
    """Compare a document's file with what it was; return and take note of its place."""
    document.move(seen(document.place))
    return document.place


def seen(place: Place) -> Place:
    """Return a place with what has happened to its file.

    A file with the same content is the same file, whatever its date says.
    """
    from planner.files.identity import identity_of

    if place.path is None or place.identity is None:
        return place
    found = identity_of(place.path)
    kept: Outside = "kept" if place.outside == "kept" else ""
    if found is None and not os.path.lexists(place.path):
        return replace(place, outside=kept or "gone")
    if found is None:  # something is there that cannot be read
        return replace(place, outside="changed")
    if found.digest == place.identity.digest:
        return replace(place, identity=found, outside=kept)
    return replace(place, outside="changed")


def _watched(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    target = os.path.realpath(path)
    return tuple(dict.fromkeys((target, os.path.dirname(target), str(path.absolute().parent))))  # noqa: PTH120
