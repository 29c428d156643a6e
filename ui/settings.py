"""What the window remembers from day to day: its place, its views, the files opened last.

An INI file of our own in the state folder, never the registry. Every read names its type: an
untyped one would give back text.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings

from planner.places import state_folder

RECENT_AT_MOST: Final = 8
FILE_NAME: Final = "window.ini"


class Settings(QObject):
    """Typed access to the few values that are kept."""

    def __init__(self, parent: QObject | None = None, path: Path | None = None) -> None:
        super().__init__(parent)
        place = path or state_folder() / FILE_NAME
        self._store = QSettings(str(place), QSettings.Format.IniFormat, self)

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        return str(self._store.value(key, default, type=str))

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a yes or no."""
        return bool(self._store.value(key, default, type=bool))

    def state(self, key: str) -> QByteArray:
        """Return the state of a widget as Qt saved it; empty when there is none."""
        found = self._store.value(key, QByteArray(), type=QByteArray)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | bool | QByteArray) -> None:
        """Remember a value."""
        self._store.setValue(key, value)

    def sync(self) -> None:
        """Write what is not yet written."""
        self._store.sync()

    def recent_files(self) -> list[Path]:
        """Return the files opened last, newest first; those that are gone are left out."""
        names = self._store.value("recent", [], type=list)
        found = names if isinstance(names, list) else []
        return [path for path in (Path(str(name)) for name in found) if path.is_file()]

    def keep_recent(self, path: Path) -> None:
        """Put a file on top of the files opened last."""
        absolute = path.absolute()
        others = [each for each in self.recent_files() if each != absolute]
        kept = [absolute, *others][:RECENT_AT_MOST]
        self._store.setValue("recent", [str(each) for each in kept])
