"""Puts kept work back on screen, on its file where that can be written.

A file whose disk does not answer holds nothing up: its scenario comes back at once, and what is
found out about the file later is noted then.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.session.session_file import is_named_as_session, is_session
from planner.storage.identity import Identity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.files.already_open import open_here
from ui.documents.document import Document, Place
from ui.documents.locks import Locks
from ui.documents.recovery import Entry
from ui.documents.watch import seen
from ui.documents.workspace import Workspace
from ui.engine.file_tasks import FileTasks
from ui.process.there import folder_is_there
from ui.views.bars.document_bars import DocumentBars

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened


class Restoring:
    """What becomes of entries once somebody wants them back."""

    def __init__(
        self,
        workspace: Workspace,
        locks: Locks,
        tasks: FileTasks,
        bars: DocumentBars,
        open_path: Callable[[Path], object],
    ) -> None:
        self._open_path = open_path
        self._workspace = workspace
        self._locks = locks
        self._tasks = tasks
        self._bars = bars

    def are_saved(self, entries: Sequence[Entry]) -> list[bool]:
        """Tell of which entries a file holds all: the program died right after a save."""
        asked = [
            None if one.path is None else self._tasks.ask(one.path, partial(_is_saved, one))
            for one in entries
        ]
        self._tasks.settle(*(task for task in asked if task is not None))
        return [task is not None and task.is_done and task.result() for task in asked]

    def restore(self, entry: Entry) -> Document:
        """Open the scenario of an entry; one whose file is open as it was goes in there."""
        if entry.path is not None and is_named_as_session(entry.path):
            return self._restore_in_session(entry, entry.path)
        already = None if entry.path is None else open_here(self._workspace, entry.path)
        if already is not None and not already.is_dirty and _is_of(entry, already):
            already.edit(lambda: translate("Restoring", "Recover"), entry.scenario)
            return already
        document = self._workspace.open()
        if entry.path is None or already is not None:
            self._put(document, entry, Place())
        else:
            place = Place(entry.path, _as_kept(entry))
            self._put(document, entry, place)
            work = partial(_place, entry, place, self._locks, document.key)
            then = partial(self._on_found, document, entry)
            self._tasks.settle(self._tasks.ask(entry.path, work, then))
        return document

    def _restore_in_session(self, entry: Entry, path: Path) -> Document:
        """Open the session of an entry, and let its scenario have the work that was not saved.

        Where the session does not open, or holds that scenario no more, the work is in no file.
        """
        if not any(each.path == path for each in self._workspace.documents):
            self._open_path(path)
        for document in self._workspace.documents:
            if document.path == path and document.scenario == document.saved == entry.saved:
                document.edit(lambda: translate("Restoring", "Recover"), entry.scenario)
                return document
        document = self._workspace.open()
        self._put(document, entry, Place())
        return document

    def _put(self, document: Document, entry: Entry, place: Place) -> None:
        document.restore(entry.scenario, entry.saved, place)
        if entry.path is not None and place.path is None:
            self._say_without_file(document, entry)

    def _on_found(self, document: Document, entry: Entry, found: tuple[Place, bool]) -> None:
        """Take note of where a document can be saved, unless it was put elsewhere meanwhile."""
        place, is_saved = found
        if document.path != entry.path:
            return
        if place.path is None:
            document.move(place)
            self._say_without_file(document, entry)
        elif is_saved:
            document.mark_saved(
                place.path, place.identity, scenario=entry.scenario, target=place.target
            )
        else:
            document.move(place)

    def _say_without_file(self, document: Document, entry: Entry) -> None:
        if entry.path is not None:
            text = translate(
                "Restoring", "“{name}” cannot be written to now; this is a scenario without a file."
            )
            self._bars.remark(document, "remark", text.format(name=shown_path(entry.path.name)))


def _place(entry: Entry, place: Place, locks: Locks, key: str) -> tuple[Place, bool]:
    """Return where an entry can be saved, under a lock, and whether its file holds it already."""
    path = place.path
    if path is not None and is_session(path):  # never to be replaced by one scenario
        return Place(), False
    if path is None or not folder_is_there(path.parent) or locks.take(key, path).is_refused:
        return Place(), False
    found = _in_file(entry)
    identity = place.identity if found is None else found.identity
    return seen(Place(path, identity))[0], found is not None


def _is_saved(entry: Entry) -> bool:
    return not entry.typed and _in_file(entry) is not None


def _as_kept(entry: Entry) -> Identity:
    """Return what the file was as the entry knew it."""
    return Identity(0, 0, 0, 0, entry.digest)


def _in_file(entry: Entry) -> "Opened | None":
    """Return what is in the file of an entry if that is the same scenario."""
    from planner.files.imports.any_file import open_any
    from planner.storage.sentences.file_error import FileError

    if entry.path is None:
        return None
    try:
        opened = open_any(entry.path).opened
    except FileError:
        return None
    is_here = (each for each in opened if each.scenario == entry.scenario and not each.is_picture)
    return next(is_here, None)


def _is_of(entry: Entry, document: Document) -> bool:
    """Tell whether a document was read from the file as the entry knew it."""
    identity = document.place.identity
    return identity is not None and identity.digest == entry.digest
