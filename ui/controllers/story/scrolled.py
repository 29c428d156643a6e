"""How far the lists of a window are scrolled, so that they stand there again later.

Floor: controllers. It knows scroll bars and not what they scroll.
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from shiboken6 import isValid


class ScrollPlace(QObject):
    """Where a scroll bar stands. It is put back as soon as there is room to, or until a hand moves.

    A window that changes its size has the room only after a while.
    """

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        self._value = bar.value()

    def put_back(self) -> None:
        """Scroll to where the bar stood, now or when its range allows it."""
        if not isValid(self._bar):
            return
        self._bar.setValue(self._value)
        if self._bar.value() != self._value:
            self.setParent(self._bar)
            self._bar.rangeChanged.connect(self._on_range)
            self._bar.actionTriggered.connect(self._forget)

    def _on_range(self) -> None:
        self._bar.setValue(self._value)
        if self._bar.value() == self._value:
            self._forget()

    def _forget(self) -> None:
        self._bar.rangeChanged.disconnect(self._on_range)
        self._bar.actionTriggered.disconnect(self._forget)
        self.deleteLater()


def scroll_places(window: QWidget) -> tuple[ScrollPlace, ...]:
    """Return where all that is on screen in a window is scrolled to."""
    areas = (each for each in window.findChildren(QAbstractScrollArea) if each.isVisible())
    return tuple(
        ScrollPlace(bar)
        for area in areas
        for bar in (area.horizontalScrollBar(), area.verticalScrollBar())
    )
