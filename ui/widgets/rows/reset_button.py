"""The small button after the name of a row that gives a value its default back.

It is there only while there is something to reset. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role

_WIDTH: Final = 16
_HEIGHT: Final = 20
_SIXTEENTH: Final = 16


class ResetButton(QToolButton):
    """An arrow that turns back; hidden while nothing is changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "tight")
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))
        self.setAccessibleName(
            translate("ResetButton", "Reset {name} to default").format(name=name)
        )
        self.setToolTip(translate("ResetButton", "Reset to default"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_active(False)

    def set_active(self, active: bool) -> None:
        """Offer the reset, or leave its room to the name."""
        self.setEnabled(active)
        self.setVisible(active)

    def accessible(self) -> Accessible:
        """Return the button as it is told."""
        return Accessible(self.accessibleName(), Role.Button, press=self.click)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.WindowText
        color = self.palette().color(role)
        center = QRectF(self.rect()).center()
        arc = QRectF(center.x() - 4.5, center.y() - 4.5, 9, 9)
        painter.setPen(QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(arc, -150 * _SIXTEENTH, 290 * _SIXTEENTH)
        tip = QPointF(arc.left() + 0.6, arc.top() + 2.2)
        head = [tip, tip + QPointF(-1.2, -4.6), tip + QPointF(4.6, -0.8)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF(head))
        painter.end()
