"""A button that looks like a field to search in, and opens the list that is searched by typing.

What is found, and where the list opens, is told by who it belongs to. Floor: widgets.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.widgets.label import ElidedLabel, label


class FindButton(QPushButton):
    """Says what can be found, and by which keys."""

    def __init__(self, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self._keys = label("", look="muted")
        self._text = ElidedLabel(text, "muted", has_tip=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._keys)
        for part in (self._text, self._keys):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_keys(self, keys: str) -> None:
        """Name the keys that do the same."""
        self._keys.setText(keys)
