"""Keys while a hand drags: Escape and undo give back what it changed, no other acts meanwhile.

A command in the middle of a drag would change what the hand still holds. Floor: widgets.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class DragKeys(QObject):
    """Takes the keys of a widget from `hold` until `let_go`; `given_back` tells of the two."""

    given_back = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def hold(self) -> None:
        """Take the keys."""
        self._widget.installEventFilter(self)

    def let_go(self) -> None:
        """Leave the keys to the widget and to commands again."""
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys from commands and from the widget."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if _gives_back(event):
                self.given_back.emit()
            return True
        return super().eventFilter(watched, event)


def _gives_back(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)
