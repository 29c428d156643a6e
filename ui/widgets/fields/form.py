"""A form whose captions are whole: a letter of a key is drawn alone, which takes more room.

Qt measures a caption as one word. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QWidget

_FOR_THE_LETTER: Final = 4


class Caption(QLabel):
    """What a field is called, a little wider than its words."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_FOR_THE_LETTER, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Form(QFormLayout):
    """Rows of a caption and a field."""

    def add(self, text: str, field: QWidget | QLayout, keys_to: QWidget | None = None) -> None:
        """Add a row; the letter of its caption leads to the field, or to another widget.

        One without a text stands under the field above it.
        """
        if not text:
            self.addRow("", field)
            return
        caption = Caption(text)
        led_to = keys_to or field
        if isinstance(led_to, QWidget):
            caption.setBuddy(led_to)
        self.addRow(caption, field)
