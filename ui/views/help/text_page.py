"""A page of text that says where in it keys have scrolled to: Qt tells no screen reader of that.

Floor: views.
"""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser

from ui.accessibility.events import announce


class TextPage(QTextBrowser):
    """Says the paragraph that a key has brought to its upper edge."""

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        before = self.verticalScrollBar().value()
        super().keyPressEvent(ev)
        if self.verticalScrollBar().value() != before:
            announce(self, self.first_paragraph())

    def first_paragraph(self) -> str:
        """Return the first paragraph that is seen from its beginning, else the one that is seen."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        area = self.document().documentLayout().blockBoundingRect(block)
        following = block.next()
        if area.top() < self.verticalScrollBar().value() and following.isValid():
            block = following
        return block.text()
