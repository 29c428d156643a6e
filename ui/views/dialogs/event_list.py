"""The list of a scenario's events with their dates: also those that no chart has room to name.

It stays open beside the window and follows the scenario. Floor: views.
"""

from math import isfinite
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from planner.studies.events import dates_between
from ui.charts.contents.wording import Wording
from ui.charts.contents.words import wording
from ui.engine.shown_run import ShownRun
from ui.widgets.label import label

Line = tuple[str, str, str]
_COLUMNS: Final = 3
_ROW_PIXELS: Final = 24
_GRID: Final = 1
"""Pixels between columns, which belong to each of them."""
_LEAST: Final = QSize(480, 160)
_OF_SCREEN: Final = 0.8


class EventList(QDialog):
    """A table: what happens, when at central values, and when in 80% of futures where known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("EventList", "Events"))
        self.table = QTableWidget(0, _COLUMNS, self)
        heads = [
            translate("EventList", "Event"),
            translate("EventList", "Date"),
            translate("EventList", "80% of futures"),
        ]
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.setProperty("look", "events")
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PIXELS)
        self.table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.table.setAccessibleName(translate("EventList", "Events with their dates"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        note = label(
            translate(
                "EventList", "Dates at central values; those of plans are alike in every future."
            ),
            look="muted",
        )
        note.setWordWrap(True)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.table)
        self._rows.addWidget(note)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        self._rows.addWidget(closing)

    def bring_up(self, run: ShownRun | None) -> None:
        """List the events of a run in front of all that is open."""
        self.show_run(run)
        self.show()
        self.raise_()

    def show_run(self, run: ShownRun | None) -> None:
        """List the events of a run; every one is seen as far as the screen is high."""
        lines = event_lines(run, wording()) if run is not None else []
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setCurrentCell(-1, -1)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once more: only now are fonts and borders those of the style."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as large as all rows and columns, as far as the screen has room."""
        room = self.screen().availableSize() * _OF_SCREEN
        self.resize(self.sizeHint().expandedTo(_LEAST).boundedTo(room))
        self._rows.activate()
        high = self.table.verticalHeader().length() - self.table.viewport().height()
        wide = self._columns_width() + 2 * self.table.frameWidth() - self.table.width()
        self.resize((self.size() + QSize(max(0, wide), max(0, high))).boundedTo(room))

    def _columns_width(self) -> int:
        """Return the pixels that all columns need; the last one is stretched, not measured."""
        header = self.table.horizontalHeader()
        return sum(
            max(self.table.sizeHintForColumn(each), header.sectionSizeHint(each)) + _GRID
            for each in range(_COLUMNS)
        )


def event_lines(run: ShownRun, words: Wording) -> list[Line]:
    """Return the name, the date and the range of each event, in order of time."""
    lines = []
    for event in sorted(run.events):
        between = dates_between(run.projection, event)
        name = words.event(event.kind, event.element)
        lines.append((name, words.month(event.time), _between(between, words)))
    return lines


def _between(dates: tuple[float, float] | None, words: Wording) -> str:
    if dates is None or not isfinite(dates[0]) or dates[0] == dates[1]:
        return ""
    low, high = dates
    if not isfinite(high):
        return words.or_later.format(month=words.month(low))
    if low == high:
        return words.month(low)
    return words.range.format(low=words.month(low), high=words.month(high))
