"""The points of a sweep: a picture of all, and under it the table of what each sets and says.

Picture and table choose each other's point. It reads nothing. Floor: views.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from planner.sweep.design.points import Points
from ui.accessibility.tips import set_tip
from ui.charts.sweeps.picture import points_picture
from ui.charts.sweeps.placing import Placed, by_median, by_value
from ui.charts.sweeps.shown import PointsShown
from ui.charts.sweeps.view import PointsView
from ui.engine.sweeps.points import PointsFound
from ui.items.sweep_points import SweepPoints
from ui.style.theme import Theme
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.wording.sweeps.inputs import InputTold, input_told

_ROW: Final = 24
_COLUMN: Final = 84
_WIDEST: Final = 220
_LINES: Final = 3
"""Lines of a heading."""
_SAMPLE: Final = 30
"""Rows by which columns are made as wide as what stands in them."""
_GAP: Final = 6
_AT_FIRST: Final = (260, 320)


class PointsPage(QWidget):
    """Shows points; `scenario_wanted` carries the number of one that is to be a scenario."""

    scenario_wanted = Signal(int)
    chosen = Signal(int)
    copy_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, points: Points, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self._inputs: tuple[InputTold, ...] = tuple(map(input_told, points.inputs))
        self._found: PointsFound | None = None
        self.model = SweepPoints(points, self)
        self.along = ChoiceBox()
        self.view = PointsView(theme)
        self.table = QTableView()
        self.open = QPushButton(translate("Sweeps", "Open as scenario"))
        self.copy = QPushButton(translate("Sweeps", "Copy table"))
        self.save = QPushButton(translate("Sweeps", "Save table…"))
        self._set_up()
        self._lay_out()
        self._connect()
        self._fit_columns()

    @property
    def point(self) -> int:
        """The number of the point that is chosen, 0 for none."""
        return self.view.point

    def lines(self) -> Iterator[tuple[str, ...]]:
        """Yield the headings and the chosen rows of the table, or all where one alone is."""
        yield tuple(each.heading for each in self.model.columns)
        chosen = [each.row() for each in self.table.selectionModel().selectedRows()]
        rows = sorted(chosen) if len(chosen) > 1 else range(self.model.rowCount())
        yield from map(self.model.texts, rows)

    @property
    def picture(self) -> PointsShown | None:
        """What the picture shows."""
        return self.view.picture

    def show_found(self, found: PointsFound, description: str) -> None:
        """Show what the points say of a number; the point that is chosen stays so."""
        self._found = found
        self.model.show_found(found)
        self._fit_columns()
        self.view.show_picture(points_picture(found, self._placed(found)), description)
        self.choose(self.point)

    def choose(self, point: int) -> None:
        """Show which point is chosen in both, and tell nobody."""
        self.view.choose(point)
        self.open.setEnabled(bool(point))
        if point:
            self._select(self.model.index(self.model.row_of(point), 0))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.view.set_theme(theme)

    def _placed(self, found: PointsFound) -> Placed:
        place = self.along.currentIndex() - 1
        if place < 0:
            return by_median(self.along.currentText(), found.median)
        told = self._inputs[place]
        return by_value(told.heading, self._points.values[:, place], found.median, told.number)

    def _select(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)

    def _fit_columns(self) -> None:
        """Give each column the room of the first rows, and of its heading in some lines."""
        header, metrics = self.table.horizontalHeader(), self.table.fontMetrics()
        rows = [self.model.texts(row) for row in range(min(_SAMPLE, self.model.rowCount()))]
        for number in range(self.model.columnCount()):
            texts = (row[number] for row in rows)
            widest = max(map(metrics.horizontalAdvance, texts), default=0) + 2 * _GAP
            heading = metrics.horizontalAdvance(self.model.columns[number].heading)
            room = max(widest, heading // (_LINES - 1) + 2 * _GAP, _COLUMN)
            header.resizeSection(number, min(_WIDEST, room))

    def _set_up(self) -> None:
        self.along.setAccessibleName(translate("Sweeps", "Order of the points in the picture"))
        self.along.addItem(translate("Sweeps", "in the order of their medians"))
        self.along.addItems([each.name for each in self._inputs])
        table = self.table
        table.setAccessibleName(translate("Sweeps", "Table of the points"))
        table.setModel(self.model)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(_LINES * header.fontMetrics().lineSpacing() + _GAP)
        table.setTabKeyNavigation(False)
        set_tip(
            self.open,
            translate(
                "Sweeps",
                "Open the chosen point in the main window, with the futures and seed of the sweep",
            ),
        )
        set_tip(self.copy, translate("Sweeps", "Copies the chosen rows, or all (Ctrl+C)"))
        self.open.setEnabled(False)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(_GAP)
        above.addWidget(label(translate("Sweeps", "Points"), look="muted"))
        above.addWidget(self.along)
        above.addStretch(1)
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
        below = QHBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self.open)
        below.addStretch(1)
        below.addWidget(self.copy)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _GAP, 0, 0)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.along.activated.connect(self._on_along)
        self.view.chosen.connect(self._on_picture)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.doubleClicked.connect(self._on_open)
        self.open.clicked.connect(self._on_open)
        self.copy.clicked.connect(self.copy_wanted)
        self.save.clicked.connect(self.table_wanted)
        copying = QAction(self.table)
        copying.setShortcut(QKeySequence.StandardKey.Copy)
        copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copying.triggered.connect(self.copy_wanted)
        self.table.addAction(copying)

    def _on_along(self) -> None:
        if self._found is not None:
            placed = self._placed(self._found)
            said = self.view.accessibleDescription()
            self.view.show_picture(points_picture(self._found, placed), said)

    def _on_picture(self, point: int) -> None:
        self.choose(point)
        self.chosen.emit(point)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            point = self.model.point_at(current.row())
            self.view.choose(point)
            self.open.setEnabled(True)
            self.chosen.emit(point)

    def _on_open(self) -> None:
        if self.point:
            self.scenario_wanted.emit(self.point)
