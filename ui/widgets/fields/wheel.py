"""Keeps the wheel from what it merely rolls over: a panel scrolls, its controls stay as they are.

A control takes the wheel only from the hand that is at it: it was clicked, the pointer has not left
it since, and it was touched a moment ago. Focus alone, left behind, is no such hand.
"""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QWidget

AT_HAND_MS: Final = 5000
"""How long after it was last touched a control takes the wheel."""

_PRESSES: Final = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_LEAVES: Final = {QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide}


class WheelGuard(QObject):
    """Watches one control and lets the wheel pass to what is around it."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self._control = control
        self._touched = QElapsedTimer()
        control.installEventFilter(self)
        if isinstance(control, QAbstractSpinBox):
            control.lineEdit().installEventFilter(self)

    def release(self) -> None:
        """Take the hand off: what was typed is done with."""
        self._touched.invalidate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES:
            self._touched.start()
        elif kind in _LEAVES and watched is self._control:
            self.release()
        elif kind == QEvent.Type.Wheel:
            if not self._is_at_hand():
                event.ignore()
                return True
            self._touched.start()
        return False

    def _is_at_hand(self) -> bool:
        return (
            self._control.hasFocus()
            and self._touched.isValid()
            and self._touched.elapsed() < AT_HAND_MS
        )


def can_scroll(widget: QWidget) -> bool:
    """Tell whether something around a widget scrolls up and down, as all of it has no room."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea) and around.verticalScrollBar().maximum() > 0:
            return True
        around = around.parentWidget()
    return False
