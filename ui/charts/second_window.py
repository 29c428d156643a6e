"""Four more charts in a window of their own, which show the run, view and years of the first."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPalette, QShowEvent

from ui.charts.contents.specs import default_setting, other_chart
from ui.charts.grid import ChartGrid

AT_FIRST: Final = ("rent", "used_compute", "voucher_money", "chip_shortage")
_USUAL_SIZE: Final = QSize(1100, 760)
_MARGIN: Final = 8


class SecondWindow(ChartGrid):
    """A window that follows another grid of charts; `seen` tells that it was opened or closed."""

    seen = Signal()

    def __init__(self, leader: ChartGrid) -> None:
        super().__init__(leader.theme, leader)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(QCoreApplication.translate("Chart", "More charts – Suanli"))
        self.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.resize(_USUAL_SIZE)
        self._usual = tuple(default_setting(key) for key in AT_FIRST)
        self.set_settings([other_chart(leader.settings[0], key) for key in AT_FIRST])
        leader.follow(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self.seen.emit()
