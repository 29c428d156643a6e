"""Labels that never read their text as markup, and the looks of the style sheet."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.accessibility.tips import set_tip

_LEAST: Final = 24
_SPARE: Final = 4
"""Pixels that a text is given over its own, as letters reach over their width."""


def label(text: str, *, look: str = "") -> QLabel:
    """Return a label of plain text in one of the looks of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class ElidedLabel(QLabel):
    """A label on one line that ends in an ellipsis where its place is too short."""

    def __init__(
        self, text: str, look: str = "", *, has_tip: bool = True, is_greedy: bool = True
    ) -> None:
        """Show a text; one that is not `is_greedy` takes no more room than its words."""
        super().__init__()
        self._full = text
        self._has_tip = has_tip
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        policy = QSizePolicy.Policy.Expanding if is_greedy else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self._fit()

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        if text != self._full:
            self._full = text
            self._fit()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._full) + 4
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        if shown != self._full or self.accessibleName():
            self.setAccessibleName(self._full)
        if self._has_tip:
            set_tip(self, "" if shown == self._full else self._full)


class WrappedLabel(QLabel):
    """A label that takes no more room than its words, and more lines where it has less."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + _SPARE, metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
