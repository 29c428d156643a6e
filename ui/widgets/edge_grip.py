"""The edge of a panel at the right, which a hand or arrows move to make it wider or narrower.

It tells what is wanted and moves nothing itself. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.widgets.focus.splitter_keys import STEP

GRIP_WIDTH: Final = 5
_STEPS: Final = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}


class EdgeGrip(QWidget):
    """A strip over the left edge of a panel; `dragged` gives where in the parent that is to be."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(translate("EdgeGrip", "Drag to make the panel wider or narrower"))

    def accessible(self) -> Accessible:
        """Return what the edge parts, and what moves it."""
        name = translate("EdgeGrip", "Edge between charts and lists: arrows move it")
        return Accessible(name, Role.Splitter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.KeyboardModifierMask:
            super().keyPressEvent(event)
            return
        self.dragged.emit(self.x() + GRIP_WIDTH // 2 + step)
