"""The last resort: what nobody caught is logged and told in one sentence; the window stays open.

Only faults of the program end here. A bad file or value is told where it is met.
"""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Signal

from planner.places import state_folder

LOG_NAME: Final = "suanli.log"

_log = logging.getLogger("suanli")


class ErrorHook(QObject):
    """Stands in for `sys.excepthook` while the window is open."""

    caught = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous = sys.excepthook

    def install(self) -> None:
        """Take over from Python's own hook and open the log."""
        self._previous = sys.excepthook
        sys.excepthook = self._on_exception
        handler = RotatingFileHandler(log_path(), maxBytes=500_000, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        _log.addHandler(handler)

    def remove(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._previous
        for handler in list(_log.handlers):
            _log.removeHandler(handler)
            handler.close()

    def report(self, trace: str) -> None:
        """Log a fault and tell it: the last line as sentence, the whole as detail."""
        _log.error(trace)
        lines = trace.strip().splitlines()
        self.caught.emit(lines[-1] if lines else "", trace)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._previous(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self.report("".join(traceback.format_exception(kind, error, trace)))


def log_path() -> Path:
    """Return the file that holds the faults of the program."""
    return state_folder() / LOG_NAME
