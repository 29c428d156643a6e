"""An answer about money on a card: bars that can be chosen, and what a screen reader is told.

Floor: charts.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.lists import in_turn, led_by
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.charts.spending.paint import SpendingPainter, bar_at
from ui.charts.spending.picture import BarRow, SpendingPicture
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALONG: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class SpendingView(QWidget):
    """Shows one picture; `chosen` carries the number of a bar that was clicked.

    `taken` carries that of a point of the curve, where points can be taken.
    """

    chosen = Signal(int)
    taken = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: SpendingPicture | None = None
        self._theme = theme
        self._color = theme.data[0]
        self._painter = SpendingPainter(theme, self._color)
        self._marked: int | None = None
        self._pointed: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def show_picture(self, shown: SpendingPicture, color: str, name: str) -> None:
        """Show a picture in the color of its scenario; `name` is read aloud before it."""
        self.shown, self._pointed = shown, None
        if self._marked is not None and self._marked >= len(shown.bars):
            self._marked = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(shown.told)
        self.set_theme(self._theme, color)
        self._take_room()

    def accessible(self) -> Accessible:
        """Return the picture with a part for each bar, figure and point of the curve."""
        parts = () if self.shown is None else tuple(_parts(self.shown))
        return Accessible(
            self.accessibleName(),
            Role.Chart,
            value=self._said,
            description=self.accessibleDescription(),
            parts=parts,
        )

    @property
    def _said(self) -> str:
        """What the bar or point at hand says; empty where none is."""
        shown = self.shown
        if shown is not None and self._marked is not None:
            return _bar_text(shown.bars[self._marked])
        return (
            "" if shown is None or self._pointed is None else shown.plot.curve[self._pointed].told
        )

    def clear(self) -> None:
        """Show nothing."""
        self.shown = self._marked = self._pointed = None
        self.setAccessibleDescription("")
        self.update()

    def set_theme(self, theme: Theme, color: str) -> None:
        """Paint in the colors of a theme."""
        self._theme, self._color = theme, color
        self._painter = SpendingPainter(theme, color)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint(painter, self.shown, self._place, self._marked, self._pointed)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(*self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None, None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(*self._under(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through bars with up and down, along the curve with left and right; Return chooses."""
        key = Qt.Key(event.key())
        if self.shown is not None and key in _STEPS:
            bars = range(len(self.shown.bars))
            self._mark(_stepped(self._marked, _STEPS[key], bars), None)
        elif self.shown is not None and key in _ALONG:
            self._mark(None, _stepped(self._pointed, _ALONG[key], self.shown.plot.told))
        elif key in _OPENING:
            self._choose(self._marked, self._pointed)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None, None)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar, _ = self._under(QPointF(event.pos()))
            tip = "" if bar is None or self.shown is None else self.shown.bars[bar].tip
            QToolTip.showText(event.globalPos(), literal_tip(tip), self)
            return True
        return super().event(event)

    @property
    def _place(self) -> QRectF:
        return QRectF(self.rect())

    def _take_room(self) -> None:
        if self.shown is not None:
            least = self._painter.least_height(self.shown, self.width())
            self.setMinimumHeight(ceil(least))

    def _under(self, position: QPointF) -> tuple[int | None, int | None]:
        """Return the bar and the point of the curve that are under the pointer."""
        if self.shown is None:
            return None, None
        bar = bar_at(self._painter.room(self.shown, self._place), position)
        return bar, self._painter.point_at(self.shown, self._place, position)

    def _mark(self, bar: int | None, point: int | None) -> None:
        if (bar, point) == (self._marked, self._pointed):
            return
        self._marked, self._pointed = bar, point
        can_be_taken = point is not None and self.shown is not None and self.shown.plot.is_taken
        is_link = bar is not None or can_be_taken
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.update()
        if self.hasFocus():
            announce(self, self._said)

    def _choose(self, bar: int | None, point: int | None) -> None:
        if bar is not None:
            self.chosen.emit(bar)
        elif point is not None and self.shown is not None and self.shown.plot.is_taken:
            self.taken.emit(point)


def _parts(shown: SpendingPicture) -> Iterator[Part]:
    yield from (Part(_bar_text(bar)) for bar in shown.bars)
    for figure in shown.figures:
        yield Part(figure.name, in_turn((figure.value, figure.span)))
    yield from (Part(shown.plot.curve[number].told) for number in shown.plot.told)


def _bar_text(bar: BarRow) -> str:
    """Return a bar in words; its tip where that says more."""
    return bar.tip or led_by(bar.name, in_turn((bar.amount, bar.value)))


def _stepped(number: int | None, step: int, numbers: Sequence[int]) -> int | None:
    """Return the next of some numbers; the first step enters at an end, the last one stays."""
    if not numbers:
        return None
    if number is None:
        return numbers[0 if step > 0 else -1]
    place = numbers.index(number) + step
    return numbers[min(max(place, 0), len(numbers) - 1)]
