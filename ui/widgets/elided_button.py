"""A button that opens a menu and ends in an ellipsis where its place is too short.

It knows nothing of the menu. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

ARROW: Final = " \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_LEAST_WIDTH: Final = 56
_IN_PLACE_OF_NONE: Final = "XXXX"
_SLACK: Final = 2
"""Pixels by which widths of texts may be rounded."""


class ElidedButton(QPushButton):
    """Shows a text, and an arrow where there is something to choose, as far as there is room."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = self._arrow = ""
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def full_text(self) -> str:
        """The whole text, without the arrow."""
        return self._full

    def show_text(self, text: str, *, has_choice: bool = True) -> None:
        """Show another text."""
        self._full, self._arrow = text, ARROW if has_choice else ""
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self._frame + self._width(self._full + self._arrow) + _SLACK
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
            self.updateGeometry()

    @property
    def _shown(self) -> str:
        return self.text().replace("&&", "&")

    @property
    def _frame(self) -> int:
        """What the button takes beside its text; without one, Qt makes it as wide as another."""
        return super().sizeHint().width() - self._width(self._shown or _IN_PLACE_OF_NONE)

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _fit(self) -> None:
        room = self.width() - self._frame - self._width(self._arrow)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._full, mode, max(0, room)) + self._arrow
        if shown != self._shown:
            self.setText(shown.replace("&", "&&"))
