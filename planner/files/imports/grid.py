"""The cells of a sheet as values by their place, read by openpyxl; seventh floor of planner.

Only what `parts` has looked through is given to it. What a cell means is not known here.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from planner.files.imports.parts import checked_parts
from planner.files.imports.sheet_marks import Marks, column_letters
from planner.files.scenario.sheet_layout import plain_head
from planner.storage.sentences.file_error import refusal, shown

if TYPE_CHECKING:
    from openpyxl import Workbook

Value = object
Place = tuple[int, int]
"""Row and column of a cell, from 1."""

ROWS_AT_MOST: Final = 10_000
COLUMNS_AT_MOST: Final = 2000
_UNREADABLE: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,  # the parser of XML raises it
    TypeError,
    ValueError,
)
"""What the library raises where the parts of a workbook do not fit together."""


@dataclass(frozen=True, slots=True)
class CellError:
    """What a cell holds whose formula went wrong: #REF!, #DIV/0!. It is no text."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name, column and value of every cell that holds one by row, its marks."""

    name: str
    rows: dict[int, dict[int, Value]]
    marks: Marks

    def at(self, row: int, column: int) -> str:
        """Return where a cell is, as a sentence begins: `Scenarios, C7`."""
        return f"{self.name}, {column_letters(column)}{row}"

    @property
    def head(self) -> dict[int, Value]:
        """The first row."""
        return self.rows.get(1, {})

    def below(self) -> Iterator[tuple[int, dict[int, Value]]]:
        """Yield number and cells of every row below the head."""
        for number, cells in self.rows.items():
            if number > 1:
                yield number, cells


def read_grids(data: bytes, file: str, names: tuple[str, ...]) -> dict[str, Grid]:
    """Return the sheets of a workbook that have these names, in any case. Raises FileError."""
    marks = checked_parts(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that nobody asks for
            return _grids(data, file, names, marks)
    except _UNREADABLE as error:
        raise refusal("sheet_damaged", file=file) from error


def _grids(
    data: bytes, file: str, names: tuple[str, ...], marks: dict[str, Marks]
) -> dict[str, Grid]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        called = {plain_head(each): each for each in book.sheetnames}
        called |= {plain_head(each): each for each in book.sheetnames if each in names}
        there = {name: called[plain_head(name)] for name in names if plain_head(name) in called}
        return {name: _grid(book, file, name, title, marks) for name, title in there.items()}
    finally:
        book.close()


def _grid(book: "Workbook", file: str, name: str, title: str, marks: dict[str, Marks]) -> Grid:
    sheet = book[title]
    part = getattr(sheet, "_worksheet_path", "").lstrip("/")
    if part not in marks:
        raise refusal("sheet_damaged", file=file)
    found = marks[part]
    if found.rows > ROWS_AT_MOST or found.columns > COLUMNS_AT_MOST:
        most = {"rows": ROWS_AT_MOST, "columns": COLUMNS_AT_MOST}
        raise refusal("sheet_too_wide", file=file, sheet=shown(name), **most)
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=found.rows, max_col=found.columns, values_only=True)
    filled = {number: cells for number, cells in _filled(rows) if cells}
    for row, column in found.errors:
        if column in filled.get(row, {}):
            filled[row][column] = CellError(str(filled[row][column]))
    return Grid(name, filled, found)


def _filled(rows: Iterable[tuple[Value, ...]]) -> Iterator[tuple[int, dict[int, Value]]]:
    for number, cells in enumerate(rows, start=1):
        found = enumerate(cells, start=1)
        yield number, {column: cell for column, cell in found if cell is not None and cell != ""}
