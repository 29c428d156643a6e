"""How wide a field is that no digit of its number is cut, in whatever font it is written.

It knows no numbers, only their texts; what is half typed scrolls in its field. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_BESIDE: Final = 18
"""Pixels of a field beside its text: frame, padding, and room for the cursor."""
_OTHER_LETTERS: Final = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class FittedWidth(QObject):
    """Holds a field as wide as a least width, and wider where its text needs it.

    Without a least width the field is as wide as its layout makes it.
    """

    def __init__(self, field: QWidget, least: int = 0) -> None:
        super().__init__(field)
        self._field = field
        self._text, self._least = "", least
        field.installEventFilter(self)
        self._fit()

    def hold(self, least: int) -> None:
        """Take no fewer than these pixels from now on."""
        self._least = least
        self._fit()

    def fit(self, text: str) -> None:
        """Make room for this text in place of the one before."""
        self._text = text
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Make room anew where the letters change."""
        if event.type() in _OTHER_LETTERS:
            self._fit()
        return False

    def _fit(self) -> None:
        if not self._least:
            return
        width = max(self._least, self._field.fontMetrics().horizontalAdvance(self._text) + _BESIDE)
        if width != self._field.maximumWidth():
            self._field.setFixedWidth(width)
