"""The comparison as a table of Qt: a column per scenario, inputs that differ above, then outcomes.

Targets of the scenario on screen stand below. Thin: what stands in a cell is worked out by the
planner and worded by `ui.wording.compared`, when a view asks for it, so that a drag costs what is
to be seen. Names of rows are the vertical header, which stays while the columns scroll.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from planner.files.exports.targets_table import target_rows
from planner.model.scenario import Scenario
from planner.model.targets.words import share_text
from planner.quantities.told.lists import in_turn, led_by
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Cell, Column, Place, Row, row_of
from planner.studies.differing_inputs import differing_inputs
from ui.items.sheet_order import column_again, sort_key
from ui.wording.compared.argument import argument_lines
from ui.wording.compared.cells import (
    CellWords,
    cell_words,
    only_together_words,
    row_name,
    short_unit_of_row,
    unit_of_row,
)
from ui.wording.compared.head_tips import column_tip, row_tip
from ui.wording.compared.inputs import InputLine, input_lines
from ui.wording.figures.units import units
from ui.wording.literal import literal_tip
from ui.wording.rows.accessible_names import named_with_unit

Index = QModelIndex | QPersistentModelIndex

WORDS: Final = Qt.ItemDataRole.UserRole
"""Role of what a cell says: CellWords of an outcome, a text of an input, None of a heading."""
UNIT: Final = Qt.ItemDataRole.UserRole + 1
"""Role of the unit behind the name of a row."""
COLOR: Final = Qt.ItemDataRole.UserRole + 2
"""Role of the number of a scenario's color, None of the baseline; empty of no scenario."""
STRONG: Final = Qt.ItemDataRole.UserRole + 3
"""Role that tells an input set otherwise than in the baseline, and the scenario on screen."""

