"""A waterfall on a card: its bars are parts that are told and chosen. Floor: charts."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.charts.parts.view import PartsView, Told
from ui.charts.waterfall.bars import Waterfall
from ui.charts.waterfall.paint import WaterfallPainter, bar_at
from ui.style.theme import Theme


class WaterfallView(PartsView):
    """Shows one waterfall."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Waterfall | None = None
        self._theme = theme
        self._color = theme.data[0]
        self._painter = WaterfallPainter(theme, self._color)

    def show_waterfall(self, shown: Waterfall, color: str, name: str) -> None:
        """Show a waterfall in the color of its scenario; `name` is read aloud before its bars."""
        self.shown = shown
        if color != self._color:
            self._color = color
            self._painter = WaterfallPainter(self._theme, color)
        self.tell([Told(bar.tip, bar.address) for bar in shown.bars], name)

    def set_theme(self, theme: Theme, color: str) -> None:
        """Paint in the colors of a theme."""
        self._theme, self._color = theme, color
        self._painter = WaterfallPainter(theme, color)
        self.update()

    def paint_parts(self, painter: QPainter, marked: int | None) -> None:
        """Paint the waterfall, the row of a marked bar on a ground."""
        if self.shown is not None:
            self._painter.paint(painter, self.shown, self.place, marked)

    def part_at(self, point: QPointF) -> int | None:
        """Return the number of the bar in whose row a point is."""
        if self.shown is None:
            return None
        return bar_at(self._painter.room(self.shown, self.place), point)
