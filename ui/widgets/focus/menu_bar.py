"""Puts the keys on the menu bar as Alt does: arrows go through it, Escape leads back.

Qt has no other way in that opens no menu. Floor: widgets.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenuBar


def enter_menu_bar(bar: QMenuBar) -> None:
    """Choose the first menu without opening it."""
    window, held = bar.window(), Qt.KeyboardModifier
    for kind, modifiers in (
        (QEvent.Type.ShortcutOverride, held.AltModifier),
        (QEvent.Type.KeyPress, held.AltModifier),
        (QEvent.Type.KeyRelease, held.NoModifier),
    ):
        QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Alt, modifiers))
