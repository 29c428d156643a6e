"""Opens the list of all keys, one at a time. Floor: controllers."""

from PySide6.QtCore import QObject

from ui.views.dialogs.shortcuts import ShortcutsDialog
from ui.views.main_window import MainWindow


class Shortcuts(QObject):
    """Shows the list beside what is going on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show(self) -> None:
        """Show every key of the window in a dialog that blocks nothing."""
        dialog = ShortcutsDialog(self._window)
        dialog.told.connect(self._window.status.tell)
        dialog.show()
