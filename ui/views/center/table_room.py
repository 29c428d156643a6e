"""How charts and the comparison under them share the height: a whole row of charts, or none.

What a hand chose by the edge between them is kept while it is possible. Floor: views.
"""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from planner.storage.sentences.catalog import translate
from ui.views.center.chart_place import ChartPlace
from ui.views.compare.panel import ComparePanel
from ui.widgets.focus.order import follow_each_other
from ui.widgets.focus.splitter_keys import SplitterKeys

_SHARE: Final = 0.55
"""Of the height, that the table takes when it is first shown, unless charts need more."""


class TableRoom(QSplitter):
    """Has what holds the charts above, the table below, and an edge that hand and keys move."""

    def __init__(self, above: QWidget, place: ChartPlace, table: ComparePanel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._above, self._place, self._table = above, place, table
        self._was_open = False
        self._wish: bool | None = None
        self._stands = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self._lay_out()
        place.resized.connect(self._later.start)
        self.splitterMoved.connect(self._on_moved)

    def share(self) -> None:
        """Give the table its part when it is first shown; later it is as a hand left it."""
        if not self._was_open and not self._table.isHidden() and self.height() > 0:
            self._was_open = True
            self._give(self._room - round(self.height() * _SHARE))
        self._fit()

    @property
    def _room(self) -> int:
        """The pixels that both share."""
        return self.height() - self.handleWidth()

    @property
    def _least(self) -> int:
        """The height of what stands above the table, without charts; none of it is cut."""
        layout, least = self._above.layout(), self._above.minimumSizeHint().height()
        wrapped = 0 if layout is None else layout.totalMinimumHeightForWidth(self._above.width())
        return max(least, wrapped)

    @property
    def _whole(self) -> int:
        """The least height with which a row of charts is whole."""
        return self._least + self._place.lacking

    def _fit(self) -> None:
        """Let no height stand between none of the charts and a whole row of them."""
        if self._table.isHidden() or self._place.isHidden():
            return
        above = self.sizes()[0]
        if above < self._whole and (above > self._least or self._has_room):
            self._give(self._whole if self._has_room else self._least)
        self._stands = self.sizes()[0]

    @property
    def _has_room(self) -> bool:
        """Whether a row of charts leaves the table enough: as little as can be, if that is wished.

        Charts that a hand has put away stay away.
        """
        table = self._table
        least = table.minimumSizeHint().height() if self._wish else table.enough_height
        return self._wish is not False and self._room - self._whole >= least

    def _give(self, above: int) -> None:
        self.setSizes([above, max(1, self._room - above)])

    def _on_moved(self) -> None:
        """Take what a hand has chosen: the nearer of both by a drag, the next one by a key."""
        if self._place.isHidden():
            return
        above = self.sizes()[0]
        is_dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if above >= self._whole:
            self._wish = True
        elif is_dragged:
            self._wish = above > (self._least + self._whole) // 2
        elif above != self._stands:
            self._wish = above > self._stands
        self._fit()

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        self.addWidget(self._above)
        self.addWidget(self._table)
        self.setStretchFactor(0, 1)
        name = translate("Center", "Edge between charts and comparison: arrows move it")
        edge = SplitterKeys(self, name).handle
        follow_each_other((self._above, edge, self._table))
