"""Shows the picture of the points of a sweep: a click or the arrow keys choose a point.

The picture is painted once for a size and kept: what is chosen is painted over it. Floor: charts.
"""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import announce
from ui.charts.sweeps.shown import PointsShown
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -50,
    Qt.Key.Key_PageDown: 50,
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST: Final = QSize(260, 150)


class PointsView(QWidget):
    """Paints one picture; `chosen` carries the number of a point that a hand chose.

    `taken` says that the point that is chosen was double-clicked, or taken by Enter.
    """

    chosen = Signal(int)
    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: PointsShown | None = None
        self._point = 0
        self._painted = QPixmap()
        self.setAccessibleName(translate("Sweeps", "Points of the sweep"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def picture(self) -> PointsShown | None:
        """What is shown."""
        return self._picture

    @property
    def point(self) -> int:
        """The number of the point that is chosen, 0 for none."""
        return self._point

    def show_picture(self, picture: PointsShown | None, description: str = "") -> None:
        """Show another picture, or none; what is chosen stays so."""
        self._picture = picture
        self.setAccessibleDescription(description)
        self._paint_anew()

    def choose(self, point: int) -> None:
        """Show which point is chosen, 0 for none, and tell nobody."""
        self._point = point
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        self._paint_anew()

    def accessible(self) -> Accessible:
        """Return the picture with the point that is chosen."""
        return Accessible(
            self.accessibleName(),
            Role.Chart,
            value=self._told(self._point),
            description=self.accessibleDescription(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._painted.size() != self.size() * ratio:
            self._painted = self._drawn(ratio)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._painted)
            if self._picture is not None and self._point:
                self._picture.paint_chosen(painter, self._place, self._point, self._theme)
            if self.hasFocus():
                painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._picture is not None:
            self._take(self._picture.point_at(self._place, event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the point that is there."""
        if event.button() != Qt.MouseButton.LeftButton or self._picture is None:
            return
        point = self._picture.point_at(self._place, event.position())
        self._take(point)
        if point:
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point; Enter takes the one that is chosen."""
        key = Qt.Key(event.key())
        if key in _ENTER and self._point:
            self.taken.emit()
            return
        if self._picture is None or key not in _STEPS:
            super().keyPressEvent(event)
            return
        self._take(self._picture.next_to(self._point, _STEPS[key]))
        announce(self, self._told(self._point))

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        point = 0
        if self._picture is not None:
            point = self._picture.point_at(self._place, event.pos().toPointF())
        QToolTip.showText(event.globalPos(), literal_tip(self._told(point)), self)
        return True

    @property
    def _place(self) -> QRectF:
        return QRectF(self.rect())

    def _told(self, point: int) -> str:
        return self._picture.told(point) if point and self._picture is not None else ""

    def _take(self, point: int) -> None:
        if point and point != self._point:
            self.choose(point)
            self.chosen.emit(point)

    def _paint_anew(self) -> None:
        self._painted = QPixmap()
        self.update()

    def _drawn(self, ratio: float) -> QPixmap:
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(self._theme.panel))
        if self._picture is not None:
            with QPainter(drawn) as painter:
                self._picture.paint(painter, self._place, self._theme)
        return drawn
