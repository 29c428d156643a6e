"""The last resort: what nobody caught is logged and told in one sentence; the window stays open.

A crash of the process leaves the stacks of its threads in a log of their own.

Only faults of the program end here. A bad file or value is told where it is met.
"""

import contextlib
import faulthandler
import logging
import os
import sys
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from planner import __name__ as planner_name
from planner.storage.places import state_folder
from ui import __name__ as ui_name
from ui.process.state.private import for_owner_alone

LOG_NAME: Final = "suanli.log"
CRASHES_NAME: Final = "crashes.log"
DISPLAY_LOST: Final = "connection broke"
"""In what Qt says when the X server or the Wayland compositor is gone."""

_log = logging.getLogger("suanli")
_LOGS: Final = (_log, logging.getLogger(planner_name), logging.getLogger(ui_name))


class ErrorHook(QObject):
    """Stands in for `sys.excepthook` while the window is open; `dying` tells of the near end."""

    caught = Signal(str, str)
    dying = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous = sys.excepthook
        self._crashes: TextIO | None = None
        self._handler: logging.Handler | None = None

    def install(self) -> None:
        """Take over from Python's own hook and from Qt's, and open the logs."""
        self._previous = sys.excepthook
        sys.excepthook = self._on_exception
        handler = _Log(log_path(), maxBytes=500_000, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        for log in _LOGS:
            log.addHandler(handler)
        self._handler = handler
        self._crashes = _open_to_append(state_folder() / CRASHES_NAME)
        faulthandler.enable(self._crashes)
        qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._previous
        qInstallMessageHandler(None)
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
        if self._handler is not None:
            for log in _LOGS:
                log.removeHandler(self._handler)
            self._handler.close()

    def report(self, trace: str) -> None:
        """Log a fault and tell it: the last line as sentence, the whole as detail."""
        _log.error(trace)
        lines = trace.strip().splitlines()
        self.caught.emit(lines[-1] if lines else "", trace)

    def say(self, sentence: str) -> None:
        """Log a sentence, and say it on standard error."""
        _log.error(sentence)
        _write(f"suanli: {sentence}")

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Keep what Qt complains about; before it ends the program, save what can be saved."""
        _write(text)
        if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            _log.error(text)
        if kind == QtMsgType.QtFatalMsg or DISPLAY_LOST in text:
            self.dying.emit()  # Qt may end the process as soon as we return

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._previous(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self.report("".join(traceback.format_exception(kind, error, trace)))


class _Log(RotatingFileHandler):
    """A log that only its owner reads: it names files and quotes what is in them."""

    def _open(self) -> TextIOWrapper:
        return _open_to_append(self.baseFilename)


def _open_to_append(path: str | os.PathLike[str]) -> TextIOWrapper:
    return open(path, "a", encoding="utf-8", errors="backslashreplace", opener=for_owner_alone)


def _write(text: str) -> None:
    """Say something on standard error, which may be gone with its terminal."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()


def log_path() -> Path:
    """Return the file that holds the faults of the program."""
    return state_folder() / LOG_NAME
