"""The table of the comparison: fits its columns, sorts, tells which outcome was clicked.

It decides nothing of what is shown; the items hold that. Floor: views.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from planner.ensemble.projection import Request
from planner.storage.sentences.catalog import translate
from ui.items.comparison_sheet import WORDS, ComparisonSheet, Heading
from ui.style.theme import Theme
from ui.widgets.sheet.cells import SheetCells, Widths
from ui.widgets.sheet.headers import RowHeader, ScenarioHeader
from ui.widgets.tables.whole_columns import filled
from ui.wording.compared.cells import CellWords

Index = QModelIndex | QPersistentModelIndex

LEAST_HEIGHT: Final = 90
_ENOUGH_LINES: Final = 6
"""Two headings, and four inputs that differ."""
_ENOUGH_OUTCOMES: Final = 3
_MOST_COLUMN: Final = 420
_INPUT: Final = 230
"""What a path may widen a column to, where the table has no more room for each."""


class SheetTable(QTableView):
    """Shows a sheet; `row_opened` carries the outcome whose name was clicked.

    `copy_asked` tells that Ctrl+C was pressed in it, `left` that Escape was, `inspection_wanted`
    carries the outcome of which is asked how it is computed.
    """

    row_opened = Signal(object)
    copy_asked = Signal()
    inspection_wanted = Signal(object)
    sorted = Signal()
    left = Signal()

    def __init__(self, sheet: ComparisonSheet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.cells = SheetCells(theme, self)
        self.scenarios = ScenarioHeader(theme, self)
        self.names = RowHeader(theme, self)
        self._widths: dict[int, Widths] = {}
        self._rooms: list[int] = []
        self._given: list[int] = []
        self.setModel(sheet)
        self.setHorizontalHeader(self.scenarios)
        self.setVerticalHeader(self.names)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.scenarios.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.scenarios.setStretchLastSection(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setAccessibleName(translate("SheetTable", "Scenarios compared"))
        self.setTabKeyNavigation(False)
        self.scenarios.sectionClicked.connect(self._on_sort)
        self.names.sectionClicked.connect(self._on_name_clicked)
        for part in (self, self.names):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(self._on_menu_wanted)

    @property
    def enough_height(self) -> int:
        """The height of the heads, four inputs that differ and three outcomes.

        It is the same for fewer inputs, so that nothing moves while a lever does.
        """
        lines = _ENOUGH_LINES * self.cells.height_of(None)
        outcomes = _ENOUGH_OUTCOMES * self.cells.height_of(CellWords())
        frame = self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth()
        return self.scenarios.height() + lines + outcomes + frame

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        for part in (self.cells, self.scenarios, self.names):
            part.set_theme(theme)
        self.viewport().update()

    def show_ranges(self, shown: bool) -> None:
        """Show the ranges below levels and differences, or leave them out."""
        self.cells.shows_ranges = shown
        self.fit(anew=True)

    def fit(self, *, anew: bool) -> None:
        """Make columns and rows as large as what stands in them; narrower ones only `anew`."""
        if anew:
            self._widths = {}
            self._fit_rows()
            self._show_sorted()
        found = {column: self._wanted(column) for column in range(self._sheet.columnCount())}
        if found != self._widths:
            self._widths = found
            self.cells.set_widths(found)
            self._rooms = [self._room_of(column, widths) for column, widths in found.items()]
        self._lay_out()
        if anew:
            self._see_current()
        self.viewport().update()

    def _lay_out(self) -> None:
        """Share the width between names and columns, and let those seen at first end at the edge.

        Widths that a hand has given columns stay as long as others would not be given.
        """
        self.names.fit(sum(self._rooms))
        seen = self.width() - self.names.width() - 2 * self.frameWidth()
        seen -= self.verticalScrollBar().sizeHint().width()
        given = filled(self._rooms, seen)
        if given != self._given:
            self._given = given
            for column, room in enumerate(given):
                self.setColumnWidth(column, room)

    def _see_current(self) -> None:
        """Scroll to the scenario on screen where it is not seen whole."""
        self.updateGeometries()
        current = self._sheet.shown.current
        if sum(self._given[: current + 1]) > self.viewport().width():
            self.horizontalScrollBar().setValue(current)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew the column that changed: Qt would paint all of them."""
        if first.column() != last.column():
            super().dataChanged(first, last, roles)
            return
        left, width = self.columnViewportPosition(first.column()), self.columnWidth(first.column())
        self.viewport().update(left, 0, width, self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_name_clicked(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer Ctrl+C here, before a shortcut of the window takes it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if (
            is_override
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def choose_year(self, year: int) -> None:
        """Make the row of a year the current one, in the column of the scenario on screen."""
        index = self._sheet.index(self._row_of(year) or 0, self._sheet.shown.current)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_in_sight(self, year: int) -> None:
        """Scroll as far as the row of a year is seen whole, whatever has the keys."""
        row = self._row_of(year)
        if row is not None:
            column = max(0, self.columnAt(0))
            self.scrollTo(self._sheet.index(row, column))

    def _row_of(self, year: int) -> int | None:
        lines = enumerate(self._sheet.lines)
        return next(
            (row for row, line in lines if isinstance(line, tuple) and line[1] == year), None
        )

    @property
    def request_at_hand(self) -> Request | None:
        """The outcome of the row that has the keys, None where there is none."""
        line = self.currentIndex().row()
        what = self._sheet.lines[line] if 0 <= line < len(self._sheet.lines) else None
        return what[0] if isinstance(what, tuple) else None

    def selected_parts(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the lines and columns of the selection; none where at most one cell is."""
        chosen = self.selectionModel().selectedIndexes()
        if len(chosen) <= 1:
            return (), ()
        lines = sorted({each.row() for each in chosen})
        return lines, sorted({each.column() for each in chosen})

    def _fit_rows(self) -> None:
        for line, what in enumerate(self._sheet.lines):
            is_outcome = isinstance(what, tuple)
            words = CellWords() if is_outcome else None
            self.setRowHeight(line, self.cells.height_of(words))
        self.clearSpans()
        if self._sheet.columnCount() > 1:
            for line, what in enumerate(self._sheet.lines):
                if isinstance(what, Heading):
                    self.setSpan(line, 0, 1, self._sheet.columnCount())

    def _wanted(self, column: int) -> Widths:
        """Return how wide the parts of a column are, no narrower than they are now."""
        before = self._widths.get(column, Widths())
        level, change = before.level, before.change
        for line in range(self._sheet.rowCount()):
            words = self._sheet.index(line, column).data(WORDS)
            if isinstance(words, CellWords):
                found = self.cells.widths_of(words)
                level, change = max(level, found.level), max(change, found.change)
        return Widths(level, change)

    def _room_of(self, column: int, widths: Widths) -> int:
        texts = (
            self._sheet.index(line, column).data(WORDS) for line in range(self._sheet.rowCount())
        )
        inputs = max(
            (self.cells.text_width(t) + 24 for t in texts if isinstance(t, str)), default=0
        )
        share = (self.width() - self.names.width()) // self._sheet.columnCount()
        inputs = min(inputs, max(_INPUT, share))
        wanted = max(widths.column, self.scenarios.width_of(column), inputs)
        return max(widths.column, min(_MOST_COLUMN, wanted))

    def _on_sort(self, column: int) -> None:
        """Sort by a column: the largest first, the smallest, and as at first again."""
        now = self._sheet.sorted_by
        is_third = now is not None and now[0] == column and not now[1]
        self._sheet.sort_by(None if is_third else column)
        self._show_sorted()
        self._fit_rows()
        self.sorted.emit()

    def _show_sorted(self) -> None:
        self.scenarios.sorted_by = self._sheet.sorted_by
        self.scenarios.viewport().update()

    def _on_menu_wanted(self, place: QPoint) -> None:
        """Offer what can be done with the outcome of a row."""
        line = self.rowAt(place.y())
        what = self._sheet.lines[line] if line >= 0 else None
        if not isinstance(what, tuple):
            return
        self.setCurrentIndex(self._sheet.index(line, max(0, self.currentIndex().column())))
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        chart = menu.addAction(translate("SheetTable", "Show its &chart"))
        chart.triggered.connect(self._on_chart)
        inspect = menu.addAction(translate("SheetTable", "&How is this computed?"))
        inspect.triggered.connect(self._on_inspect)
        menu.popup(self.viewport().mapToGlobal(place))

    def _on_chart(self) -> None:
        self._on_name_clicked(self.currentIndex().row())

    def _on_inspect(self) -> None:
        if self.request_at_hand is not None:
            self.inspection_wanted.emit(self.request_at_hand)

    def _on_name_clicked(self, line: int) -> None:
        what = self._sheet.lines[line]
        if isinstance(what, tuple):
            self.row_opened.emit(what[0])
