"""The ready paths as buttons with a small drawing each; `wanted` carries the key.

They stand in one row, or in two where their names would be cut. Floor: views.
"""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.style.theme import Theme

ICON: Final = QSize(52, 20)
_WIDTH: Final = 1.5
_LEAST: Final = 56
_GAP: Final = 4
_A_ROW: Final = 3
"""Buttons of a row where there are two rows."""
_SHAPES: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    "published": ((2, 16), (10, 16), (10, 6), (38, 6), (38, 16), (50, 16)),
    "ramp": ((2, 16), (16, 12), (36, 3), (50, 3)),
    "freeze": ((2, 16), (22, 5), (50, 5)),
    "early": ((2, 3), (14, 3), (14, 9), (26, 9), (26, 15), (50, 15)),
    "late": ((2, 16), (14, 16), (14, 10), (26, 10), (26, 3), (50, 3)),
}


class ReadyRow(QWidget):
    """Five buttons; what each keeps is told in its tip."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for key, (text, tip) in self._texts().items():
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(ICON)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(_LEAST)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setProperty("ready", key)
            button.clicked.connect(self._on_clicked)
            self.buttons[key] = button
        self._a_row = len(self.buttons)
        self._arrange()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the shapes in the colors of a theme."""
        for key, button in self.buttons.items():
            button.setIcon(_icon(key, theme.accent, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many rows as the names need."""
        buttons = self.buttons.values()
        widest = max(button.sizeHint().width() for button in buttons) + _GAP
        a_row = len(buttons) if widest * len(buttons) <= self.width() + _GAP else _A_ROW
        if a_row != self._a_row:
            self._a_row = a_row
            self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Put the buttons into rows whose columns are all as wide."""
        for number, button in enumerate(self.buttons.values()):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, *divmod(number, self._a_row))
        for column in range(len(self.buttons)):
            self._grid.setColumnStretch(column, int(column < self._a_row))

    def _texts(self) -> dict[str, tuple[str, str]]:
        return {
            "published": (
                translate("ReadyRow", "As published"),
                translate(
                    "ReadyRow",
                    "The published dates and values, as without this scenario.",
                ),
            ),
            "ramp": (
                translate("ReadyRow", "Ramp"),
                translate(
                    "ReadyRow",
                    "Rises evenly within three years: from the published value to where the path "
                    "was moved, or to twice as much. Keeps the past, and later dates in "
                    "proportion.",
                ),
            ),
            "freeze": (
                translate("ReadyRow", "Freeze after"),
                translate(
                    "ReadyRow",
                    "Stays for good at the value of the chosen date. Keeps all dates before it.",
                ),
            ),
            "early": (
                translate("ReadyRow", "Front-loaded"),
                translate(
                    "ReadyRow",
                    "Same total, with more of it at first: each year's share shrinks evenly until "
                    "the end of the plan. The past stays.",
                ),
            ),
            "late": (
                translate("ReadyRow", "Back-loaded"),
                translate(
                    "ReadyRow",
                    "Same total, with more of it later: each year's share grows evenly until "
                    "the end of the plan. The past stays.",
                ),
            ),
        }

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.wanted.emit(str(button.property("ready")))


def _icon(key: str, color: str, ratio: float) -> QIcon:
    pixmap = QPixmap(ICON * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), _WIDTH))
    painter.drawPolyline([QPointF(x, y) for x, y in _SHAPES[key]])
    painter.end()
    return QIcon(pixmap)
