"""What matters most on a card: bars or areas, parts that are told and chosen. Floor: charts."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.charts.parts.view import PartsView, Told
from ui.charts.shares.areas import AreaPicture, AreasPainter, area_at
from ui.charts.shares.bars import BarList
from ui.charts.shares.paint import BarsPainter, row_at
from ui.style.theme import Theme

Shown = BarList | AreaPicture


class SharesView(PartsView):
    """Shows one picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self._bars, self._areas = BarsPainter(theme), AreasPainter(theme)

    def show_picture(self, shown: Shown, name: str) -> None:
        """Show bars or areas; `name` is read aloud before what they tell."""
        self.shown = shown
        parts = shown.rows if isinstance(shown, BarList) else shown.areas
        self.tell([Told(each.tip, each.address) for each in parts], name)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._bars, self._areas = BarsPainter(theme), AreasPainter(theme)
        self.update()

    def paint_parts(self, painter: QPainter, marked: int | None) -> None:
        """Paint bars, a marked one on a ground, or areas."""
        if isinstance(self.shown, BarList):
            self._bars.paint(painter, self.shown, self.place, marked)
        elif self.shown is not None:
            self._areas.paint(painter, self.shown, self.place)

    def part_at(self, point: QPointF) -> int | None:
        """Return the number of the row or the area at a point."""
        if self.shown is None:
            return None
        if isinstance(self.shown, BarList):
            return row_at(self._bars.room(self.shown, self.place), point.y())
        return area_at(self.shown, self._areas.plot(self.shown, self.place), point)
