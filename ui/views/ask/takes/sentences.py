"""Sentences under a curve, each on its own line, as many as fit; the tip has all. Floor: views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.accessibility.tips import set_tip

_LINES: Final = 6
_TALL: Final = 1000


class SentencesLabel(QLabel):
    """Shows the first sentences whole; one that does not fit is left to the tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self.setProperty("look", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show other sentences, the weightiest first."""
        self._sentences = tuple(sentences)
        set_tip(self, " ".join(sentences))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many as fit, one at least."""
        shown = "\n".join(self._sentences[:1])
        for count in range(2, len(self._sentences) + 1):
            text = "\n".join(self._sentences[:count])
            if not self._is_short(text):
                break
            shown = text
        if shown != self.text():
            self.setText(shown)

    def _is_short(self, text: str) -> bool:
        metrics, room = self.fontMetrics(), QRect(0, 0, self.width(), _TALL)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        return height <= _LINES * metrics.lineSpacing()
