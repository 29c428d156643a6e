"""Shows a picture of an answer, with tips and clicks on what it shows. Floor: charts."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.accessibility.accessible import Accessible, Part, Role
from ui.charts.worlds.picture import Picture
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_NARROWEST: Final = 220
_LOWEST: Final = 160


class PictureView(QWidget):
    """Paints a picture over all of itself; `control_wanted` carries the address of an input."""

    control_wanted = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self.setAccessibleDescription(picture.in_words() if picture else "")
        self.updateGeometry()
        self.update()

    def accessible(self) -> Accessible:
        """Return the picture with a part for each line that it says."""
        lines = self._picture.in_words().splitlines() if self._picture else ()
        return Accessible(
            self.accessibleName(), Role.Graphic, parts=tuple(Part(line) for line in lines)
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
