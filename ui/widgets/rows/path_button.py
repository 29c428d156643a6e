"""The small button of a row whose lever may change over time: while it is down, its path is open.

Outlined for a path that is there by default, filled for one that the scenario gives. It keeps its
place where there can be no path, so that the fields of all rows stand in one column. Floor:
widgets.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolButton

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role

SIZE: Final = 22
_STEPS: Final = ((-6, 4), (-2, 4), (-2, 0), (2, 0), (2, -4), (6, -4))


class PathButton(QToolButton):
    """A check button with three steps on it."""

    def __init__(self, name: str, *, keeps_room: bool = True) -> None:
        """Make one that keeps its room while it is hidden, so that fields stand in a column."""
        super().__init__()
        self.setCheckable(True)
        self.setFixedSize(QSize(SIZE, SIZE))
        self.setProperty("path", "default")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_room)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("PathButton", "{name} over time").format(name=name))
        self.setToolTip(translate("PathButton", "Path over time: show and edit every date"))
        self.hide()

    def show_path(self, *, is_there: bool, is_own: bool) -> None:
        """Show whether the lever may change over time, and whether the scenario makes it so."""
        self.setVisible(is_there)
        path = "own" if is_own else "default"
        if path != self.property("path"):
            self.setProperty("path", path)
            self.style().unpolish(self)
            self.style().polish(self)

    def accessible(self) -> Accessible:
        """Return the button as it is told, with whose path it opens."""
        whose = translate("PathButton", "The path is the published one")
        if self.property("path") == "own":
            whose = translate("PathButton", "The scenario has a path of its own")
        name, role = self.accessibleName(), Role.CheckBox
        pressed = self.isChecked()
        return Accessible(name, role, description=whose, is_checked=pressed, press=self.click)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        is_own = self.property("path") == "own" or self.isChecked()
        role = QPalette.ColorRole.Highlight if is_own else QPalette.ColorRole.PlaceholderText
        painter = QPainter(self)
        paint_steps(painter, self.rect(), self.palette().color(role))
        painter.end()


def paint_steps(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Paint the three steps that stand for a path in the middle of a place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.5))
    middle = QRectF(rect).center()
    painter.drawPolyline([middle + QPointF(x, y) for x, y in _STEPS])
