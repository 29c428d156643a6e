"""Shift+F10 opens the menu of what has the keys, as the menu key does, which many keyboards lack.

Windows does so itself; X11 and Wayland leave it to the program. Floor: controllers.
"""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS: Final = "Shift+F10"


class MenuKey(QObject):
    """Answers in every window of the program."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._shortcut = QShortcut(QKeySequence(KEYS), window)
        self._shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._shortcut.activated.connect(self._on_asked)

    def _on_asked(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            ask_for_menu(focused)


def ask_for_menu(widget: QWidget) -> None:
    """Ask a widget for its menu as a key does: at its row or cursor at hand, else in its middle."""
    place = _place(widget)
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def _place(widget: QWidget) -> QPoint:
    at_hand = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    is_there = isinstance(at_hand, QRect) and at_hand.isValid()
    return at_hand.center() if is_there else widget.rect().center()
