"""The line of a dialog that says why a number in one of its fields was not taken."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.accessibility.events import announce
from ui.widgets.fields.number_field import NumberField


class RefusalLine(QLabel):
    """Shows what was refused last in some fields; hidden while nothing is."""

    def __init__(self, fields: Iterable[NumberField]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", "muted")
        self.hide()
        for field in self._fields:
            field.refused.connect(self._on_refused)

    def holds_back(self) -> bool:
        """Take what is half typed; tell whether something was refused that nobody has read yet."""
        refusals = [field.take_refusal() for field in self._fields]
        return any(refusals)

    def _on_refused(self, sentence: str) -> None:
        self.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)
