"""Drags bookmarks in their list."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def drag_first_below_last(editor) -> None:
    """Drag the first of two bookmarks below the second, as a hand does."""
    view = editor.rows.viewport()
    first, last = (editor.rows.visualRect(editor.model.index(n, 0)) for n in (0, 1))
    below = QPoint(last.center().x(), last.bottom() + 4)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=first.center())
    for place in (last.center(), below):
        QTest.mouseMove(view, place)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=below)
