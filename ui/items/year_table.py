"""The numbers of the charts by year: the value at the end of each year, with the 80% range.

The model looks numbers up; it computes none but the percent of a share.
"""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from planner.ensemble.projection import Projection, Request, View
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.quantities.shown import shown_unit, unit_of_difference, words_of
from planner.quantities.unit_table import PERCENT_OF_BASELINE
from ui.wording.elements import element_name
from ui.wording.key_figures import december, july
from ui.wording.numbers import Numerals, readable
from ui.wording.translate import language, model_text, numerals, unit_text

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_LEADING: Final = 2
_LOW, _HIGH = 0, 4
DIGIT: Final = re.compile(r"\d")
"""Figures are of equal width: numbers of the same shape take the same room."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of the table: what it is, its unit, a value per year."""

    name: str
    unit: str
    values: tuple[float, ...]


class YearTable(QAbstractTableModel):
    """Rows of series, columns of years; `widened` tells that a column may need more room."""

    widened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TableRow, ...] = ()
        self._years: tuple[int, ...] = ()
        self._shapes: frozenset[tuple[int, str]] = frozenset()

    def show_projection(self, projection: Projection, requests: tuple[Request, ...]) -> None:
        """Show the requested series of a run."""
        years = tuple(range(FIRST_YEAR, projection.scenario.last_year + 1))
        rows = table_rows(projection, requests, years)
        same_shape = years == self._years and _names(rows) == _names(self._rows)
        if not same_shape:
            self.beginResetModel()
        self._rows, self._years = rows, years
        if not same_shape:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, _LEADING), last, [Qt.ItemDataRole.DisplayRole])
        self._tell_what_is_new(anew=not same_shape)

    def _tell_what_is_new(self, *, anew: bool) -> None:
        """Tell when a column holds another word, or a longer number, than ever with these rows."""
        style = numerals()
        shapes = {
            (column, DIGIT.sub("0", _text(row, column, style)))
            for row in self._rows
            for column in range(self.columnCount())
        }
        before = frozenset[tuple[int, str]]() if anew else self._shapes
        self._shapes = before | shapes
        if anew or self._shapes != before:
            self.widened.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _LEADING + len(self._years)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _LEADING:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _text(self._rows[index.row()], index.column(), numerals())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section < _LEADING else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and section >= _LEADING:
            return self.tr("December {year}").format(year=self._years[section - _LEADING])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < _LEADING:
            return (self.tr("Series, each December"), self.tr("Unit"))[section]
        return str(self._years[section - _LEADING]) if section < self.columnCount() else None

    def as_text(self) -> str:
        """Return the table as lines of tab-separated values, in full precision."""
        locale = language()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        head = [self.tr("Series"), self.tr("Unit"), *(str(year) for year in self._years)]
        lines = ["\t".join(head)]
        for row in self._rows:
            values = [words_of(each) or locale.toString(each, "g", 10) for each in row.values]
            lines.append("\t".join([row.name, row.unit, *values]))
        return "\n".join(lines) + "\n"


def _text(row: TableRow, column: int, style: Numerals) -> str:
    """Return what stands in a cell."""
    if column < _LEADING:
        return (row.name, row.unit)[column]
    return readable(row.values[column - _LEADING], style)


def table_rows(
    projection: Projection, requests: tuple[Request, ...], years: tuple[int, ...]
) -> tuple[TableRow, ...]:
    """Return a line of medians for each request, and two with its 80% range."""
    rows: list[TableRow] = []
    for request in requests:
        months = [month_of(request, year) for year in years]
        series = projection.series.get(request)
        if series is None:
            continue
        unit, factor = unit_of(request)
        name = name_of(request)
        rows.append(TableRow(name, unit, tuple(float(series.line[m]) * factor for m in months)))
        if series.bands is not None:
            for text, part in (("{name}, P10", _LOW), ("{name}, P90", _HIGH)):
                values = tuple(float(series.bands[part, m]) * factor for m in months)
                rows.append(TableRow(text.format(name=name), unit, values))
    return tuple(rows)


def month_of(request: Request, year: int) -> int:
    """Return the month by which a series stands for a year: December, for a state July."""
    return july(year) if request.state else december(year)


def name_of(request: Request) -> str:
    """Return the name of a series: its outcome, area or segment, and view."""
    name = model_text(model().outcomes[request.outcome].label)
    if request.element:
        name = f"{name}, {element_name(request.element)}"
    if request.state:
        state = model().outcomes[request.outcome].state(request.state)
        text = QCoreApplication.translate("Table", "{name}, 1 July: {state}")
        return text.format(name=name, state=model_text(state.label).lower())
    suffix = _view_name(request.view)
    return f"{name} ({suffix})" if suffix else name


def unit_of(request: Request) -> tuple[str, float]:
    """Return the unit a series is shown in, and the factor to it."""
    unit = model().outcomes[request.outcome].told_in
    shown, factor = shown_unit(unit)
    match request.view:
        case "absolute":
            return unit_text(shown), factor
        case "difference":
            return unit_text(unit_of_difference(unit)), factor
        case "percent":
            return unit_text(shown_unit(PERCENT_OF_BASELINE)[0]), 1.0
        case "index":
            return QCoreApplication.translate("Table", "start = 100"), 1.0


def _view_name(view: View) -> str:
    match view:
        case "absolute":
            return ""
        case "difference":
            return QCoreApplication.translate("Table", "difference from baseline")
        case "percent":
            return QCoreApplication.translate("Table", "% difference from baseline")
        case "index":
            return QCoreApplication.translate("Table", "index")


def _names(rows: tuple[TableRow, ...]) -> tuple[str, ...]:
    return tuple(row.name for row in rows)
