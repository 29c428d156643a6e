"""A list that keeps still: under a drag nothing is chosen, and a change paints its rows alone."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView


class StillList(QListView):
    """Rows of one size that a press or a key chooses, whatever a held button does then."""

    def dataChanged(
        self,
        top_left: QModelIndex | QPersistentModelIndex,
        bottom_right: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint what has changed; Qt's list lays out all rows anew, whose size stays the same."""
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)

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
