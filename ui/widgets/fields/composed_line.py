"""A line of text that knows whether an input method is at work in it. Floor: widgets.

What is composed is not yet text: it is neither judged nor replaced until it is given or dropped.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ComposedLine(QLineEdit):
    """`composed` tells that a composition ended, whether or not it left a text."""

    composed = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._is_composing = False

    @property
    def is_composing(self) -> bool:
        """Whether letters are being composed that are not yet text."""
        return self._is_composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow a composition from its first letter to its end."""
        was, self._is_composing = self._is_composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self._is_composing:
            self.composed.emit()
