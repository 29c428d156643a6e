"""Four more charts in a window of their own, which show the run, view and years of the first."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPalette, QShowEvent

from planner.storage.sentences.catalog import translate
from ui.charts.contents.specs import default_setting, other_chart
from ui.charts.grid import ChartGrid
from ui.charts.room import Arrangement

AT_FIRST: Final = ("used_compute", "voucher_money", "chip_shortage", "limit", "rent")
"""What it shows at first: four of these that the first window does not."""
_USUAL_SIZE: Final = QSize(1100, 760)
_OF_SCREEN: Final = 0.92
_MARGIN: Final = 8
_LEAST_CHART: Final = 260
"""Pixels of height of a chart here: two rows stand on a screen that is 600 high."""
_OF_LOW_SCREENS: Final[tuple[Arrangement, ...]] = ("1 x 3", "1 x 1")


class SecondWindow(ChartGrid):
    """A window that follows another grid of charts; `seen` tells that it was opened or closed."""

    seen = Signal()

    def __init__(self, leader: ChartGrid) -> None:
        super().__init__(leader.theme, leader)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(translate("Chart", "More charts – Suanli"))
        self.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.resize(_USUAL_SIZE.boundedTo(self.screen().availableSize() * _OF_SCREEN))
        for view in self.views:
            view.setMinimumHeight(_LEAST_CHART)
        self._arrange_within_screen()
        there = {setting.chart for setting in leader.settings}
        keys = sorted(AT_FIRST, key=lambda key: key in there)[: len(self.views)]
        self._usual = tuple(default_setting(key) for key in keys)
        self.set_settings([other_chart(leader.settings[0], key) for key in keys])
        leader.follow(self)

    def _arrange_within_screen(self) -> None:
        """Show one row of charts, or one chart, where the screen is too low for more."""
        for arrangement in _OF_LOW_SCREENS:
            if self.minimumSizeHint().height() > self.height():
                self.arrange(arrangement)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self.seen.emit()
