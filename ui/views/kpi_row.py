"""The key figures in one row, or in several where the window is narrow.

Where it is low, the cards are too, and stand in one row as long as their numbers can be read.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from planner.studies.key_figures import CARDS
from ui.widgets.kpi_card import KpiCard
from ui.wording.key_figures import KpiDisplay

_LEAST_CARD = 132
_LEAST_LOW_CARD = 98
_ENOUGH = 0.85
"""Of the width that cards want: so much, and values and units are whole."""
_FEWER_COLUMNS = 4, 3, 2
_GAP = 6
_LOW_GAP = 4


class KpiRow(QWidget):
    """The cards; what they say is told them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 0
        self._is_low = False
        self._heads: list[tuple[str, str]] = []
        self.cards = {key: KpiCard() for key in CARDS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._arrange(len(CARDS))

    def show_displays(self, displays: Iterable[KpiDisplay]) -> None:
        """Show what each card says, in their order."""
        for card, display in zip(self.cards.values(), displays, strict=True):
            card.show_display(display)
        heads = [(card.shown.title, card.shown.short_unit) for card in self.cards.values()]
        if heads != self._heads:
            self._heads = heads
            self._fit()
            self._share()

    def show_color(self, color: str) -> None:
        """Write what differs in the color of the scenario on screen."""
        for card in self.cards.values():
            card.show_color(color)

    def set_low(self, is_low: bool) -> None:
        """Take less height, for a window that has little."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._grid.setSpacing(_LOW_GAP if is_low else _GAP)
            for card in self.cards.values():
                card.set_low(is_low)
            self._fit()
            self._share()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the fewest columns, so that a narrow window gets to making them."""
        width = _FEWER_COLUMNS[-1] * _LEAST_CARD
        return QSize(width, self._grid.minimumSize().height())

    def _fit(self) -> None:
        """Stand in as many columns as have room."""
        least = _LEAST_LOW_CARD if self._is_low else _LEAST_CARD
        fewer = (each for each in _FEWER_COLUMNS if self._has_room(each * least, each))
        self._arrange(
            len(CARDS)
            if self._has_room(self._wanted(), len(CARDS))
            else next(fewer, _FEWER_COLUMNS[-1])
        )

    def _wanted(self) -> float:
        """Return the width that all cards need in one row, the gaps between them aside."""
        if self._is_low:
            return _ENOUGH * sum(card.wanted_width() for card in self.cards.values())
        return _LEAST_CARD * len(CARDS)

    def _has_room(self, width: float, columns: int) -> bool:
        return self.width() >= width + (columns - 1) * self._grid.spacing()

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards.values()):
            is_last = number == len(self.cards) - 1
            span = columns - number % columns if is_last else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, span)
        self._share()

    def _share(self) -> None:
        """Give cards of one row the width their words take, those of several rows the same."""
        is_one_row = self._columns == len(CARDS)
        for column, card in enumerate(self.cards.values()):
            share = card.wanted_width() if is_one_row and self._is_low else 1
            self._grid.setColumnStretch(column, share if column < self._columns else 0)
