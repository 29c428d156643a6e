"""What the window remembers from day to day: its place, its views, the files opened last.

A JSON file of our own in the state folder, never the registry, written whole or not at all. Several
windows share it: each writes only what was changed in it, into what the others have written. A
file that cannot be read counts as empty: nothing in it is worth a question at the start.
"""

import json
import logging
import os
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject

from planner.storage.opening import read_bytes
from planner.storage.places import state_folder
from planner.storage.sentences.file_error import FileError
from ui.process.state.private import make_private_folder
from ui.process.state.turns import turn_at

LOG = logging.getLogger(__name__)

FILE_NAME: Final = "window.json"
_NAMES_AT_MOST: Final = 24
"""More than are shown: some may be gone for a while, with the disk that they are on."""
_LARGEST: Final = 1_000_000

Kept = str | bool | list[str]


class Settings(QObject):
    """Typed access to the few values that are kept."""

    def __init__(self, parent: QObject | None = None, path: Path | None = None) -> None:
        super().__init__(parent)
        self._path = path or state_folder() / FILE_NAME
        self._values = _read(self._path)
        self._changed: dict[str, Kept] = {}
        self._opened: list[str] = []

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        found = self._values.get(key)
        return found if isinstance(found, str) else default

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a yes or no."""
        found = self._values.get(key)
        return found if isinstance(found, bool) else default

    def state(self, key: str) -> QByteArray:
        """Return the state of a widget as Qt saved it; empty when there is none."""
        try:
            return QByteArray(b64decode(self.text(key), validate=True))
        except (Base64Error, ValueError):
            return QByteArray()

    def keep(self, key: str, value: str | bool | QByteArray) -> None:
        """Remember a value."""
        kept = b64encode(value.data()).decode("ascii") if isinstance(value, QByteArray) else value
        if self._values.get(key) != kept:
            self._values[key] = self._changed[key] = kept

    def sync(self) -> None:
        """Write what is not yet written; what cannot be written is told to the log alone."""
        if not self._changed and not self._opened:
            return
        try:
            make_private_folder(self._path.parent)
            with turn_at(self._path):
                self._write()
        except (FileError, OSError) as error:
            LOG.warning("the settings are not kept: %s", error)

    def _write(self) -> None:
        """Put what this window changed into what is kept by now."""
        from planner.storage.atomic import write_atomically

        kept = {**_read(self._path), **self._changed}
        kept["recent"] = recent = _with_opened(kept.get("recent"), self._opened)
        text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomically(self._path, text.encode("utf-8", errors="backslashreplace"), private=True)
        self._values["recent"] = recent
        self._changed.clear()
        self._opened.clear()

    def folders(self) -> tuple[Path, ...]:
        """Return the folders a save may have been killed in: our own, and those of recent files."""
        return tuple(dict.fromkeys((self._path.parent, *(p.parent for p in self.recent_files()))))

    def recent_files(self) -> list[Path]:
        """Return the files opened last, newest first, whether they are still there or not."""
        found = self._values.get("recent")
        return list(map(Path, found)) if isinstance(found, list) else []

    def keep_recent(self, path: Path) -> None:
        """Put a file on top of the files opened last, and write that down at once."""
        self._opened.append(str(path.absolute()))
        self._values["recent"] = _with_opened(self._values.get("recent"), self._opened)
        self.sync()


def _with_opened(recent: Kept | None, opened: list[str]) -> list[str]:
    """Return names newest first; `opened` are the newest, the last one above all."""
    others = recent if isinstance(recent, list) else []
    return list(dict.fromkeys((*reversed(opened), *others)))[:_NAMES_AT_MOST]


def _read(path: Path) -> dict[str, Kept]:
    """Return what is kept; values of other types than ours are left out."""
    try:
        found = json.loads(read_bytes(path, _LARGEST).decode())
    except (FileError, ValueError, RecursionError):
        return {}
    values = found if isinstance(found, dict) else {}
    kept = {key: _ours(value) for key, value in values.items()}
    return {key: value for key, value in kept.items() if value is not None}


def _ours(value: object) -> Kept | None:
    """Return what we keep values as, None for anything else; of names those that can be paths."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, str) and _is_askable(each, path=True)]
    if isinstance(value, str):
        return value if _is_askable(value) else None
    return value if isinstance(value, bool) else None


def _is_askable(text: str, *, path: bool = False) -> bool:
    """Tell whether the system can be asked about a text, and whether it is a whole path."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return "\0" not in text and (not path or Path(text).is_absolute())
