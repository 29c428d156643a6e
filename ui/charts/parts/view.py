"""A picture of parts on a card: tips, a click or Enter on one, and what a screen reader is told.

It knows neither what the parts are nor how they are painted. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.lists import as_sentences
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.wording.literal import literal_tip

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


@dataclass(frozen=True, slots=True)
class Told:
    """What a part says, and the address of the input that it is about; empty for none."""

    tip: str
    address: str = ""


class PartsView(QWidget):
    """Marks the part at hand; `chosen` carries the address of an input that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: tuple[Told, ...] = ()
        self._marked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def part_at(self, point: QPointF) -> int | None:
        """Return the number of the part at a point."""
        raise NotImplementedError

    def paint_parts(self, painter: QPainter, marked: int | None) -> None:
        """Paint the picture, one of its parts marked."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def tell(self, told: Sequence[Told], name: str) -> None:
        """Take what the parts say from now on; `name` is read aloud before them.

        What was at hand is not any more where there are fewer.
        """
        self.told = tuple(told)
        if self._marked is not None and self._marked >= len(self.told):
            self._mark(None)
        self.setAccessibleName(name)
        self.setAccessibleDescription(as_sentences(each.tip for each in self.told))
        self.update()

    def accessible(self) -> Accessible:
        """Return the picture with all of its parts."""
        parts = tuple(Part(each.tip) for each in self.told)
        return Accessible(self.accessibleName(), Role.Chart, value=self._said, parts=parts)

    @property
    def place(self) -> QRectF:
        """Where the picture has room."""
        return QRectF(self.rect())

    @property
    def _said(self) -> str:
        """What the part at hand says; empty where none is."""
        return "" if self._marked is None else self.told[self._marked].tip

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_parts(painter, self._marked)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_tip(event)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self.part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.part_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from part to part with the arrows, and choose the one at hand."""
        key, last = Qt.Key(event.key()), len(self.told) - 1
        if key in _STEPS and last >= 0:
            first = -1 if _STEPS[key] > 0 else last + 1
            before = first if self._marked is None else self._marked
            self._mark(min(max(before + _STEPS[key], 0), last))
        elif key in _OPENING:
            self._choose(self._marked)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None)
        super().focusOutEvent(event)

    def _mark(self, number: int | None) -> None:
        if number == self._marked:
            return
        self._marked = number
        is_link = number is not None and bool(self.told[number].address)
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()
        if self.hasFocus():
            announce(self, self._said)

    def _choose(self, number: int | None) -> None:
        if number is not None and (address := self.told[number].address):
            self.chosen.emit(address)

    def _tell_tip(self, event: QHelpEvent) -> None:
        number = self.part_at(QPointF(event.pos()))
        if number is not None:
            QToolTip.showText(event.globalPos(), literal_tip(self.told[number].tip), self)
