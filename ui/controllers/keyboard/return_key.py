"""Return presses the button that has the keys, as Space does; Qt does so in dialogs alone.

Only what has the keys is listened to, so that no other event takes longer. Floor: controllers.
"""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QWidget

_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class ReturnKey(QObject):
    """Listens to the button that has the keys, in every window that is no dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a button hear Space for Return, which begins nothing else then."""
        if event.type() not in _TURNS or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or event.key() not in _KEYS:
            return False
        plain, repeats = Qt.KeyboardModifier.NoModifier, event.isAutoRepeat()
        space = QKeyEvent(event.type(), Qt.Key.Key_Space, plain, " ", repeats)
        QApplication.sendEvent(watched, space)
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):  # the window is being taken down, and tells of it
            return
        if old is not None and shiboken6.isValid(old):
            old.removeEventFilter(self)
        if new is not None and _is_pressed(new):
            new.installEventFilter(self)


def _is_pressed(widget: QWidget) -> bool:
    """Tell whether Return is to press a widget: it checks no box, and in dialogs Qt sees to it."""
    is_button = isinstance(widget, QAbstractButton) and not isinstance(widget, QCheckBox)
    return is_button and not isinstance(widget.window(), QDialog)
