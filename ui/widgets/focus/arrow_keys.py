"""Arrows within a group of buttons that the tab key takes for one stop. Floor: widgets."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_CHANGING: Final = {
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
    QEvent.Type.EnabledChange,
}
_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class ArrowKeys(QObject):
    """Leads arrows, Home and End through buttons; one of them is the stop of the tab key."""

    def __init__(self, owner: QWidget, buttons: Callable[[], Sequence[QAbstractButton]]) -> None:
        super().__init__(owner)
        self._buttons = buttons
        self._stop: QAbstractButton | None = None
        self.refresh()

    def refresh(self) -> None:
        """Take the buttons that there are now."""
        buttons = self._buttons()
        for button in buttons:
            button.removeEventFilter(self)
            button.installEventFilter(self)
        self._stop_at(self._usual(buttons))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self._stop_at(watched)
        elif event.type() in _CHANGING:
            self._stop_at(self._usual(self._buttons()))
        return False

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & _HELD or (key not in _STEPS and key not in _ENDS):
            return False
        stops = [each for each in self._buttons() if each.isVisible() and each.isEnabled()]
        if watched in stops:
            here = stops.index(watched)
            place = _ENDS[key] if key in _ENDS else (here + _STEPS[key]) % len(stops)
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _usual(self, buttons: Sequence[QAbstractButton]) -> QAbstractButton | None:
        """Return where the tab key stops at first: at what was last at hand, or is chosen."""
        usable = [each for each in buttons if not each.isHidden() and each.isEnabled()]
        if self._stop in usable:
            return self._stop
        return next((each for each in usable if each.isChecked()), usable[0] if usable else None)

    def _stop_at(self, stop: QAbstractButton | None) -> None:
        self._stop = stop
        for button in self._buttons():
            policy = Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)
