"""The key figures in one row, or in two where the window is narrow."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from planner.studies.key_figures import CARDS
from ui.widgets.kpi_card import KpiCard
from ui.wording.key_figures import KpiDisplay

_LEAST_CARD = 132
_COLUMNS_WHEN_NARROW = 4


class KpiRow(QWidget):
    """The cards; what they say is told them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 0
        self.cards = {key: KpiCard() for key in CARDS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._arrange(len(CARDS))

    def show_displays(self, displays: Iterable[KpiDisplay]) -> None:
        """Show what each card says, in their order."""
        for card, display in zip(self.cards.values(), displays, strict=True):
            card.show_display(display)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        all_fit = self.width() >= len(CARDS) * (_LEAST_CARD + 6)
        self._arrange(len(CARDS) if all_fit else _COLUMNS_WHEN_NARROW)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of two rows, so that a narrow window gets as far as making them."""
        width = _COLUMNS_WHEN_NARROW * _LEAST_CARD
        return QSize(width, self._grid.minimumSize().height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards.values()):
            is_last = number == len(self.cards) - 1
            span = columns - number % columns if is_last else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, span)
        for column in range(len(CARDS)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
