"""A comparison as a table for a spreadsheet: names, units and plain numbers.

Numbers have no marks between thousands, and the decimal mark of the window's language; what is no
number is said in words. Each number has a cell of its own: a level and its range, a difference, its
range and the percent of futures in which it is higher and lower. Floor: items.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QLocale

from planner.model.graph import model
from planner.quantities.shown import words_of
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Cell
from ui.items.comparison_sheet import ComparisonSheet, Heading
from ui.wording.compared.cells import row_name, unit_of_differences, unit_of_row
from ui.wording.compared.inputs import InputLine
from ui.wording.figures.units import form_of
from ui.wording.translate import language

_DIGITS: Final = 10
_PERCENT: Final = 100.0
_LEVELS: Final = 3
"""Cells of a level and its range, which stand before those of a difference."""

Table = list[list[str]]


def sheet_table(
    sheet: ComparisonSheet, lines: Sequence[int] = (), columns: Sequence[int] = ()
) -> Table:
    """Return the heads and rows of a sheet, or of some of its lines and columns."""
    chosen = [*columns] or [*range(sheet.columnCount())]
    numbers = [*lines] or [*range(sheet.rowCount())]
    wide = [column for column in chosen if _differs(sheet, column)]
    rows = [_heads(sheet, chosen, wide)]
    for number in numbers:
        match sheet.lines[number]:
            case Heading():
                continue
            case InputLine() as line:
                rows.append(_of_input(line, chosen, wide))
            case _:
                rows.append(_of_outcome(sheet, number, chosen, wide))
    return rows


def _differs(sheet: ComparisonSheet, column: int) -> bool:
    """Tell whether a column tells differences: all but what they are from."""
    return column != (sheet.shown.reference or 0)


def _heads(sheet: ComparisonSheet, columns: Sequence[int], wide: Sequence[int]) -> list[str]:
    shown = sheet.shown
    first = translate("Table", "Outcome")
    year = translate("Table", "December of")
    heads = [first, year, translate("Table", "Unit")]
    reference = shown.reference_name
    text = translate("Table", "{title}, difference from {reference}")
    for column in columns:
        title, is_together = sheet.title_of(column), sheet.is_together(column)
        heads += [] if is_together else [title, f"{title}, P10", f"{title}, P90"]
        if column in wide:
            change = title if is_together else text.format(title=title, reference=reference)
            higher = translate("Table", "{title}, higher in % of futures")
            lower = translate("Table", "{title}, lower in % of futures")
            heads += [change, f"{change}, P10", f"{change}, P90"]
            heads += [higher.format(title=title), lower.format(title=title)]
    if wide:
        heads.insert(3, translate("Table", "Unit of differences"))
    return heads


def _of_input(line: InputLine, columns: Sequence[int], wide: Sequence[int]) -> list[str]:
    cells = [line.name, "", line.unit, *([""] if wide else [])]
    for column in columns:
        own = [line.texts[column], "", ""] if column < len(line.texts) else []
        cells += [*own, *([""] * 5 if column in wide else [])]
    return cells


def _of_outcome(
    sheet: ComparisonSheet, line: int, columns: Sequence[int], wide: Sequence[int]
) -> list[str]:
    row = sheet.row_at(line)
    if row is None:
        return []
    request = row.request
    factor = form_of(model().outcomes[request.outcome].told_in).factor
    cells = [row_name(request), str(row.year), unit_of_row(request)]
    cells += [unit_of_differences(request)] if wide else []
    for column in columns:
        numbers = _numbers(sheet.cell_at(line, column) or Cell(), factor, is_wide=column in wide)
        cells += [*numbers][_LEVELS:] if sheet.is_together(column) else numbers
    return cells


def _numbers(cell: Cell, factor: float, *, is_wide: bool) -> Iterator[str]:
    level, change = cell.level, cell.difference
    levels = (None, None, None) if level is None else (level.median, level.low, level.high)
    yield from (_number(each, factor) for each in levels)
    if not is_wide:
        return
    ends = (None, None, None) if change is None else (change.median, change.low, change.high)
    yield from (_number(each, factor) for each in ends)
    shares = (None, None) if change is None else (change.higher, change.lower)
    yield from (_number(each, _PERCENT) for each in shares)


def _number(value: float | None, factor: float) -> str:
    if value is None:
        return ""
    locale = language()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return words_of(value) or locale.toString(value * factor, "g", _DIGITS)
