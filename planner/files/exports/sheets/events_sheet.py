"""Events of scenarios with their dates, and what they want: two sheets.

Seventh floor of planner.
"""

from collections.abc import Iterator, Sequence

from planner.ensemble.projection import Projection
from planner.files.exports.sheets.cells import Cell, Percent, Row, Sheet, date_cell, told_in
from planner.files.scenario.titles import told_apart
from planner.model.graph import model
from planner.model.indices import place_text
from planner.model.path_words import path_text
from planner.model.paths import KNOTS_AT_MOST, LeverPath
from planner.model.targets.target import Target
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import plain
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.catalog import translate
from planner.studies.events import EventKind, dates_between, events


def events_sheet(runs: Sequence[Projection]) -> Sheet:
    """Return what happens when at central values, and in 80% of futures where that is known."""
    head = (
        translate("Workbook", "scenario"),
        translate("Workbook", "event"),
        translate("Workbook", "place"),
        translate("Workbook", "date"),
        "P10",
        "P90",
    )
    name = translate("Workbook", "Events")
    return Sheet(name, head, _events(runs), (28, 28, 16, 14, 18, 18), frozen=1)


def targets_sheet(runs: Sequence[Projection], system: UnitSystem = BASE) -> Sheet:
    """Return what each scenario wants, and in how many futures it is met where that was asked."""
    head = (
        translate("Workbook", "scenario"),
        translate("Workbook", "outcome"),
        translate("Workbook", "place"),
        translate("Workbook", "sense"),
        translate("Workbook", "level"),
        translate("Workbook", "unit"),
        translate("Workbook", "year"),
        translate("Workbook", "met in"),
        translate("Workbook", "all met in"),
    )
    widths = (28, 34, 24, 10, 24, 20, 10, 10, 12)
    name = translate("Workbook", "Targets")
    return Sheet(name, head, _targets(runs, system), widths, frozen=1)


def _event_text(kind: EventKind) -> str:
    match kind:
        case "budget_exhausted":
            return translate("Workbook", "Voucher budget used up")
        case "vouchers_end":
            return translate("Workbook", "Vouchers end")
        case "plan_starts":
            return translate("Workbook", "Alibaba's plan starts")
        case "plan_ends":
            return translate("Workbook", "Alibaba's plan ends")


def _sense_text(target: Target) -> str:
    if target.sense == "at least":
        return translate("Workbook", "at least")
    return translate("Workbook", "at most")


def _place(element: str) -> str:
    return place_text(element) if element else ""


def _events(runs: Sequence[Projection]) -> Iterator[Row]:
    titles = told_apart(shown_title(run.scenario.title) for run in runs)
    for title, run in zip(titles, runs, strict=True):
        for event in events(run):
            between = dates_between(run, event)
            ends = (None, None) if between is None else tuple(map(date_cell, between))
            place = _place(event.element)
            yield (title, _event_text(event.kind), place, date_cell(event.time), *ends)


def _targets(runs: Sequence[Projection], system: UnitSystem) -> Iterator[Row]:
    titles = told_apart(shown_title(run.scenario.title) for run in runs)
    for title, run in zip(titles, runs, strict=True):
        for target in run.scenario.targets:
            outcome = model().outcomes[target.outcome]
            yield (
                title,
                model_text(outcome.label),
                _place(target.element),
                _sense_text(target),
                _level(target, outcome.told_in, system),
                unit_form(outcome.told_in, system).shown,
                target.year if target.year is not None else translate("Workbook", "every year"),
                *_met(run, target),
            )


def _level(target: Target, unit: str, system: UnitSystem) -> Cell:
    match target.level:
        case LeverPath() as path:
            factor = unit_form(unit, system).factor
            return path_text(
                path, target.between, lambda value: plain(value * factor), most=KNOTS_AT_MOST
            )
        case str() as key:
            return model_text(model().outcomes[key].label)
        case number:
            return told_in(number, unit, system)


def _met(run: Projection, target: Target) -> tuple[Cell, Cell]:
    """Return the shares of futures that meet a target and all of them, if they were counted."""
    met = run.met
    if met is None or target not in met.each:
        return (None, None)
    return Percent(met.each[target]), Percent(met.all_met)
