"""A sheet as a value, and how its typed cells are written; seventh floor of planner.

A number is written as a number, a share in percent, a date as a date; texts are texts, whatever
they begin with. The head of every sheet stays in view.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Final

from planner.files.exports.xml_text import xml_text
from planner.quantities.dates import date_of_year
from planner.quantities.shown import words_of
from planner.quantities.telling import level_decimals
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_CELL_AT_MOST: Final = 32_767  # characters that a spreadsheet takes in one cell
_DECIMALS_AT_MOST: Final = 6
_HEIGHT_OF_HEAD: Final = 45  # points, for three lines
_FORMS: Final = {"percent": "0.0##%", "date": "d mmm yyyy", "month": "mmm yyyy"}


class Percent(float):
    """A part of one, shown in percent."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is shown with so many decimals, and kept with all of them."""

    value: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Told:
    """How the numbers of one row are told: in which unit, with how many decimals."""

    unit: str
    system: UnitSystem
    decimals: int

    @classmethod
    def of(cls, unit: str, values: Iterable[float], system: UnitSystem) -> "Told":
        """Return it with the decimals that mean something at the largest of some values."""
        form = unit_form(unit, system)
        size = max((abs(each) for each in values if isfinite(each)), default=0.0)
        return cls(unit, system, level_decimals(size * form.factor, form))

    def cells(self, values: Iterable[float | None]) -> "Iterator[Cell]":
        """Yield numbers as cells."""
        for value in values:
            if value is None:
                yield None
                continue
            told = told_in(value, self.unit, self.system)
            yield told if isinstance(told, Percent) else Figure(told, self.decimals)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, shown without its day."""

    first: date


Cell = str | float | date | Month | Figure | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Name, head and rows of a sheet; widths of its columns, and how many of them stay in view."""

    name: str
    head: tuple[str, ...]
    rows: Iterable[Row]
    widths: tuple[int, ...]
    frozen: int = 0


@dataclass(frozen=True, slots=True)
class Forms:
    """How cells are formatted in one workbook."""

    head: "Format"
    percent: "Format"
    date: "Format"
    month: "Format"
    figures: "tuple[Format, ...]"
    """For figures without decimals, with one, and so on."""


def told_in(value: float, unit: str, system: UnitSystem = BASE) -> float:
    """Return a value of the model in the unit that is shown; a share as a cell in percent."""
    form = unit_form(unit, system)
    return Percent(value) if form.shown.startswith(PERCENT) else value * form.factor


def date_cell(year: float) -> Cell:
    """Return a date of the model as a day; one that never comes as words."""
    return (
        date(*date_of_year(year)) if isfinite(year) else translate("Workbook", "beyond the horizon")
    )


def forms_of(book: "Workbook") -> Forms:
    """Return the formats of a workbook."""
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    percent, day, month = (book.add_format({"num_format": form}) for form in _FORMS.values())
    decimals = ("", *(f".{'0' * count}" for count in range(1, _DECIMALS_AT_MOST + 1)))
    figures = tuple(book.add_format({"num_format": f"#,##0{each}"}) for each in decimals)
    return Forms(head, percent, day, month, figures)


def begin_sheet(book: "Workbook", sheet: Sheet, forms: Forms) -> "Worksheet":
    """Return a worksheet with its head; there is nothing below it yet."""
    made = book.add_worksheet(sheet.name)
    made.freeze_panes(1, sheet.frozen)
    made.set_row(0, _HEIGHT_OF_HEAD)
    for place, head in enumerate(sheet.head):
        made.write_string(0, place, xml_text(head)[:_CELL_AT_MOST], forms.head)
    for place, width in enumerate(sheet.widths):
        made.set_column(place, place, width)
    return made


def write_sheet(book: "Workbook", sheet: Sheet, forms: Forms) -> None:
    """Write a sheet at once."""
    write_rows(begin_sheet(book, sheet, forms), sheet.rows, forms)


def write_rows(made: "Worksheet", rows: Iterable[Row], forms: Forms, begin: int = 0) -> None:
    """Write rows below the head, behind the first `begin` of them."""
    for number, row in enumerate(rows, start=begin + 1):
        for place, cell in enumerate(row):
            _write(made, (number, place), cell, forms)


def _write(made: "Worksheet", at: tuple[int, int], cell: Cell, forms: Forms) -> None:
    match cell:
        case None:
            return
        case str():
            made.write_string(*at, xml_text(cell)[:_CELL_AT_MOST])
        case Figure(value=value) if not isfinite(value):
            made.write_string(*at, words_of(value))
        case Figure(value=value, decimals=decimals):
            made.write_number(*at, value, forms.figures[min(decimals, _DECIMALS_AT_MOST)])
        case Month():
            made.write_datetime(*at, cell.first, forms.month)
        case date():
            made.write_datetime(*at, cell, forms.date)
        case _ if not isfinite(cell):
            made.write_string(*at, words_of(cell))
        case Percent():
            made.write_number(*at, float(cell), forms.percent)
        case _:
            made.write_number(*at, cell)
