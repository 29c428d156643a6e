"""A list over which a drag moves nothing: what it passes over, or ends on, is not chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView


class StillList(QListView):
    """Rows that a press or a key chooses, whatever a held button does then."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let Qt take it for a click or for none; where it is none Qt would choose the row."""
        chosen = self.currentIndex()
        is_click = self.indexAt(event.position().toPoint()) == chosen
        super().mouseReleaseEvent(event)
        if not is_click:
            self.setCurrentIndex(chosen)
