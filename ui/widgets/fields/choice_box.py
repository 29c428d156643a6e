"""A box of choices that the wheel merely rolls over, with a list that cuts no choice.

The wheel scrolls the panel, and chooses nothing. Floor: widgets.
"""

from typing import Final

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

_AROUND: Final = 4
"""Pixels of frame around a list."""


class ChoiceBox(QComboBox):
    """A QComboBox in which clicks and keys choose, and the wheel never does."""

    def showPopup(self) -> None:
        """Open the list as wide as its widest choice, beside the bar that scrolls it."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(view.sizeHintForColumn(self.modelColumn()) + bar + _AROUND)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around the box."""
        event.ignore()
