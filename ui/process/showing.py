"""Lets the desktop show what was written: opened by its program, or selected in its folder.

Nothing is waited for. Where no file manager takes the question, the folder is opened. Floor:
process.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices

MANAGER: Final = "org.freedesktop.FileManager1"


def open_with_desktop(path: Path) -> bool:
    """Open a file or folder with the program that is meant for it; tell whether there is one."""
    return QDesktopServices.openUrl(_url(path))


class FolderOpener(QObject):
    """Shows files in their folders."""

    def show_in_folder(self, path: Path) -> None:
        """Select a file in a file manager, or open its folder where none can."""
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            open_with_desktop(path.parent)
            return
        place = "/" + MANAGER.replace(".", "/")
        asking = QDBusMessage.createMethodCall(MANAGER, place, MANAGER, "ShowItems")
        asking.setArguments(
            [[_url(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)], ""]
        )
        watcher = QDBusPendingCallWatcher(bus.asyncCall(asking), self)
        watcher.setProperty("folder", str(path.parent))
        watcher.finished.connect(self._on_answered)

    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        if watcher.isError():
            open_with_desktop(Path(watcher.property("folder")))
        watcher.deleteLater()


def _url(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path.absolute()))
