"""Shows the curve of a solution, and under the pointer what it is at a place. Floor: views."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.charts.takes.curve import paint_curve, plot_of
from ui.charts.takes.drawing import CurveDrawing
from ui.style.theme import Theme
from ui.wording.figures.differences import share_told
from ui.wording.literal import literal_tip


class CurveView(QWidget):
    """Paints a drawing as large as it is; without one, nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drawing: CurveDrawing | None = None
        self.setAccessibleName(
            translate("CurveView", "Share of futures that meet it, over the lever")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawing(self, drawing: CurveDrawing | None) -> None:
        """Show another drawing."""
        self.drawing = drawing
        self.setAccessibleDescription("" if drawing is None else drawing.mark_text)
        self.update()

    def accessible(self) -> Accessible:
        """Return the curve as it is told: what is marked on it."""
        said = self.accessibleDescription()
        return Accessible(self.accessibleName(), Role.Chart, value=said, description=said)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawing is None:
            return
        painter = QPainter(self)
        paint_curve(painter, self._room(), self._theme, self.drawing)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = literal_tip(self.text_at(event.pos().x()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def text_at(self, x: float) -> str:
        """Return the share of each curve at a pixel; empty beside the plot."""
        plot, drawing = plot_of(self._room()), self.drawing
        if drawing is None or not plot.left() <= x <= plot.right():
            return ""
        place = (x - plot.left()) / plot.width()
        found = drawing.at(place)
        shares = [led_by(name, share_told(round(share, 3))) for name, share in found]
        return "\n".join((drawing.number_at(place), *shares))

    def _room(self) -> QRectF:
        return QRectF(self.rect())
