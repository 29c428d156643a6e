"""Ends that come from outside: SIGTERM, SIGINT, SIGHUP, and the end of the user's session.

A signal ends the program with 128 plus its number, as a shell would say it; unsaved work is in the
recovery folder by then and the next start offers it. Nobody is asked: there may be nobody. A
log-out only makes sure that the work is kept; whether the window closes is the session's affair.
"""

import signal
import socket
from types import FrameType
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

SIGNALS: Final = ("SIGTERM", "SIGINT", "SIGHUP")
CODE_BASE: Final = 128


class Exits(QObject):
    """Turns signals of the system into `asked`, in the GUI thread, and log-outs into `leaving`."""

    asked = Signal(int)
    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = 0
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._before: dict[int, Any] = {}

    def install(self, app: QGuiApplication) -> None:
        """Take the signals over, until `remove`."""
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                self._before[number] = signal.signal(number, _ignored)
        app.commitDataRequest.connect(self._on_session_ends)

    def remove(self) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _on_activated(self) -> None:
        numbers = self._near.recv(64)
        if numbers and not self.code:
            self.code = CODE_BASE + numbers[0]
            self.asked.emit(self.code)

    def _on_session_ends(self) -> None:
        self.leaving.emit()


def _ignored(number: int, frame: FrameType | None) -> None:
    """Do nothing: Python writes the number to the socket, where Qt's event loop sees it."""
