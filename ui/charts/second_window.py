"""Four more charts in a window of their own, which show the run, view and years of the first."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from ui.charts.chart_view import LEAST_HEIGHT
from ui.charts.contents.specs import default_setting, other_chart
from ui.charts.grid import ChartGrid

AT_FIRST: Final = ("used_compute", "voucher_money", "chip_shortage", "limit", "rent")
"""What it shows at first: four of these that the first window does not."""
_USUAL_SIZE: Final = QSize(1100, 760)
_OF_SCREEN: Final = 0.92
_MARGIN: Final = 8
_MOVES_CHARTS: Final = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
"""What a bar above the charts is told that changes its height."""


class SecondWindow(ChartGrid):
    """A window that follows another grid of charts; `seen` tells that it was opened or closed."""

    seen = Signal()

    def __init__(self, leader: ChartGrid) -> None:
        self._bar: QWidget | None = None
        super().__init__(leader.theme, leader)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(translate("Chart", "More charts – Suanli"))
        self.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.resize(_USUAL_SIZE.boundedTo(self.screen().availableSize() * _OF_SCREEN))
        there = {setting.chart for setting in leader.settings}
        keys = sorted(AT_FIRST, key=lambda key: key in there)[: len(self.views)]
        self._usual = tuple(default_setting(key) for key in keys)
        self.set_settings([other_chart(leader.settings[0], key) for key in keys])
        leader.follow(self)

    def put_above(self, bar: QWidget) -> None:
        """Put a bar above all charts, which give way to it while it is seen."""
        self._bar = bar
        bar.setParent(self)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the bar."""
        if watched is self._bar and event.type() in _MOVES_CHARTS:
            self._make_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give the bar its place; charts may be lower meanwhile, so that no window grows."""
        bar = self._bar
        if bar is None:
            return
        width = self.width() - 2 * _MARGIN
        height = 0 if bar.isHidden() else bar.heightForWidth(width)
        taken = height + _MARGIN if height > 0 else 0
        for view in self.views:
            view.setMinimumHeight(LEAST_HEIGHT - ceil(taken / 2))
        self.setContentsMargins(_MARGIN, _MARGIN + taken, _MARGIN, _MARGIN)
        bar.setGeometry(_MARGIN, _MARGIN, width, height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self.seen.emit()
