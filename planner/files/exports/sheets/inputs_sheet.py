"""Inputs of scenarios beside each other, those that differ first; seventh floor of planner.

Every value is told, defaults among them. A path is told in words here, its knots have a sheet.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.ensemble.conditioning.description import Conditioning
from planner.facts.record import FIGURES_IN_WORDS
from planner.files.exports.sheets.cells import Cell, Row, Sheet, told_in
from planner.files.exports.sheets.row_labels import label_of_row
from planner.files.scenario.sheet_layout import PARTS, SheetRow, setting_of_sheet, sheet_rows
from planner.files.scenario.titles import told_apart
from planner.model.inputs import Assumption, Lever
from planner.model.lever_settings import has_knots, lever_texts
from planner.model.paths import KNOTS_AT_MOST
from planner.model.presented.presented import ARGUMENT
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    lever_addresses,
    lever_path,
    lever_value,
)
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.months import date_text
from planner.quantities.told.numerals import plain
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.catalog import translate
from planner.studies.differing_inputs import differing_inputs

_WIDTHS: Final = (9, 34, 44, 20, 16)
_WIDTH: Final = 22
_PATHS_WIDTHS: Final = (34, 44, 20, 24)
_TOLD_ELSEWHERE: Final = ("title", "notes", "author", *ARGUMENT)


def inputs_sheet(scenarios: Sequence[Scenario], system: UnitSystem = BASE) -> Sheet:
    """Return the sheet of scenarios; the default is that of the figures of the first one."""
    titles = told_apart(shown_title(each.title) for each in scenarios)
    widths = (*_WIDTHS, *[_WIDTH] * len(titles))
    head = (
        translate("Workbook", "differs"),
        translate("Workbook", "key"),
        translate("Workbook", "label"),
        translate("Workbook", "unit"),
        translate("Workbook", "default"),
        *titles,
    )
    name = translate("Workbook", "Inputs")
    return Sheet(name, head, _rows(scenarios, system), widths, frozen=3)


def paths_sheet(scenarios: Sequence[Scenario], system: UnitSystem = BASE) -> Sheet | None:
    """Return the knots of every lever that follows a path of its own, None where none does."""
    names = [name for name in lever_addresses() if has_knots(name, *scenarios)]
    paths = [lever_path(each, name) for name in names for each in scenarios]
    dates = tuple(sorted({date for path in paths for date in path.dates}))
    if not names:
        return None
    head = (
        translate("Workbook", "key"),
        translate("Workbook", "label"),
        translate("Workbook", "unit"),
        translate("Workbook", "scenario"),
        *map(date_text, dates),
    )
    widths = (*_PATHS_WIDTHS, *[_WIDTH // 2] * len(dates))
    name, rows = translate("Workbook", "Paths"), _paths(names, scenarios, dates, system)
    return Sheet(name, head, rows, widths, frozen=len(_PATHS_WIDTHS))


def _paths(
    names: Sequence[str],
    scenarios: Sequence[Scenario],
    dates: Sequence[float],
    system: UnitSystem,
) -> Iterator[Row]:
    titles = told_apart(shown_title(each.title) for each in scenarios)
    for name in names:
        row = sheet_rows()[name]
        unit = "" if row.of is None else row.of.unit
        for title, scenario in zip(titles, scenarios, strict=True):
            knots = dict(lever_path(scenario, name).knots)
            told = (told_in(knots[date], unit, system) if date in knots else None for date in dates)
            yield (name, label_of_row(row), _unit(row, system), title, *told)


def ordered_rows(scenarios: Sequence[Scenario]) -> Iterator[tuple[SheetRow, bool]]:
    """Yield every input and whether it differs, those that do first."""
    differing = differing_inputs(scenarios)
    names = {*differing.levers, *differing.assumptions, *differing.settings}
    rows = [row for row in sheet_rows().values() if row.key not in _TOLD_ELSEWHERE]
    for differs in (True, False):
        for row in rows:
            if (row.address in names) is differs:
                yield row, differs


def _rows(scenarios: Sequence[Scenario], system: UnitSystem) -> Iterator[Row]:
    default = Scenario(figures=scenarios[0].figures)
    for row, differs in ordered_rows(scenarios):
        cells = _cells(row, (default, *scenarios), system)
        mark = translate("Workbook", "yes") if differs else ""
        yield (mark, row.key, label_of_row(row), _unit(row, system), *cells)


def _cells(row: SheetRow, scenarios: Sequence[Scenario], system: UnitSystem) -> Iterator[Cell]:
    """Yield what the default and each scenario have one input at."""
    match row.of:
        case Lever() as lever if not lever.part and has_knots(row.key, *scenarios):
            form = unit_form(lever.unit, system)

            def number(value: float) -> str:
                shown = plain(value * form.factor)
                return with_unit(shown, form.shown) if row.is_percent else shown

            yield from lever_texts(row.key, scenarios, number, most=KNOTS_AT_MOST)
        case Lever() as lever:
            for each in scenarios:
                yield told_in(lever_value(each, row.key), lever.unit, system)
        case Assumption() as assumption:
            for each in scenarios:
                spread = assumption_spread(each, row.address)
                yield told_in(spread.parts[PARTS.index(row.part)], assumption.unit, system)
        case None:
            for each in scenarios:
                yield _setting(each, row.key)


def _unit(row: SheetRow, system: UnitSystem) -> str:
    """Return the unit of a row in the language spoken; that of a sheet to read back is English."""
    return "" if row.of is None else unit_form(row.of.unit, system).shown


def _setting(scenario: Scenario, key: str) -> Cell:
    """Return a setting, in words where its file has a key."""
    match key:
        case "figures":
            return model_text(FIGURES_IN_WORDS[scenario.figures])
        case "draws":
            return Conditioning(scenario.draws).label
        case _:
            return setting_of_sheet(scenario, key)
