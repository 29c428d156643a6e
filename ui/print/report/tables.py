"""The tables of a report: the inputs that differ, and the outcomes beside each other.

Each table has as many scenarios as a page is wide for; more of them stand in tables below. Words
of cells are those of the sheet in the window. Floor: print.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import Final, Protocol

from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_turn, with_more
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Comparison, Row
from planner.studies.differing_inputs import differing_inputs
from planner.studies.key_figures import RENTS
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
BESIDE_LEVELS_AT_MOST: Final = 2
"""Scenarios whose differences have room beside their levels; those of more stand below these."""


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
    return _alike(_inputs(lines, beside, (0, *part)) for part in parted(len(beside) - 1))


def _inputs(lines: Sequence[InputLine], beside: Sequence[Column], columns: Sequence[int]) -> Table:
    head = (
        _muted(translate("Report", "Lever or assumption")),
        *(named(beside[n]) for n in columns),
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
    """Return outcomes: the levels of all, and by how much each scenario differs from the first.

    Behind the rows `asked` for stand rents that differ, and behind them the first of the others in
    which something differs, up to `most` in all.
    """
    reference = _reference(beside)
    rows = [row for row in table.rows if row.cells[0].level is not None]
    if len(beside) == 1:
        return (_with_levels(rows, beside, reference),)
    told = [row for number, row in enumerate(rows) if number < asked or _is_told(row)]
    kept = asked + sum(row.request[:2] in RENTS for row in told[asked:])
    return _tables(told[: max(kept, most)], beside, reference)


def brief_tables(table: Comparison, beside: Sequence[Beside], asked: int) -> tuple[Table, ...]:
    """Return the outcomes `asked` for alone, without the rents that differ."""
    rows = [row for row in table.rows[:asked] if row.cells[0].level is not None]
    return _tables(rows, beside, _reference(beside))


def _tables(rows: Sequence[Row], beside: Sequence[Beside], reference: str) -> tuple[Table, ...]:
    if len(beside) <= 1 + 1:
        return (_with_levels(rows, beside, reference),)
    made = _beside if len(beside) <= 1 + BESIDE_LEVELS_AT_MOST else _below
    return _alike(made(rows, beside, part, reference) for part in parted(len(beside) - 1))


def _alike(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return tables with as many columns as the first has, so that these line up on a page."""
    first, *others = tables
    return (first, *(_widened(each, len(first.rights)) for each in others))


def _widened(table: Table, columns: int) -> Table:
    more = columns - len(table.rights)
    heads, rows = (
        tuple((*cells, *[Cell()] * more) for cells in part) for part in (table.heads, table.rows)
    )
    return replace(table, heads=heads, rows=rows, rights=(*table.rights, *table.rights[-1:] * more))


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


def _beside(
    rows: Sequence[Row], beside: Sequence[Beside], part: Sequence[int], reference: str
) -> Table:
    """Return the table of two scenarios: of each its level, and beside it what it differs by."""
    shown = [beside[number] for number in part]
    titles = (Cell(), named(beside[0]), *(named(each, span=2) for each in shown))
    level, change = _muted(translate("Report", "level")), _muted(translate("Report", "difference"))
    seconds = (_muted(_outcome_head()), level, *((level, change) * len(part)))
    body = []
    for row in rows:
        cells = [_level(_words(row, 0, reference))]
        for number in part:
            words = _words(row, number, reference)
            cells += [_level(words), _change(words, beside[number])]
        body.append((Cell(_name_of_row(row, beside)), *cells))
    return Table((titles, seconds), tuple(body), (False, *([True] * (len(seconds) - 1))))


def _below(
    rows: Sequence[Row], beside: Sequence[Beside], part: Sequence[int], reference: str
) -> Table:
    """Return the table of many scenarios: the levels of all, below them what these differ by."""
    head = (_muted(_outcome_head()), *(named(beside[number]) for number in (0, *part)))
    body = []
    for row in rows:
        words = [_words(row, number, reference) for number in (0, *part)]
        changes = (_change(said, beside[n]) for n, said in zip(part, words[1:], strict=True))
        body.append((Cell(_name_of_row(row, beside)), *map(_level, words)))
        body.append((_muted(translate("Report", "difference")), Cell(), *changes))
    rights = (False, *([True] * (len(head) - 1)))
    return Table((head,), tuple(body), rights, together=1 + 1)


def _outcome_head() -> str:
    return translate("Report", "Outcome (80% range: line below)")


def _level(words: CellWords) -> Cell:
    """Return a level with its range below."""
    return Cell(words.level, below=words.range)


def _change(words: CellWords, beside: Beside) -> Cell:
    """Return a difference with its range below; empty where none is known."""
    if words.is_change:
        return Cell(words.difference, beside.color, strong=True, below=words.ends)
    return _muted(words.difference)


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
    """Return the numbers of scenarios in groups as large as each other, each fit for a page."""
    groups = max(1, ceil(count / COLUMNS_AT_MOST))
    ends = [1 + ceil(count * (group + 1) / groups) for group in range(groups)]
    return [range(first, last) for first, last in pairwise((1, *ends))]


def _reference(beside: Sequence[Beside]) -> str:
    """Return what the first column is called within a cell."""
    if beside[0].scenario.levers:
        return shown_title(beside[0].scenario.title)
    return translate("Table", "the baseline")


def _title(beside: Column) -> str:
    return shown_title(beside.scenario.title)


def named(beside: Column, *, span: int = 1) -> Cell:
    """Return the title of a scenario in its color."""
    return Cell(_title(beside), beside.color, strong=True, span=span)


def _muted(text: str) -> Cell:
    return Cell(text, LIGHT.muted)


def _name_of(line: InputLine) -> str:
    return with_more(in_turn((line.name, line.unit)), line.acting)


def _name_of_row(row: Row, beside: Sequence[Beside]) -> str:
    """Return the name of a row with its unit, and that of its differences where it is another."""
    name, unit = row_name(row.request), short_unit_of_row(row.request)
    points = unit_of_differences(row.request)
    if len(beside) > 1 and points != unit_of_row(row.request):
        text = translate("Report", "{unit} / {points}")
        unit = text.format(unit=unit, points=points)
    return in_turn((name, unit))
