"""Scenarios as a sheet, to be changed in a spreadsheet and read again by `planner.files.imports`.

Seventh floor of planner. A column is a scenario, an empty cell is the default. Paths stand on a
second sheet, a column per date. Nothing is lost: numbers keep all their digits, dates that are no
day of a calendar stay the years they are. Nothing in it is a formula or a link.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from planner.facts.record import FIGURES_IN_WORDS, Figures
from planner.files.exports.xml_text import xml_text
from planner.files.own.sheet import COLUMNS as OWN_COLUMNS
from planner.files.own.sheet import OWN, rows_of_own
from planner.files.presented.tables import (
    NOTES,
    STORY,
    STORY_BESIDE,
    STORY_INPUTS,
    STORY_TARGETS,
    Table,
    TableRow,
    presented_tables,
    target_row,
)
from planner.files.scenario.scenario_list import SCENARIOS_AT_MOST
from planner.files.scenario.sheet_layout import (
    ABOUT,
    ALSO_OF_TARGETS,
    BESIDE,
    BESIDE_PATHS,
    DEFAULT,
    NAMED,
    OF_TARGETS,
    ON_A_PATH,
    PARTS,
    PATHS,
    SCENARIOS,
    TARGETS,
    SheetRow,
    column_names,
    setting_of_sheet,
    sheet_rows,
)
from planner.model.graph import model
from planner.model.inputs import Assumption, Lever
from planner.model.lever_settings import setting_of
from planner.model.paths import KNOTS_AT_MOST, LeverPath
from planner.model.scenario import (
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Scenario,
    assumption_default,
    lever_addresses,
    lever_default,
    lever_default_path,
    parts_of,
)
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import refusal

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | float | bool | None

DATES_AT_MOST: Final = 1000
_WIDTHS: Final = (34, 44, 20, 10, 12, 14)
_WIDTH_OF_PATHS: Final = (34, 44, 20, 24)
_WIDTHS_OF_TARGETS: Final = (24, 28, 12, 10, 24, 8, 10, 34, 20)
_WIDTHS_OF_OWN: Final = (24, 24, 14, 20, 12, 24, 12, 12, 18, 24, 34)
_WIDTH: Final = 16
_PERCENT: Final = "0.0###########%"
_ENDS: Final = {
    "seed": (0, SEED_AT_MOST),
    "futures": (1, FUTURES_AT_MOST),
    "last_year": (FIRST_YEAR, LAST_YEAR_AT_MOST),
}


class _Exact(float):
    """A number that is written with all its digits, so that it reads back as itself."""

    __slots__ = ()

    def __format__(self, _: str) -> str:
        return repr(float(self))


@dataclass(frozen=True, slots=True)
class _Forms:
    """How cells are written: in percent or not, a head, a text of several lines."""

    percent: "Format"
    plain: "Format"
    head: "Format"
    wrapped: "Format"

    def of(self, row: SheetRow | None, cell: Cell) -> "Format":
        """Return the form of a cell in a row."""
        is_percent = row is not None and row.is_percent and not isinstance(cell, str)
        return self.percent if is_percent else self.plain


def scenario_sheet(scenarios: Sequence[Scenario]) -> bytes:
    """Return a workbook of these scenarios. Raises FileError for more than it has room for."""
    from xlsxwriter import Workbook

    given = tuple(scenarios)
    if not 1 <= len(given) <= SCENARIOS_AT_MOST:
        raise refusal("too_many_scenarios", file="XLSX", count=len(given), most=SCENARIOS_AT_MOST)
    dates = _dates(given)
    if len(dates) > DATES_AT_MOST:
        raise refusal("sheet_too_many_dates", count=len(dates), most=DATES_AT_MOST)
    data = BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        book.set_properties({"title": xml_text(given[0].title), "comments": "Suanli"})
        forms = _forms(book)
        _write_scenarios(book.add_worksheet(SCENARIOS), given, forms)
        _write_paths(book.add_worksheet(PATHS), given, dates, forms)
        _write_targets(book.add_worksheet(TARGETS), given, forms)
        _write_own(book.add_worksheet(OWN), given, forms)
        for table in presented_tables(given):
            _write_table(book.add_worksheet(table.name), table, forms)
        _write_about(book.add_worksheet(ABOUT), forms)
    return data.getvalue()


def _forms(book: "Workbook") -> _Forms:
    return _Forms(
        percent=book.add_format({"num_format": _PERCENT}),
        plain=book.add_format({}),
        head=book.add_format({"bold": True, "bottom": 1}),
        wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
    )


def _write_scenarios(sheet: "Worksheet", given: tuple[Scenario, ...], forms: _Forms) -> None:
    figures = tuple(dict.fromkeys(each.figures for each in given))
    names = column_names(given)
    head = (*BESIDE[:-1], *_default_heads(figures), *names)
    _begin(sheet, head, _WIDTHS, forms, frozen=len(BESIDE) - 1 + len(figures))
    for number, row in enumerate(sheet_rows().values(), start=1):
        cells = (*_beside(row), *(_default(row, each) for each in figures))
        values = (_value(row, *each) for each in zip(given, names, strict=True))
        _write(sheet, number, (*cells, *values), row, forms)


def _default_heads(figures: tuple[Figures, ...]) -> tuple[str, ...]:
    """Return the head of the column of defaults, one for each kind of figures."""
    if len(figures) == 1:
        return (DEFAULT,)
    return tuple(f"{DEFAULT} ({FIGURES_IN_WORDS[each]})" for each in figures)


def _beside(row: SheetRow) -> tuple[Cell, ...]:
    """Return what stands before the values of a row: key, label, unit, and what is allowed."""
    if row.of is not None:
        return (row.key, row.label, row.unit, row.of.least, row.of.most)
    return (row.key, row.label, "", *_ENDS.get(row.key, (None, None)))


def _default(row: SheetRow, figures: Figures) -> Cell:
    match row.of:
        case Lever():
            has_path = len(lever_default_path(row.key, figures).knots) > 1 and not row.of.part
            return ON_A_PATH if has_path else lever_default(row.key, figures)
        case Assumption():
            return assumption_default(row.address, figures).parts[PARTS.index(row.part)]
    return None if row.key == "title" else setting_of_sheet(Scenario(figures=figures), row.key)


def _value(row: SheetRow, scenario: Scenario, name: str) -> Cell:
    """Return what stands in the cell of a scenario; nothing where that is the default."""
    match row.of:
        case Lever():
            setting = setting_of(scenario, row.key)
            return ON_A_PATH if isinstance(setting, LeverPath) else setting
        case Assumption():
            spread = dict(scenario.assumptions).get(row.address)
            return None if spread is None else spread.parts[PARTS.index(row.part)]
    said = setting_of_sheet(scenario, row.key)
    return None if row.key == "title" and said == name else said


def _write_paths(
    sheet: "Worksheet", given: tuple[Scenario, ...], dates: tuple[float, ...], forms: _Forms
) -> None:
    head: tuple[Cell, ...] = (*BESIDE_PATHS, *dates)
    _begin(sheet, head, _WIDTH_OF_PATHS, forms, frozen=len(BESIDE_PATHS))
    places = {date: place for place, date in enumerate(dates)}
    rows = sheet_rows()
    for number, (key, name, path) in enumerate(_paths(given), start=1):
        row = rows[key]
        values: list[Cell] = [None] * len(dates)
        for date, value in path.knots:
            values[places[date]] = value
        _write(sheet, number, (key, row.label, row.unit, name, *values), row, forms)


def _paths(given: tuple[Scenario, ...]) -> Iterator[tuple[str, str, LeverPath]]:
    """Yield every path, behind the default one of its lever."""
    names = column_names(given)
    for key in lever_addresses():
        default = lever_default_path(key, given[0].figures)
        own = [
            (name, setting)
            for name, each in zip(names, given, strict=True)
            if isinstance(setting := setting_of(each, key), LeverPath)
        ]
        row = sheet_rows()[key].of
        is_followed = isinstance(row, Lever) and (bool(parts_of(row)) or len(default.knots) > 1)
        if own or (is_followed and isinstance(row, Lever) and not row.part):
            yield key, DEFAULT, default
        for name, setting in own:
            yield key, name, setting


def _dates(given: tuple[Scenario, ...]) -> tuple[float, ...]:
    return tuple(sorted({date for _, _, path in _paths(given) for date in path.dates}))


def _write_targets(sheet: "Worksheet", given: tuple[Scenario, ...], forms: _Forms) -> None:
    head = (NAMED, *OF_TARGETS, *ALSO_OF_TARGETS)
    _begin(sheet, head, _WIDTHS_OF_TARGETS, forms, frozen=1)
    rows = (
        target_row((name,), target)
        for name, scenario in zip(column_names(given), given, strict=True)
        for target in scenario.targets
    )
    _write_rows(sheet, rows, forms)


def _write_table(sheet: "Worksheet", table: Table, forms: _Forms) -> None:
    _begin(sheet, table.head, table.widths, forms, frozen=2)
    _write_rows(sheet, table.rows, forms)


def _write_rows(sheet: "Worksheet", rows: Iterable[TableRow], forms: _Forms) -> None:
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row.cells):
            form = forms.percent if place == row.percent else forms.plain
            _write_cell(sheet, number, place, cell, form)


def _write_own(sheet: "Worksheet", given: tuple[Scenario, ...], forms: _Forms) -> None:
    _begin(sheet, (NAMED, *OWN_COLUMNS), _WIDTHS_OF_OWN, forms, frozen=1)
    rows = (
        (name, *row)
        for name, scenario in zip(column_names(given), given, strict=True)
        for row in rows_of_own(scenario.own)
    )
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, forms.plain)


def _write_about(sheet: "Worksheet", forms: _Forms) -> None:
    sheet.set_column(0, 0, 100)
    for number, words in enumerate(_about()):
        sheet.write_string(number, 0, words, forms.wrapped)


def _about() -> Iterator[str]:
    """Yield what somebody who opens the workbook has to know, a line each."""
    text = translate("Sheet of scenarios", "Suanli, model {version}")
    yield text.format(version=model().version)
    text = translate(
        "Sheet of scenarios",
        "A column of the sheet {scenarios} is a scenario; its name stands at the top. Columns and "
        "rows may be added, renamed, reordered and deleted; leave the keys of rows as they are.",
    )
    yield text.format(scenarios=SCENARIOS)
    yield translate(
        "Sheet of scenarios",
        "An empty cell is the default. Numbers stand in the unit of their row; in percent, 85% is "
        "85% and not 85.",
    )
    yield translate(
        "Sheet of scenarios",
        "Units are CNY and EFLOPS, as in scenario files, whatever units the window tells.",
    )
    yield translate("Sheet of scenarios", "An assumption has three rows: low, central and high.")
    yield from _about_other_sheets()
    yield translate(
        "Sheet of scenarios",
        "Import it again with File, Import scenarios from a sheet. Nothing is imported unless all "
        "of it is in order, and what is open stays as it is.",
    )


def _about_other_sheets() -> Iterator[str]:
    """Yield what stands beside the values: paths, targets, own numbers, bookmarks and notes."""
    text = translate(
        "Sheet of scenarios",
        "A lever that says “{path}” follows the values on the sheet {paths}: a row for each lever "
        "and scenario, a column for each date (2027, 2027-08 or 2027-08-15), an empty cell where "
        "nothing is said; {most} values at most. Rows of “{default}” are there to be looked at.",
    )
    yield text.format(path=ON_A_PATH, paths=PATHS, most=KNOTS_AT_MOST, default=DEFAULT)
    text = translate(
        "Sheet of scenarios",
        "A target of a scenario is a row of the sheet {targets}; its level is a number in the unit "
        "of its row, another outcome, or dated values: 2027:9000; 2030:12000.",
    )
    yield text.format(targets=TARGETS)
    text = translate(
        "Sheet of scenarios",
        "Numbers of your own stand on the sheet {own}: a row for each number that was counted, "
        "with its date, for each lever that was in force, with a number or dated values, and for "
        "each assumption.",
    )
    yield text.format(own=OWN)
    text = translate(
        "Sheet of scenarios",
        "Bookmarks stand on the sheet {story}, a row each; what they change stands on {inputs}, "
        "their targets on {targets}, by the number of the step. Notes on charts stand on {notes}.",
    )
    sheets = {"inputs": STORY_INPUTS, "targets": STORY_TARGETS, "notes": NOTES}
    yield text.format(story=STORY, **sheets)
    text = translate(
        "Sheet of scenarios",
        "Scenarios that are drawn beside a bookmark stand on the sheet {beside}, a row each; what "
        "they change has their number in the column “{column}”.",
    )
    yield text.format(beside=STORY_BESIDE, column="beside")


def _begin(
    sheet: "Worksheet", head: Sequence[Cell], widths: Sequence[int], forms: _Forms, frozen: int
) -> None:
    """Write the head of a sheet; it and what stands before the values stay in view."""
    sheet.freeze_panes(1, frozen)
    for place, cell in enumerate(head):
        width = widths[place] if place < len(widths) else _WIDTH
        sheet.set_column(place, place, width)
        _write_cell(sheet, 0, place, cell, forms.head)


def _write(
    sheet: "Worksheet", number: int, cells: Sequence[Cell], row: SheetRow, forms: _Forms
) -> None:
    for place, cell in enumerate(cells):
        _write_cell(sheet, number, place, cell, forms.of(row, cell))


def _write_cell(sheet: "Worksheet", number: int, place: int, cell: Cell, form: "Format") -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(number, place, cell, form)
    elif isinstance(cell, str):
        sheet.write_string(number, place, xml_text(cell), form)
    elif cell is not None:
        sheet.write_number(number, place, _Exact(cell), form)
    else:
        sheet.write_blank(number, place, None, form)
