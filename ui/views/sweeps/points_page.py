"""The points of a sweep: a picture of all, and under it the table of what each sets and says.

Picture and table choose each other's point. It reads nothing. Floor: views.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from ui.charts.sweeps.picture import points_picture
from ui.charts.sweeps.placing import Placed, by_median, by_value
from ui.charts.sweeps.shown import Painted
from ui.charts.sweeps.view import PointsView
from ui.engine.sweeps.points import Opened, PointsFound
from ui.items.sweep_points import SweepPoints
from ui.items.sweep_told import TableTold, points_told
from ui.style.theme import Theme
from ui.views.sweeps.table_buttons import TableButtons
from ui.views.sweeps.table_view import SweepTableView
from ui.widgets.fields.told_choice import ToldChoice
from ui.widgets.label import label
from ui.wording.sweeps.inputs import InputTold, input_told

_GAP: Final = 6
_LEAST: Final = 120
_AT_FIRST: Final = (260, 320)


class PointsPage(QWidget):
    """Shows points; `scenario_wanted` tells that the chosen one is to be a scenario."""

    scenario_wanted = Signal()
    chosen = Signal(int)
    copy_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, opened: Opened, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        points = opened.folder.plan.points
        self._inputs: tuple[InputTold, ...] = tuple(map(input_told, points.inputs))
        self._found: PointsFound | None = None
        self.model = SweepPoints(opened, self)
        self.along = ToldChoice()
        self.view = PointsView(theme)
        self.table = SweepTableView(self.model, translate("Sweeps", "Table of the points"))
        self.buttons = TableButtons(has_rows=True)
        self._set_up()
        self._lay_out()
        self._connect()

    @property
    def point(self) -> int:
        """The number of the point that is chosen, 0 for none."""
        return self.view.point

    def lines(self) -> Iterator[tuple[str, ...]]:
        """Yield the headings and rows of the table that are to be copied."""
        return self.table.lines()

    @property
    def told(self) -> TableTold | None:
        """What the table tells, None before anything is read."""
        return None if self._found is None else points_told(self.model.columns, self._found)

    @property
    def picture(self) -> Painted | None:
        """What the picture shows."""
        return self.view.picture

    def show_found(self, found: PointsFound, description: str) -> None:
        """Show what the points say of a number; the point that is chosen stays so."""
        self._found = found
        self.model.show_found(found)
        self.table.fit_columns()
        self.view.show_picture(points_picture(found, self._placed(found)), description)
        self.choose(self.point)

    def choose(self, point: int) -> None:
        """Show which point is chosen in both, and tell nobody."""
        self.view.choose(point)
        if point:
            self.table.select(self.model.row_of_point(point))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.view.set_theme(theme)

    def _placed(self, found: PointsFound) -> Placed:
        place = self.along.currentIndex() - 1
        if place < 0:
            return by_median(self.along.currentText(), found.order)
        told = self._inputs[place]
        values = self._opened.folder.plan.points.values[:, place]
        orders = self._opened.rising[place + 1], found.order
        return by_value(told.heading, values, orders, told.number)

    def _set_up(self) -> None:
        self.along.setMinimumWidth(_LEAST)
        self.along.setAccessibleName(translate("Sweeps", "Order of the points in the picture"))
        self.along.addItem(translate("Sweeps", "in the order of their medians"))
        self.along.addItems([each.name for each in self._inputs])

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(_GAP)
        above.addWidget(label(translate("Sweeps", "Points"), look="muted"))
        above.addWidget(self.along)
        above.addStretch(1)
        above.addWidget(self.buttons)
        picture = QWidget()
        shown = QVBoxLayout(picture)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.addLayout(above)
        shown.addWidget(self.view, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(picture)
        self.splitter.addWidget(self.table)
        self.splitter.setSizes(_AT_FIRST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _GAP, 0, 0)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.along.activated.connect(self._on_along)
        self.view.chosen.connect(self._on_picture)
        self.view.taken.connect(self.scenario_wanted)
        self.table.row_chosen.connect(self._on_row)
        self.table.taken.connect(self.scenario_wanted)
        for each in (self.buttons, self.table):
            each.copy_wanted.connect(self.copy_wanted)
        self.buttons.table_wanted.connect(self.table_wanted)

    def _on_along(self) -> None:
        if self._found is not None:
            placed = self._placed(self._found)
            said = self.view.accessibleDescription()
            self.view.show_picture(points_picture(self._found, placed), said)

    def _on_picture(self, point: int) -> None:
        self.choose(point)
        self.chosen.emit(point)

    def _on_row(self, current: QModelIndex) -> None:
        point = self.model.point_at(current.row())
        self.view.choose(point)
        self.chosen.emit(point)
