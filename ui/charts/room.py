"""Where charts stand: in rows that fit, or one alone; each visible one with its part of the room.

Charts of a column share their margins, so that their years line up. Floor: charts.
"""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.charts.chart_view import ChartView
from ui.charts.contents.specs import ChartSetting
from ui.charts.layout.row_heights import row_shares
from ui.charts.plot.chart_plot import Sides

Arrangement = Literal["1 x 1", "1 x 3", "2 x 2"]
"""Rows and columns."""
IN_ROW: Final = 3
SPACING: Final = 8
LEAST_WIDTH: Final = 300
"""Pixels of a chart, below which charts stand one under the other."""


class Room:
    """The places of the charts of a widget; `enlarged` is the number of the one that is alone."""

    def __init__(self, widget: QWidget, charts: Sequence[ChartView]) -> None:
        self._widget, self._charts = widget, charts
        self._layout = QGridLayout(widget)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._in_row = self._columns = 2
        self._rows_alike = False
        self.enlarged: int | None = None
        self._place()

    @property
    def arrangement(self) -> Arrangement:
        """How charts stand: one alone is the enlarged one."""
        if self.enlarged is not None:
            return "1 x 1"
        return "1 x 3" if self._in_row == IN_ROW else "2 x 2"

    @property
    def visible(self) -> tuple[int, ...]:
        """The numbers of the charts that are to be seen."""
        if self.enlarged is not None:
            return (self.enlarged,)
        return tuple(range(IN_ROW if self._in_row == IN_ROW else len(self._charts)))

    @property
    def rows(self) -> int:
        """How many rows of charts there are to be seen."""
        return len({index // self._columns for index in self.visible})

    def arrange(self, arrangement: Arrangement) -> None:
        """Put all charts in rows of two, or the first three in one row."""
        self._in_row = IN_ROW if arrangement == "1 x 3" else 2
        self.wrap()

    def wrap(self) -> bool:
        """Put charts one under the other where they would get too narrow; tell if any moved."""
        fits = self._widget.width() >= 2 * LEAST_WIDTH + SPACING
        columns = self._in_row if fits else 1
        if columns == self._columns:
            return False
        self._columns = columns
        self._place()
        return True

    def share(self, settings: Sequence[ChartSetting]) -> None:
        """Give each visible chart an equal part, and hidden ones none."""
        visible = self.visible
        for number, chart in enumerate(self._charts):
            chart.setVisible(number in visible)
        columns = {index % self._columns for index in visible}
        for part in range(len(self._charts)):
            self._layout.setColumnStretch(part, int(part in columns))
        self._stretch_rows(settings)
        self._layout.setSpacing(SPACING if len(visible) > 1 else 0)

    def make_rows_alike(self, alike: bool, settings: Sequence[ChartSetting]) -> None:
        """Give all rows one height, or more to one that has more to tell."""
        self._rows_alike = alike
        self._stretch_rows(settings)

    def take_effect(self) -> None:
        """Lay out at once."""
        self._layout.activate()

    def align(self) -> None:
        """Give the charts of a column the same margins."""
        for column in range(self._columns):
            members = [self._charts[i] for i in self.visible if i % self._columns == column]
            sides = Sides()
            for chart in members:
                sides = sides.beside(chart.canvas.plot.sides)
            for chart in members:
                chart.canvas.plot.share(sides)

    def _place(self) -> None:
        for index, chart in enumerate(self._charts):
            self._layout.addWidget(chart, *divmod(index, self._columns))

    def _stretch_rows(self, settings: Sequence[ChartSetting]) -> None:
        shares = row_shares(settings, self.visible, self._columns, self._rows_alike)
        for row in range(len(self._charts)):
            self._layout.setRowStretch(row, shares.get(row, 0))
