"""The charts in a frame that scrolls where it is too low for all of them.

A chart never gets so low that its plot cannot be read: a frame with room for one row of charts
gives each row all of its height. The wheel scrolls, over plots too; Page Up and Page Down scroll
as well. Where charts stand is the grid's.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.storage.sentences.catalog import translate
from ui.charts.chart_view import LEAST_HEIGHT
from ui.charts.grid import ChartGrid
from ui.charts.room import SPACING


class ChartScroll(QScrollArea):
    """Shows a grid of charts; nothing is laid out unless the frame or the rows change."""

    def __init__(self, charts: ChartGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts = charts
        self.setAccessibleName(translate("Chart", "Charts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the tab key goes to the charts in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setWidget(charts)
        charts.rows_changed.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share()
        super().resizeEvent(event)

    def _share(self) -> None:
        """Give each row the whole height where only one has room."""
        rows, height = self._charts.rows, self.viewport().height()
        is_paged = height < 2 * LEAST_HEIGHT + SPACING
        self._charts.make_rows_alike(is_paged)
        self._charts.setMinimumHeight(rows * (height + SPACING) - SPACING if is_paged else 0)
