"""What matters most on a card: bars or areas, with tips, and a click or Enter on an input.

Floor: charts.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.lists import as_sentences
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.charts.shares.areas import AreaPicture, AreasPainter, area_at
from ui.charts.shares.bars import BarList
from ui.charts.shares.paint import BarsPainter, row_at
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}

Shown = BarList | AreaPicture


class SharesView(QWidget):
    """Shows one picture; `chosen` carries the address of an input that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self._bars, self._areas = BarsPainter(theme), AreasPainter(theme)
        self._marked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def show_picture(self, shown: Shown, name: str) -> None:
        """Show bars or areas; `name` is read aloud before what they tell."""
        self.shown = shown
        self.setAccessibleName(name)
        self.setAccessibleDescription(as_sentences(tip for _, tip in self._parts()))
        self.update()

    def accessible(self) -> Accessible:
        """Return the picture with a part for each bar or area."""
        parts = tuple(Part(tip) for _, tip in self._parts())
        return Accessible(self.accessibleName(), Role.Chart, value=self._said, parts=parts)

    @property
    def _said(self) -> str:
        """What the bar or area at hand says; empty where none is."""
        parts, number = self._parts(), self._marked
        return parts[number][1] if number is not None and number < len(parts) else ""

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._bars, self._areas = BarsPainter(theme), AreasPainter(theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(self.shown, BarList):
            self._bars.paint(painter, self.shown, self._place, self._marked)
        else:
            self._areas.paint(painter, self.shown, self._place)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_tip(event)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._part_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._parts()) - 1
        if key in _STEPS and last >= 0:
            first = -1 if _STEPS[key] > 0 else last + 1
            place = first if self._marked is None else self._marked
            self._mark(min(max(place + _STEPS[key], 0), last))
        elif key in _OPENING:
            self._choose(self._marked)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None)
        super().focusOutEvent(event)

    @property
    def _place(self) -> QRectF:
        return QRectF(self.rect())

    def _parts(self) -> list[tuple[str, str]]:
        """Return the address and the tip of each part."""
        if self.shown is None:
            return []
        parts = self.shown.rows if isinstance(self.shown, BarList) else self.shown.areas
        return [(each.address, each.tip) for each in parts]

    def _part_at(self, point: QPointF) -> int | None:
        if self.shown is None:
            return None
        if isinstance(self.shown, BarList):
            return row_at(self._bars.room(self.shown, self._place), point.y())
        return area_at(self.shown, self._areas.plot(self.shown, self._place), point)

    def _mark(self, number: int | None) -> None:
        if number != self._marked:
            self._marked = number
            is_link = number is not None
            shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()
            if self.hasFocus():
                announce(self, self._said)

    def _choose(self, number: int | None) -> None:
        parts = self._parts()
        if number is not None and number < len(parts):
            self.chosen.emit(parts[number][0])

    def _tell_tip(self, event: QHelpEvent) -> None:
        number, parts = self._part_at(QPointF(event.pos())), self._parts()
        if number is not None and number < len(parts):
            QToolTip.showText(event.globalPos(), literal_tip(parts[number][1]), self)
