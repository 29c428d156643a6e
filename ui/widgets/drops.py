"""Files dragged onto the window: taken as a copy, whatever the source proposes.

A source that is answered with a move deletes what it has handed over.
"""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit


def take_as_copy(event: QDropEvent) -> bool:
    """Answer a drag of files; one that offers no copy is left alone. Tell whether it is taken."""
    can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
    if not can_copy or not event.mimeData().hasUrls():
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def addresses_in(event: QDropEvent) -> list[str]:
    """Return the addresses of what was dropped, percent-encoded as they came."""
    encoded = QUrl.ComponentFormattingOption.FullyEncoded
    return [url.toString(encoded) for url in event.mimeData().urls()]


class TextWithoutFiles(QPlainTextEdit):
    """A text that takes text; a file dropped on it would be answered with a move."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)
