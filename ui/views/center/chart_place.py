"""Where the charts stand: all of a row of them, or one line with a way back to them.

Beside the comparison there may be no height for a whole row. A strip of a plot tells nothing, so
that charts then make room altogether. How the height is shared is `table_room`'s. Floor: views.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.charts.chart_scroll import ChartScroll
from ui.charts.chart_view import LEAST_HEIGHT
from ui.charts.grid import ChartGrid
from ui.widgets.label import label

_MARGINS: Final = (10, 3, 4, 3)


class ChartPlace(QWidget):
    """Shows charts, unless something stands `beside` them and leaves less than a row's height.

    `changed` tells that charts came or went, `resized` that the height is another, `back_wanted`
    that a hand wants charts in place of what is beside them.
    """

    changed = Signal()
    resized = Signal()
    back_wanted = Signal()

    def __init__(self, charts: ChartGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = ChartScroll(charts)
        self.line = QFrame()
        self.line.setProperty("look", "card")
        self.back_button = QPushButton(translate("AskHead", "Back to charts"))
        self.back_button.setToolTip(translate("Center", "Close the comparison"))
        self.back_button.clicked.connect(self.back_wanted)
        self._is_beside = False
        self._lay_out()
        self.set_beside(False)

    @property
    def has_charts(self) -> bool:
        """Whether charts stand here, be they seen or covered."""
        return not self.frame.isHidden()

    @property
    def lacking(self) -> int:
        """How many pixels a whole row of charts has over the least height of this."""
        return LEAST_HEIGHT - self.minimumHeight()

    def set_beside(self, is_beside: bool) -> None:
        """Stand alone, or beside something that may take the height of the charts."""
        self._is_beside = is_beside
        self.setMinimumHeight(self.line.sizeHint().height() if is_beside else LEAST_HEIGHT)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()

    def _fit(self) -> None:
        """Show charts where a whole row of them has room."""
        has_room = not self._is_beside or self.height() >= LEAST_HEIGHT
        if has_room != self.has_charts:
            self.frame.setVisible(has_room)
            self.line.setHidden(has_room)
            self.changed.emit()

    def _lay_out(self) -> None:
        told = label(translate("Center", "No room for charts here"), look="muted")
        row = QHBoxLayout(self.line)
        row.setContentsMargins(*_MARGINS)
        row.addWidget(told, 1)
        row.addWidget(self.back_button)
        self.line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        layout.addWidget(self.line)
        layout.addStretch()
        layout.setStretch(0, 1)
