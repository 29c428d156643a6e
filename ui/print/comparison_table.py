"""A comparison of scenarios as a table of a page, and as Markdown: what the window says of it.

Each scenario has a column; the first line of a cell is its level or what differs, the next ones
are ranges. What stands in the cells is worded by `ui.wording.compared`. Floor: print.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from planner.storage.sentences.direction import isolated
from planner.studies.comparison import Comparison, Row
from ui.print.html_table import Cell, Head, html_table
from ui.wording.compared.cells import CellWords, cell_words, row_name, unit_of_row
from ui.wording.compared.inputs import InputLine, input_lines
from ui.wording.translate import numerals


def comparison_html(table: Comparison, colors: Sequence[str], reference: str) -> str:
    """Return the tables of inputs and outcomes; `colors` are those of the scenarios' names."""
    titles = [isolated(each.title) for each in table.scenarios]
    heads = [Head(title, color) for title, color in zip(titles, colors, strict=True)]
    inputs = [[(_head_of(line),), *((text,) for text in line.texts)] for line in _inputs(table)]
    tables = [html_table((_inputs_head(), *heads), inputs, look="beside")] if inputs else []
    tables.append(html_table(("", *heads), _rows(table, reference), look="beside"))
    return "\n".join(tables)


def comparison_markdown(table: Comparison, reference: str) -> str:
    """Return the same as one table of Markdown, the lines of a cell parted by semicolons."""
    titles = [each.title for each in table.scenarios]
    lines = [["", *titles], ["---", *["---:"] * len(titles)]]
    lines += [[_head_of(line), *line.texts] for line in _inputs(table)]
    lines += [["; ".join(cell) for cell in row] for row in _rows(table, reference)]
    return "".join(f"| {' | '.join(map(_escaped, line))} |\n" for line in lines)


def _rows(table: Comparison, reference: str) -> Iterator[list[Cell]]:
    years = len({row.year for row in table.rows}) > 1
    for row in table.rows:
        cells = (cell_words(row, n, numerals(), reference) for n in range(len(row.cells)))
        yield [(_name_of(row, years=years),), *map(_lines_of, cells)]


def _lines_of(words: CellWords) -> Cell:
    """Return the lines of a cell: a level and its range, what differs, its share and its range."""
    change = ", ".join(filter(None, (words.difference, words.share)))
    level = f"{words.level} ({words.range})" if words.range else words.level
    return tuple(filter(None, (level, change, words.ends)))


def _name_of(row: Row, *, years: bool) -> str:
    name, unit = row_name(row.request), unit_of_row(row.request)
    named = f"{name}, {unit}" if unit else name
    text = QCoreApplication.translate("Report", "{name}, December {year}")
    return text.format(name=named, year=row.year) if years else named


def _inputs(table: Comparison) -> tuple[InputLine, ...]:
    return input_lines(table.inputs, table.scenarios)


def _inputs_head() -> str:
    return QCoreApplication.translate("Report", "Inputs that differ")


def _head_of(line: InputLine) -> str:
    return f"{line.name}, {line.unit}" if line.unit else line.name


def _escaped(text: str) -> str:
    """Return a text that ends no cell of Markdown and begins no markup."""
    plain = " ".join(text.split())
    return "".join(f"\\{mark}" if mark in "\\|*_`<>[]" else mark for mark in plain)
