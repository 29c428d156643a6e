"""The tables of a report: the inputs that differ, and the outcomes beside each other.

Each table has as many scenarios as a page is wide for; more of them stand in tables below. Words
of cells are those of the sheet in the window. Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Protocol

from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Comparison, Row
from planner.studies.differing_inputs import differing_inputs
from ui.print.report.answer import is_moved
from ui.print.report.columns import Beside
from ui.print.report.parts import Cell, Cells, Table
from ui.style.theme import LIGHT
from ui.wording.compared.cells import (
    CellWords,
    cell_words,
    row_name,
    short_unit_of_row,
    unit_of_differences,
    unit_of_row,
)
from ui.wording.compared.inputs import InputLine, input_lines

COLUMNS_AT_MOST: Final = 4
ROWS_AT_MOST: Final = 10
KNOTS_TOLD: Final = 20
"""Knots of a path that are told in a table; the command to run it again holds all."""
RANGES_BESIDE_AT_MOST: Final = 2
"""Scenarios beside which there is room for ranges; of more, these stand below what differs."""


class Column(Protocol):
    """A scenario, and the color that it is written in."""

    @property
    def scenario(self) -> Scenario:
        """The scenario."""

    @property
    def color(self) -> str:
        """The color."""


def inputs_tables(beside: Sequence[Column]) -> tuple[Table, ...]:
    """Return a line for each input that differs, and what each scenario has."""
    scenarios = tuple(each.scenario for each in beside)
    lines = input_lines(differing_inputs(scenarios), scenarios, KNOTS_TOLD)
    if not lines:
        return ()
    parts = parted(len(beside) - 1)
    return tuple(_inputs(lines, beside, (0, *part)) for part in parts)


def _inputs(lines: Sequence[InputLine], beside: Sequence[Column], columns: Sequence[int]) -> Table:
    head = (
        _muted(translate("Report", "Lever or assumption")),
        *(_named(beside[n]) for n in columns),
    )
    rows = tuple((Cell(_name_of(line)), *_settings(line, beside, columns)) for line in lines)
    return Table((head,), rows, (False,) * len(head))


def _settings(line: InputLine, beside: Sequence[Column], columns: Sequence[int]) -> Iterator[Cell]:
    """Yield what each scenario has, in its color where that is not what the first one has."""
    for number in columns:
        differs = line.differs(number)
        yield Cell(line.texts[number], beside[number].color if differs else LIGHT.text)


def comparison_tables(
    table: Comparison, beside: Sequence[Beside], asked: int, most: int = ROWS_AT_MOST
) -> tuple[Table, ...]:
    """Return outcomes: the baseline's levels, and by how much each scenario differs from them.

    Behind the rows `asked` for stand the first of those in which something differs, up to `most`
    in all.
    """
    reference = _reference(beside)
    rows = [row for row in table.rows if row.cells[0].level is not None]
    told = [row for number, row in enumerate(rows) if number < asked or _is_told(row)]
    rows = told if len(beside) == 1 else told[: max(asked, most)]
    if len(beside) <= 1 + 1:
        return (_with_levels(rows, beside, reference),)
    parts = parted(len(beside) - 1)
    made = _differences if len(beside) <= 1 + RANGES_BESIDE_AT_MOST else _stacked
    return tuple(made(rows, beside, part, reference) for part in parts)


def _is_told(row: Row) -> bool:
    """Tell whether any scenario moves a row by more than nothing, or none could."""
    numbers = [place for place, cell in enumerate(row.cells) if cell.difference is not None]
    return not numbers or any(is_moved(_words(row, number, "")) for number in numbers)


def _with_levels(rows: Sequence[Row], beside: Sequence[Beside], reference: str) -> Table:
    """Return the table of one scenario: there is room for its levels beside what differs."""
    change = _muted(translate("Report", "difference"))
    titles = [Cell(_title(each), each.color, strong=True, span=2) for each in beside]
    seconds = [*_pair(translate("Report", "level"))] * len(beside)
    if len(beside) > 1:
        titles.append(Cell(translate("Report", "Difference"), beside[1].color, strong=True, span=2))
        seconds += [change, _range_head()]
    body = []
    for row in rows:
        words = [_words(row, number, reference) for number in range(len(beside))]
        cells = [cell for each in words for cell in (Cell(each.level), _muted(each.range))]
        if len(beside) > 1:
            cells += _difference(words[1], beside[1])
        body.append((Cell(_name_of_row(row, beside)), *cells))
    return _table(titles, seconds, body)


def _differences(
    rows: Sequence[Row], beside: Sequence[Beside], part: Sequence[int], reference: str
) -> Table:
    """Return the table of several scenarios: what each differs by."""
    shown = [beside[0], *(beside[number] for number in part)]
    titles = [Cell(_title(each), each.color, strong=True, span=2) for each in shown]
    change = translate("Report", "difference")
    seconds = [*_pair(translate("Report", "level")), *(_pair(change) * len(part))]
    body = []
    for row in rows:
        first = _words(row, 0, reference)
        cells = [Cell(first.level), _muted(first.range)]
        for number in part:
            cells += _difference(_words(row, number, reference), beside[number])
        body.append((Cell(_name_of_row(row, beside)), *cells))
    return _table(titles, seconds, body)


def _stacked(
    rows: Sequence[Row], beside: Sequence[Beside], part: Sequence[int], reference: str
) -> Table:
    """Return the table of many scenarios: what each differs by, its range below."""
    head = (
        _muted(translate("Report", "Outcome")),
        *(_named(beside[number]) for number in (0, *part)),
    )
    body = []
    for row in rows:
        first = _words(row, 0, reference)
        cells = [Cell(first.level, below=first.range)]
        for number in part:
            change, *ends = _difference(_words(row, number, reference), beside[number])
            below = ends[0].text if ends else ""
            cells.append(replace(change, span=1, below=below))
        body.append((Cell(_name_of_row(row, beside)), *cells))
    return Table((head,), tuple(body), (False, *([True] * (len(head) - 1))))


def _table(titles: Sequence[Cell], seconds: Sequence[Cell], body: Sequence[Cells]) -> Table:
    heads = ((Cell(), *titles), (_muted(translate("Report", "Outcome")), *seconds))
    pairs = sum(each.span for each in titles) // 2
    return Table(heads, tuple(body), (False, *((True, False) * pairs)))


def _difference(words: CellWords, beside: Beside) -> list[Cell]:
    """Return a difference and its range; the level where none is known."""
    if not words.difference:
        return [Cell(words.level), _muted(words.range)]
    if not words.is_change:
        return [Cell(words.difference, LIGHT.muted, span=2)]
    return [Cell(words.difference, beside.color, strong=True), _muted(words.ends)]


def _words(row: Row, column: int, reference: str) -> CellWords:
    return cell_words(row, column, numerals(), reference)


def _pair(first: str) -> tuple[Cell, ...]:
    return (_muted(first), _range_head())


def _range_head() -> Cell:
    return _muted(translate("Report", "80% range"))


def parted(count: int) -> list[range]:
    """Return the numbers of scenarios in groups that a page is wide enough for."""
    starts = range(1, count + 1, COLUMNS_AT_MOST) if count else range(1, 2)
    return [range(each, min(each + COLUMNS_AT_MOST, count + 1)) for each in starts]


def _reference(beside: Sequence[Beside]) -> str:
    """Return what the first column is called within a cell."""
    if beside[0].scenario.levers:
        return shown_title(beside[0].scenario.title)
    return translate("Table", "the baseline")


def _title(beside: Column) -> str:
    return shown_title(beside.scenario.title)


def _named(beside: Column) -> Cell:
    return Cell(_title(beside), beside.color, strong=True)


def _muted(text: str) -> Cell:
    return Cell(text, LIGHT.muted)


def _name_of(line: InputLine) -> str:
    return in_turn((line.name, line.unit))


def _name_of_row(row: Row, beside: Sequence[Beside]) -> str:
    """Return the name of a row with its unit, and that of its differences where it is another."""
    name, unit = row_name(row.request), short_unit_of_row(row.request)
    points = unit_of_differences(row.request)
    if len(beside) > 1 and points != unit_of_row(row.request):
        text = translate("Report", "{unit} / {points}")
        unit = text.format(unit=unit, points=points)
    return in_turn((name, unit))
