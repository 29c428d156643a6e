"""Lines of futures on a card: a click picks one, keys go to the next higher or lower.

The thin lines are kept as a picture: while a hand moves only the one that was picked is painted.
Floor: charts.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import announce, describe
from ui.charts.futures.drawing import FutureLines
from ui.charts.futures.paint import frame_of, paint_lines, paint_picked
from ui.style.theme import Theme
from ui.wording.literal import literal_tip
from ui.wording.numbers import readable

_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class FuturesView(QWidget):
    """Shows lines; `picked` carries the number of a future, `stepped` by how many ranks to go."""

    picked = Signal(int)
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing: FutureLines | None = None
        self._theme, self._color = theme, theme.data[0]
        self._kept: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("FuturesView", "Futures, one line each"))

    def show_drawing(self, drawing: FutureLines, color: str, spoken: str) -> None:
        """Show lines, the picked one in the color of its scenario; `spoken` tells of it."""
        if self.drawing is None or drawing.lines is not self.drawing.lines:
            self._kept = None
        self.drawing, self._color = drawing, color
        is_new = spoken != self.accessibleDescription()
        describe(self, spoken)
        if is_new and self.hasFocus():
            announce(self, spoken)
        self.update()

    def accessible(self) -> Accessible:
        """Return the lines as they are told: the one that was picked."""
        said = self.accessibleDescription()
        return Accessible(self.accessibleName(), Role.Chart, value=said, description=said)

    def set_theme(self, theme: Theme, color: str) -> None:
        """Paint in the colors of a theme."""
        self._theme, self._color, self._kept = theme, color, None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.drawing is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground(self.drawing))
        paint_picked(painter, self._room(), self._theme, self.drawing, self._color)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.picked.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = literal_tip(self.text_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def number_at(self, place: QPointF) -> int | None:
        """Return the number of the future whose line is nearest to a place; None beside them."""
        drawing = self.drawing
        if drawing is None:
            return None
        frame = frame_of(self._room(), drawing)
        if not frame.plot.contains(place):
            return None
        return drawing.nearest(frame.month(place.x()), frame.value(place.y()))

    def text_at(self, place: QPointF) -> str:
        """Return which future is nearest to a place, and its value there."""
        number, drawing = self.number_at(place), self.drawing
        if number is None or drawing is None:
            return ""
        month = frame_of(self._room(), drawing).month(place.x())
        value = readable(drawing.value_of(number, month), numerals())
        text = translate("FuturesView", "Future {number}: {value} in {year}. Click to pick it.")
        return text.format(number=number, value=value, year=int(drawing.times[month]))

    def _ground(self, drawing: FutureLines) -> QPixmap:
        """Return the picture of axes and thin lines, painted anew where it does not fit."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._kept is None or self._kept.size() != size:
            self._kept = QPixmap(size)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            paint_lines(painter, self._room(), self._theme, drawing)
            painter.end()
        return self._kept

    def _room(self) -> QRectF:
        return QRectF(self.rect())
