"""What the window remembers from day to day: its place, its views, the files opened last.

A JSON file of our own in the state folder, never the registry, written whole or not at all. A file
that cannot be read counts as empty: nothing in it is worth a question at the start.
"""

import json
import logging
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QByteArray, QObject

from planner.places import state_folder
from ui.there import file_is_there

LOG = logging.getLogger(__name__)

RECENT_AT_MOST: Final = 8
FILE_NAME: Final = "window.json"
_LARGEST: Final = 1_000_000

Kept = str | bool | list[str]


class Settings(QObject):
    """Typed access to the few values that are kept."""

    def __init__(self, parent: QObject | None = None, path: Path | None = None) -> None:
        super().__init__(parent)
        self._path = path or state_folder() / FILE_NAME
        self._values = _read(self._path)
        self._written = dict(self._values)
        self.sweeping: Thread | None = None

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
        if isinstance(value, QByteArray):
            self._values[key] = b64encode(value.data()).decode("ascii")
        else:
            self._values[key] = value

    def sync(self) -> None:
        """Write what is not yet written; what cannot be written is told to the log alone."""
        from planner.files.atomic import write_atomically
        from planner.files.file_error import FileError

        if self._values == self._written:
            return
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, text.encode("utf-8"))
        except (FileError, OSError, UnicodeEncodeError) as error:
            LOG.warning("the settings are not kept: %s", error)
        else:
            self._written = dict(self._values)

    def sweep(self) -> None:
        """Clear away, in a thread of its own, what killed saves left beside the files we know."""
        from planner.files.leftovers import sweep

        folders = [self._path.parent, *dict.fromkeys(path.parent for path in self.recent_files())]
        self.sweeping = Thread(target=sweep, args=(folders,), name="suanli-sweep", daemon=True)
        self.sweeping.start()

    def recent_files(self) -> list[Path]:
        """Return the files opened last, newest first; those that are gone are left out."""
        found = self._values.get("recent")
        names = found if isinstance(found, list) else []
        return [path for path in map(Path, names) if file_is_there(path)]

    def keep_recent(self, path: Path) -> None:
        """Put a file on top of the files opened last, and write that down at once."""
        absolute = path.absolute()
        others = [each for each in self.recent_files() if each != absolute]
        self._values["recent"] = [str(each) for each in (absolute, *others)][:RECENT_AT_MOST]
        self.sync()


def _read(path: Path) -> dict[str, Kept]:
    """Return what is kept; values of other types than ours are left out."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    values = found if isinstance(found, dict) else {}
    return {key: value for key, value in values.items() if _is_ours(value)}


def _is_ours(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(each, str) and "\0" not in each for each in value)
    return isinstance(value, str | bool)
