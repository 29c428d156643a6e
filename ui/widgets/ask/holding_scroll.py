"""A scroll area that keeps a part of its page at the top while what stands above it still grows.

It holds until a hand scrolls or the keys go on to another part. It knows no card. Floor: widgets.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

_ACTION = QAbstractSlider.SliderAction
_TURNS: Final[Mapping[int, QAbstractSlider.SliderAction]] = {
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
}


class HoldingScroll(QScrollArea):
    """Scrolls by hand, and to what it is told to hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys reach it from what is on the page
        self._held: QWidget | None = None
        self.verticalScrollBar().actionTriggered.connect(self.let_go)
        self.verticalScrollBar().rangeChanged.connect(self._bring)

    def hold(self, part: QWidget) -> None:
        """Bring a part of the page to the top, as far as it reaches, and keep it there."""
        self.let_go()
        self._held = part
        part.installEventFilter(self)
        self._bring()

    def turn(self, key: int) -> bool:
        """Scroll as a key says that reaches what the page stands in; tell whether it says so."""
        action = _TURNS.get(key)
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def let_go(self) -> None:
        """Let the page stay where it is from now on."""
        if self._held is not None:
            self._held.removeEventFilter(self)
            self._held = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() == QEvent.Type.Move:
            self._bring()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.let_go()
        return super().focusNextPrevChild(forward)

    def _bring(self) -> None:
        page = self.widget()
        if self._held is not None and page is not None:
            self.verticalScrollBar().setValue(self._held.mapTo(page, QPoint(0, 0)).y())
