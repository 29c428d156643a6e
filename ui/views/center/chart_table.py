"""From a chart to the table of its outcome by year, at the year of its month, and back.

Floor: views.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Qt

from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from ui.charts.at_hand import number_at_hand
from ui.charts.chart_view import ChartView
from ui.charts.contents.specs import asked_part, parts
from ui.charts.grid import ChartGrid
from ui.views.compare.panel import ComparePanel


class TableHost(Protocol):
    """What shows the comparison, and the charts where that leaves them no room."""

    def show_table(self, shown: bool) -> None:
        """Show or hide the comparison."""

    def see_charts(self) -> None:
        """Let charts be seen."""


class ChartTable(QObject):
    """Leads from each chart of a grid to the comparison and back; a `host` shows both."""

    def __init__(self, host: TableHost, charts: ChartGrid, compare: ComparePanel) -> None:
        super().__init__(charts)
        self._host, self._charts, self._compare = host, charts, compare
        self._from: ChartView | None = None
        for view in charts.views:
            view.table = compare.table
            view.table_wanted.connect(self._on_wanted)
        compare.table.left.connect(self._on_left)

    def show(self) -> None:
        """Show the table of the chart at hand."""
        self._show(self._charts.views[number_at_hand(self._charts)])

    def _show(self, chart: ChartView) -> None:
        """Show the years of what a chart is about, the one of its month chosen."""
        picture, month = chart.picture, chart.month
        if picture is None or month is None:
            return
        setting, self._from = picture.setting, chart
        pair = parts(setting)[asked_part(setting)]
        self._host.show_table(True)
        self._compare.show_years(pair, FIRST_YEAR + month // MONTHS_PER_YEAR)

    def _on_wanted(self) -> None:
        chart = self.sender()
        if isinstance(chart, ChartView):
            self._show(chart)

    def _on_left(self) -> None:
        """Go back to the chart that the table was opened from; without one, stay."""
        if self._from is None:
            return
        self._host.see_charts()
        if self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)
