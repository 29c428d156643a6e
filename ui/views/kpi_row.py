"""The key figures in one row, or in two where the window is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from planner.ensemble.projection import Projection
from ui.widgets.kpi_card import KpiCard
from ui.wording.key_figures import KPIS, kpi_display, kpi_head
from ui.wording.translate import numerals

_LEAST_CARD = 132
_COLUMNS_WHEN_NARROW = 4


class KpiRow(QWidget):
    """The cards, for the end of one year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projection: Projection | None = None
        self._baseline: Projection | None = None
        self._year = 2030
        self._columns = 0
        self._heads = tuple(kpi_head(key) for key in KPIS)
        self.cards = {key: KpiCard() for key in KPIS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._arrange(len(KPIS))
        self._fill()

    def show_projections(self, projection: Projection, baseline: Projection) -> None:
        """Show the figures of a run beside those of its baseline."""
        self._projection, self._baseline = projection, baseline
        self._fill()

    def show_year(self, year: int) -> None:
        """Show the figures at the end of another year."""
        self._year = year
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        all_fit = self.width() >= len(KPIS) * (_LEAST_CARD + 6)
        self._arrange(len(KPIS) if all_fit else _COLUMNS_WHEN_NARROW)

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
        for column in range(len(KPIS)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _fill(self) -> None:
        style = numerals()
        for head in self._heads:
            shown = kpi_display(head, self._projection, self._baseline, self._year, style)
            self.cards[head.key].show_display(shown)
