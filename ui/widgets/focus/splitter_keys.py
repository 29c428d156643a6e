"""The edges between panels are moved by keys too: a stop of the tab key, and arrows at it.

Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

STEP: Final = 16
"""Pixels that one press of an arrow moves an edge."""
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class SplitterKeys(QObject):
    """Moves the edge between the first two panels of a splitter, as far as both have room."""

    def __init__(self, splitter: QSplitter, name: str) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self.handle: QSplitterHandle = splitter.handle(1)
        self.handle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.handle.setAccessibleName(name)
        self.handle.setToolTip(name)
        self.handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.KeyboardModifierMask:
            return False
        self._move(step * STEP)
        return True

    def _move(self, by: int) -> None:
        first, second, *rest = self._splitter.sizes()
        self._splitter.setSizes([max(1, first + by), max(1, second - by), *rest])
        self._splitter.splitterMoved.emit(first + by, 1)
