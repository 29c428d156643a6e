"""What keys and the pointer mean while a story is shown. Floor: controllers.

It listens to the whole program only as long as it is on. Commands of the window are not given then:
their keys do nothing, but for undo and redo, which act on levers that were moved.
"""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.views.main_window import MainWindow
from ui.views.story.band import StoryBand

Meaning = Literal[
    "next", "back", "first", "last", "leave", "levers", "undo", "redo", "nothing", "pass"
]

_KEY = Qt.Key
_ALWAYS: Final[dict[int, Meaning]] = {
    _KEY.Key_PageDown: "next",
    _KEY.Key_PageUp: "back",
    _KEY.Key_Escape: "leave",
    _KEY.Key_F5: "leave",
}
_IN_STORY: Final[dict[int, Meaning]] = {
    _KEY.Key_Space: "next",
    _KEY.Key_Right: "next",
    _KEY.Key_Down: "next",
    _KEY.Key_Return: "next",
    _KEY.Key_Enter: "next",
    _KEY.Key_Left: "back",
    _KEY.Key_Up: "back",
    _KEY.Key_Backspace: "back",
    _KEY.Key_Home: "first",
    _KEY.Key_End: "last",
    _KEY.Key_L: "levers",
}
_PRESSING: Final = (_KEY.Key_Space, _KEY.Key_Return, _KEY.Key_Enter)
_WALKING: Final = (_KEY.Key_Tab, _KEY.Key_Backtab)
_EDITING: Final = (_KEY.Key_A, _KEY.Key_C, _KEY.Key_V, _KEY.Key_X)
_KEYS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_BUTTONS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
)


class StoryKeys(QObject):
    """`meant` tells what a key or a click on band and charts means, `closing` that all ends."""

    meant = Signal(str)
    closing = Signal()

    def __init__(self, window: MainWindow, band: StoryBand) -> None:
        super().__init__(band)
        self._window = window
        self._band = band
        self._pressed_at: QPoint | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Close and watched is self._window:
            self.closing.emit()
        elif isinstance(watched, QWidget) and watched.window() is self._window:
            if kind in _KEYS and isinstance(event, QKeyEvent):
                return self._take_key(watched, event)
            if kind in _BUTTONS and self._is_stage(watched):
                return self._take_click(event)
        return False

    def _take_key(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Act on a key once it is pressed; before that keep it from being a command's."""
        meaning = self._meaning(watched, event)
        if meaning == "pass":
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and meaning != "nothing":
            self.meant.emit(meaning)
        return True

    def _meaning(self, watched: QWidget, event: QKeyEvent) -> Meaning:
        key, in_levers = event.key(), self._window.side.isAncestorOf(watched)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            return "undo"
        if event.matches(QKeySequence.StandardKey.Redo):
            return "redo"
        if held and held != shift:
            is_edit = (in_levers and key in _EDITING) or key == _KEY.Key_F4
            return "pass" if is_edit else "nothing"
        if key in _ALWAYS:
            return _ALWAYS[key]
        is_of_widget = in_levers or (isinstance(watched, QAbstractButton) and key in _PRESSING)
        if is_of_widget or key in _WALKING:
            return "pass"
        return _IN_STORY.get(key, "nothing")

    def _is_stage(self, watched: QWidget) -> bool:
        """Tell whether a click there goes on: on the band, the cards and the charts."""
        if isinstance(watched, QAbstractButton):
            return False
        parts = (self._band, self._window.center)
        return any(part is watched or part.isAncestorOf(watched) for part in parts)

    def _take_click(self, event: QEvent) -> bool:
        """Let a click of the left button go on; a drag and the other buttons do nothing."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return True
        place = event.globalPosition().toPoint()
        if event.type() != QEvent.Type.MouseButtonRelease:
            self._pressed_at = place
        elif self._pressed_at is not None:
            way, self._pressed_at = place - self._pressed_at, None
            if way.manhattanLength() < QApplication.startDragDistance():
                self.meant.emit("next")
        return True
