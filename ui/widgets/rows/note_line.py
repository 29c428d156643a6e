"""A line of small words under a row: remarks in the longest form that it has room for.

Floor: widgets. It wraps where even the shortest form is too long, so that nothing is cut off.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.wording.rows.row_display import Note

_BETWEEN = " · "


class NoteLine(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, look: str = "muted") -> None:
        super().__init__()
        self._forms: tuple[str, ...] = ("",)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def full_text(self) -> str:
        """All remarks in their longest forms."""
        return self._forms[0]

    def show_notes(self, *notes: Note) -> None:
        """Say some remarks; those without words say nothing."""
        said = [note for note in notes if note and note[0]]
        count = max(map(len, said), default=1)
        forms = tuple(
            _BETWEEN.join(note[min(level, len(note) - 1)] for note in said)
            for level in range(count)
        )
        if forms != self._forms:
            self._forms = forms
            self._fit()
            self.setVisible(bool(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, room = self.fontMetrics().horizontalAdvance, self.contentsRect().width()
        form = next((form for form in self._forms if width(form) <= room), self._forms[-1])
        if form != self.text():
            self.setText(form)
