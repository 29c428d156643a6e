"""Reads a user's file under its lock, in whatever thread; what comes of it is decided elsewhere.

A folder of a sweep is told from a file of ours, and not read here.
"""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.model.scenario import Scenario
from ui.documents.document import Place
from ui.documents.locks import Grant, Locks, lock_path

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened
    from planner.files.session.session import SessionFound
    from planner.storage.sentences.message import Message

SWEEP_FILE: Final = "manifest.json"
_SWEEP: Final = b'"suanli-sweep"'
_BEGINNING: Final = 1000
"""Bytes of a manifest in which it says what it is."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read, and why; of a workbook the `details` are all that is wrong."""

    path: Path
    refusal: "Message"
    details: "tuple[Message, ...]" = ()


@dataclass(frozen=True, slots=True)
class SweepFolder:
    """A folder of a sweep, which is no scenario; `path` is what was to be opened."""

    path: Path

    @property
    def folder(self) -> Path:
        """The folder, also where its manifest was to be opened."""
        return folder_of_sweep(self.path)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is in a file, where its links lead, and what may be done to it.

    A picture, a workbook or a session may hold `others` beside the first scenario; `remarks` say
    what of it does not open, `session` what a session says beside its scenarios, and `places` the
    areas that a picture is about. `grant` is
    what came of asking for its lock, None where that was not needed: it is not to be written
    anyway. `lock_name` is that of the lock's file.
    """

    path: Path
    target: Path
    found: "Opened"
    may_write: bool
    grant: Grant | None
    lock_name: str
    others: "tuple[Opened, ...]" = ()
    remarks: "tuple[Message, ...]" = ()
    colors: tuple[int, ...] = ()
    session: "SessionFound | None" = None
    places: tuple[str, ...] | None = None

    @property
    def read_only_reason(self) -> "Message | None":
        """Why the file is never to be written, whoever may; None where it may be."""
        return (self.session or self.found).read_only_reason

    def place(self, reason: str = "") -> Place:
        """Return where what was read stands; with a reason it is not to be written."""
        is_session = self.session is not None
        identity = self.found.identity
        return Place(self.path, identity, reason, target=self.target, in_session=is_session)


Read = Reading | Unread | SweepFolder
"""What comes of reading whatever was named."""


@cache
def load_reader() -> None:
    """Load all that reading a file takes, once and before anybody waits for a disk."""
    from planner.files.scenario.scenario_file import from_bytes, to_bytes

    from_bytes(to_bytes(Scenario()), "")


def folder_of_sweep(path: Path) -> Path:
    """Return the folder of a sweep, which may be named by its manifest."""
    return path.parent if path.name == SWEEP_FILE else path


def is_sweep(path: Path) -> bool:
    """Tell whether a path names a sweep: its folder, or the manifest in it."""
    file = path / SWEEP_FILE if path.is_dir() else path
    if file.name != SWEEP_FILE:
        return False
    try:
        with file.open("rb") as opened:
            return _SWEEP in opened.read(_BEGINNING)
    except OSError:
        return False


def read_file(path: Path, locks: Locks, key: str) -> Read:
    """Read a file, and take its lock under `key` where it may be written."""
    from planner.files.imports.any_file import open_any
    from planner.storage.sentences.file_error import FileError

    if is_sweep(path):
        return SweepFolder(path)
    try:
        listed = open_any(path)
    except FileError as error:
        return Unread(path, error.message, error.details)
    found, *others = listed.opened
    target = Path(os.path.realpath(path))
    may_write = os.access(path, os.W_OK)
    reason = (listed.session or found).read_only_reason
    is_for_writing = may_write and reason is None and not found.is_picture
    return Reading(
        path,
        target,
        found,
        may_write,
        locks.take(key, path) if is_for_writing else None,
        lock_path(target).name,
        tuple(others),
        listed.remarks,
        listed.colors,
        listed.session,
        listed.places,
    )


def take_over(path: Path, locks: Locks) -> "Message | None":
    """Clear away the lock of a file on a user's word; return why it stays, None if it is gone."""
    from planner.storage.sentences.file_error import cause

    try:
        locks.break_open(path)
    except OSError as error:
        return cause(error)
    return None
