"""How a window ends: closed by its user, who was asked about unsaved work, or in any other way.

Only the first may discard. The display dies, a signal comes, a library ends Qt's loop: then the
work is kept for the next start, whatever the exit code says, and standard error says so.
"""

import atexit
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt

from planner.storage.sentences.catalog import translate
from ui.documents.autosave import Autosave
from ui.process.errors import ErrorHook
from ui.process.exits import Exits
from ui.views.main_window import MainWindow

NOT_CLOSED: Final = 1


class Parts(Protocol):
    """What has to end: the window, what keeps its work, and all that runs beside it."""

    @property
    def window(self) -> MainWindow:
        """The window."""
        ...

    @property
    def autosave(self) -> Autosave:
        """What keeps unsaved work."""
        ...

    def close(self) -> None:
        """End all parts after the window was closed."""
        ...

    def leave(self) -> bool:
        """End all parts without that; tell whether unsaved work is kept."""
        ...


class Ending(QObject):
    """Keeps what is unsaved when the end is near, and ends the parts when it is there."""

    def __init__(self, parts: Parts, hook: ErrorHook, exits: Exits) -> None:
        super().__init__()
        self._parts = parts
        self._hook = hook
        self._exits = exits
        self._has_told = False
        at_once = Qt.ConnectionType.DirectConnection  # Wayland's reader tells in its own thread
        hook.dying.connect(self._on_dying, at_once)
        exits.leaving.connect(parts.autosave.flush)
        atexit.register(self._on_dying)  # a `sys.exit` in a slot returns to nobody

    def end(self, code: int) -> int:
        """End the parts as the loop was ended; return the exit code of the process."""
        atexit.unregister(self._on_dying)
        if self._parts.window.is_closed:
            self._parts.close()
            return code
        is_kept = self._parts.leave()
        if self._exits.code:
            return self._exits.code
        self._tell(is_kept=is_kept)
        return code or NOT_CLOSED

    def _on_dying(self) -> None:
        """Keep the work, unless the window is closed and what becomes of it is answered."""
        if self._parts.window.is_closed:
            return
        self._tell(is_kept=self._parts.autosave.flush())

    def _tell(self, *, is_kept: bool) -> None:
        if self._has_told:
            return
        self._has_told = True
        text = translate("Ending", "the window ended without being closed; {work}")
        if not self._parts.autosave.has_work():
            work = translate("Ending", "nothing in it was unsaved")
        elif is_kept:
            work = translate("Ending", "unsaved work is kept and will be offered at the next start")
        else:
            work = translate("Ending", "unsaved work could not be kept")
        self._hook.say(text.format(work=work))
