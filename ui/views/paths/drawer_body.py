"""What scrolls in the drawer: the chart beside the table, or over it where there is less room.

Nothing scrolls sideways: what is in it is as wide as the drawer. Floor: views.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QWidget

_SIDE: Final = 12
_BETWEEN: Final = 14


class DrawerBody(QScrollArea):
    """`is_stacked` tells whether the table lies under the chart."""

    def __init__(
        self, left: QLayout, right: QLayout, effect: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._left, self._right, self._effect = _holding(left), _holding(right), effect
        self._rule = QFrame()
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._rule.setProperty("look", "rule")
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(_SIDE, 0, _SIDE, 8)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(6)
        self.is_stacked = False
        self._arrange()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts beside each other where both have the room they need."""
        parts = self._left.minimumSizeHint().width() + self._right.minimumSizeHint().width()
        is_stacked = self.viewport().width() < parts + _BETWEEN + 2 * _SIDE
        if is_stacked != self.is_stacked:
            self.is_stacked = is_stacked
            self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Lay the four parts out in two columns, or in one."""
        is_stacked, grid = self.is_stacked, self._grid
        for part in (self._left, self._right, self._rule, self._effect):
            grid.removeWidget(part)
        if is_stacked:
            grid.addWidget(self._right, 0, 0, 1, 2)
            grid.addWidget(self._left, 1, 0, 1, 2)
        else:
            grid.addWidget(self._left, 0, 0)
            grid.addWidget(self._right, 0, 1)
        grid.addWidget(self._rule, 2, 0, 1, 2)
        grid.addWidget(self._effect, 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)


def _holding(layout: QLayout) -> QWidget:
    """Return a widget that a layout fills."""
    held = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    held.setLayout(layout)
    return held
