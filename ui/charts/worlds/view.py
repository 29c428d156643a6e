"""Shows a picture of an answer, with tips and clicks on what it shows, and keys through it.

Floor: charts.
"""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.charts.worlds.picture import ROUND, Picture, Stop
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_NARROWEST: Final = 220
_LOWEST: Final = 160
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class PictureView(QWidget):
    """Paints a picture over all of itself; `control_wanted` carries the address of an input."""

    control_wanted = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self._at_hand: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture, self._at_hand = picture, None
        self.setAccessibleDescription(picture.in_words() if picture else "")
        self.updateGeometry()
        self.update()

    def accessible(self) -> Accessible:
        """Return the picture with a part for each line that it says."""
        lines = self._picture.in_words().splitlines() if self._picture else ()
        stop = self._stop
        return Accessible(
            self.accessibleName(),
            Role.Graphic,
            value=stop.told if stop else "",
            parts=tuple(Part(line) for line in lines),
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        least = self._picture.least_in(self.width()) if self._picture else 0.0
        return QSize(_NARROWEST, max(_LOWEST, ceil(least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is not None:
            with QPainter(self) as painter:
                self._picture.paint(painter, QRectF(self.rect()), self._theme)
                self._paint_frame(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        """Show where the keys are."""
        if (stop := self._stop) is not None and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(stop.place.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)

    @property
    def _stop(self) -> Stop | None:
        """What the keys are at."""
        stops = self._stops
        here = self._at_hand
        return stops[here] if here is not None and here < len(stops) else None

    @property
    def _stops(self) -> tuple[Stop, ...]:
        return self._picture.stops(QRectF(self.rect())) if self._picture else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stop to stop, and with Enter to the input that one leads to."""
        key, stop = Qt.Key(event.key()), self._stop
        if key in _STEPS and self._stops:
            self._go(_STEPS[key])
        elif key in _OPENING and stop is not None and stop.address:
            self.control_wanted.emit(stop.address)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        last, here = len(self._stops) - 1, self._at_hand
        first = 0 if step > 0 else last
        self._at_hand = first if here is None else min(max(here + step, 0), last)
        self.update()
        if (stop := self._stop) is not None:
            announce(self, stop.told)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._at_hand = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        tip = ""
        if self._picture is not None:
            tip = self._picture.tip_at(QRectF(self.rect()), event.pos().toPointF())
        QToolTip.showText(event.globalPos(), literal_tip(tip), self)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if self._address(event) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        address = self._address(event)
        if address and event.button() is Qt.MouseButton.LeftButton:
            self.control_wanted.emit(address)
        else:
            super().mouseReleaseEvent(event)

    def _address(self, event: QMouseEvent) -> str:
        if self._picture is None:
            return ""
        return self._picture.address_at(QRectF(self.rect()), event.position())