_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over the rows below it."""

    text: str


Line = Heading | InputLine | Place


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What the sheet shows: runs with their colors, rows, and what differences are from.

    The first column is the baseline; `current` is that of the scenario on screen. Of one outcome
    `by_year` the rows are years. Differences that are `is_as_run` are those which the runs hold.
    Where a scenario combines others, a last column tells what they give only `together`.
    """

    columns: tuple[Column, ...] = ()
    colors: tuple[int | None, ...] = ()
    titles: tuple[str, ...] = ()
    current: int = 0
    places: tuple[Place, ...] = ()
    reference: int | None = None
    reference_name: str = ""
    is_as_run: bool = True
    by_year: bool = False
    together: Mapping[Place, Row] | None = None

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios of the columns."""
        return tuple(column.scenario for column in self.columns)


class ComparisonSheet(QAbstractTableModel):
    """Rows of inputs and outcomes; a row of an outcome is worked out when it is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._lines: tuple[Line, ...] = ()
        self._rows: dict[Place, Row] = {}
        self._inputs: tuple[tuple[Scenario, ...], tuple[InputLine, ...]] = ((), ())
        self._sorted: tuple[int, bool] | None = None
        self._order: tuple[Place, ...] = ()

    @property
    def shown(self) -> Shown:
        """What is shown."""
        return self._shown

    @property
    def lines(self) -> tuple[Line, ...]:
        """What each row is."""
        return self._lines

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column that rows are sorted by and whether the largest comes first, if they are."""
        return self._sorted

    def show(self, shown: Shown) -> bool:
        """Show other runs or rows; tell whether other rows or columns stand there than before."""
        before, lines_before = self._shown, self._lines
        self._shown, self._rows = shown, {}
        if self._sorted is not None and _heads(shown) != _heads(before):
            again = column_again(self._sorted[0], before.colors, shown.colors)
            self._sorted = None if again is None else (again, self._sorted[1])
        if set(shown.places) != set(self._order) or self._sorted is None:
            self._order = self._in_order()
        lines = self._made_lines()
        is_other = _heads(shown) != _heads(before) or _names(lines) != _names(lines_before)
        if is_other:
            self.beginResetModel()
        self._lines = lines
        if is_other:
            self.endResetModel()
        elif lines:
            self._tell_changed(before)
        return is_other

    def _tell_changed(self, before: Shown) -> None:
        """Tell which columns changed: while a hand moves, that of one scenario is painted anew."""
        shown, last = self._shown, len(self._lines) - 1
        is_alike = _kind(shown) == _kind(before)
        for number, (now, was) in enumerate(zip(shown.columns, before.columns, strict=True)):
            is_same = now.run is was.run and (shown.is_as_run or now.changes is was.changes)
            if not (is_alike and is_same):
                self.dataChanged.emit(self.index(0, number), self.index(last, number))
        if shown.together is not None and not is_alike:
            number = len(shown.columns)
            self.dataChanged.emit(self.index(0, number), self.index(last, number))

    def sort_by(self, column: int | None) -> None:
        """Sort by a column, the largest first, the smallest first at a second time; None: not."""
        again = self._sorted is not None and self._sorted[0] == column
        largest_first = not (again and self._sorted is not None and self._sorted[1])
        self._sorted = None if column is None else (column, largest_first)
        self._order = self._in_order()
        self.layoutAboutToBeChanged.emit()
        self._lines = self._made_lines()
        self.layoutChanged.emit()

    def row_at(self, line: int) -> Row | None:
        """Return the outcome of a line; None of another line."""
        place = self._lines[line]
        return self.row_of(place) if isinstance(place, tuple) else None

    def row_of(self, place: Place) -> Row:
        """Return an outcome at a year, as the runs have it."""
        found = self._rows.get(place)
        if found is None:
            shown = self._shown
            found = self._rows[place] = row_of(shown.columns, place, shown.reference)
        return found

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        extra = self._shown.together is not None
        return 0 if parent.isValid() else len(self._shown.columns) + extra

    def is_together(self, column: int) -> bool:
        """Tell whether a column is that of what several parts give only together."""
        return column == len(self._shown.columns)

    def cell_at(self, line: int, column: int) -> Cell | None:
        """Return the numbers of an outcome in a column; None of another line, or of none."""
        place = self._lines[line]
        if not isinstance(place, tuple):
            return None
        if not self.is_together(column):
            return self.row_of(place).cells[column]
        row = (self._shown.together or {}).get(place)
        return None if row is None else row.cells[0]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case _ROLE.UserRole:
                return self._words(index)
            case _ROLE.DisplayRole:
                words = self._words(index)
                return words.spoken if isinstance(words, CellWords) else words
            case _ROLE.AccessibleTextRole | _ROLE.ToolTipRole:
                return self._spoken(index, is_tip=role == _ROLE.ToolTipRole)
        if role == STRONG:
            return self._is_strong(index)
        return self._color_of(index.column()) if role == COLOR else None

    def _is_strong(self, index: Index) -> bool:
        line, column = self._lines[index.row()], index.column()
        if isinstance(line, InputLine) and not self.is_together(column):
            return line.differs(column)
        return column == self._shown.current

    def _color_of(self, column: int) -> int | str | None:
        return "" if self.is_together(column) else self._shown.colors[column]

    def title_of(self, column: int) -> str:
        """Return what a column is called."""
        return (
            translate("ComparisonSheet", "Only together")
            if self.is_together(column)
            else self._shown.titles[column]
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return self._head_of_column(section, role)
        if not 0 <= section < len(self._lines):
            return None
        line = self._lines[section]
        if role == _ROLE.DisplayRole:
            return self._name_of(line)
        if role == UNIT:
            return self._unit_of(line)
        if role == _ROLE.ToolTipRole:
            outcome = line[0].outcome if isinstance(line, tuple) else ""
            return row_tip(outcome, self._name_of(line))
        return line if role == WORDS else None

    def _head_of_column(self, section: int, role: int) -> object:
        if not 0 <= section < self.columnCount():
            return None
        if role == _ROLE.DisplayRole:
            return self.title_of(section)
        if role == _ROLE.ToolTipRole:
            title = "" if self.is_together(section) else self.title_of(section)
            return column_tip(title)
        if role == STRONG:
            return section == self._shown.current
        return self._color_of(section) if role == COLOR else None

    def _words(self, index: Index) -> CellWords | str | None:
        match self._lines[index.row()]:
            case Heading():
                return None
            case InputLine() as line:
                return "" if self.is_together(index.column()) else line.texts[index.column()]
            case place if self.is_together(index.column()):
                row = (self._shown.together or {}).get(place)
                return CellWords() if row is None else only_together_words(row, numerals())
            case place:
                name = self._shown.reference_name
                return cell_words(self.row_of(place), index.column(), numerals(), name)

    def _spoken(self, index: Index, *, is_tip: bool) -> str | None:
        """Return a cell with the names of its row and column, for who does not see these."""
        words = self._words(index)
        if words is None:
            return None
        said = words.spoken if isinstance(words, CellWords) else words
        line = self._lines[index.row()]
        name, unit = self._name_of(line), self._unit_of(line)
        head = in_turn((self.title_of(index.column()), named_with_unit(name, unit)))
        text = led_by(head, said)
        return literal_tip(text) if is_tip else text

    def _name_of(self, line: Line) -> str:
        match line:
            case Heading(text):
                return text
            case InputLine(name=name):
                return name
            case request, year:
                if not self._shown.by_year:
                    return row_name(request)
                if request.state:
                    return translate("ComparisonSheet", "{year}, {name}").format(
                        year=year, name=row_name(request)
                    )
                return translate("ComparisonSheet", "Dec {year}").format(year=year)

    def _unit_of(self, line: Line) -> str:
        match line:
            case Heading():
                return ""
            case InputLine(unit=unit):
                return unit
            case request, _:
                return "" if self._shown.by_year else short_unit_of_row(request)

    def _made_lines(self) -> tuple[Line, ...]:
        scenarios = self._shown.scenarios
        if scenarios != self._inputs[0] and scenarios:
            found = input_lines(differing_inputs(scenarios), scenarios)
            self._inputs = scenarios, found
        inputs = self._inputs[1] if scenarios else ()
        above = (
            Heading(
                translate("ComparisonSheet", "Inputs that differ ({count})").format(
                    count=len(inputs)
                )
            ),
        )
        below = (Heading(self._head_of_outcomes()),)
        argued, targets = self._argued(), self._targets()
        return (*argued, *(above if inputs else ()), *inputs, *below, *self._order, *targets)

    def _argued(self) -> tuple[Line, ...]:
        lines = argument_lines(self._shown.scenarios)
        head = Heading(translate("ComparisonSheet", "Question, finding and decision"))
        return (head, *lines) if lines else ()

    def _targets(self) -> tuple[Line, ...]:
        """Return a line for each target that futures were judged by, and one for all of several."""
        rows = target_rows([column.run for column in self._shown.columns], units())
        nan = float("nan")
        lines = (
            InputLine(row.text, "", tuple(share_text(nan if s is None else s) for s in row.shares))
            for row in rows
        )
        head = Heading(translate("ComparisonSheet", "Targets, share of futures that meet them"))
        return (head, *lines) if rows else ()

    def _head_of_outcomes(self) -> str:
        places = self._shown.places
        if not places:
            return ""
        request, year = places[0]
        if not self._shown.by_year:
            return translate("ComparisonSheet", "Outcomes, Dec {year}").format(year=year)
        unit, name = unit_of_row(request), row_name(request._replace(state=""))
        return in_turn((name, unit))

    def _in_order(self) -> tuple[Place, ...]:
        places, by = self._shown.places, self._sorted
        if by is None or by[0] >= self.columnCount():
            return places
        column, largest_first = by
        keyed = [(self._sort_key(place, column), place) for place in places]
        known = [each for each in keyed if each[0] is not None]
        rest = [place for key, place in keyed if key is None]
        known.sort(key=lambda each: each[0] or 0.0, reverse=largest_first)
        return (*(place for _, place in known), *rest)

    def _sort_key(self, place: Place, column: int) -> float | None:
        if not self.is_together(column):
            return sort_key(self.row_of(place), column)
        row = (self._shown.together or {}).get(place)
        return None if row is None else sort_key(row, 0)


def _kind(shown: Shown) -> tuple[object, ...]:
    return shown.reference, shown.is_as_run, shown.places, shown.together


def _heads(shown: Shown) -> tuple[object, ...]:
    has_together = shown.together is not None
    return shown.titles, shown.colors, shown.by_year, shown.current, has_together


def _names(lines: Sequence[Line]) -> tuple[object, ...]:
    return tuple(replace(each, texts=()) if isinstance(each, InputLine) else each for each in lines)
