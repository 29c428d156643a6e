"""A box of choices that the wheel merely rolls over: it scrolls the panel, and chooses nothing."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """A QComboBox in which clicks and keys choose, and the wheel never does."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around the box."""
        event.ignore()
