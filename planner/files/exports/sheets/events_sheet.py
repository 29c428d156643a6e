"""Events of scenarios with their dates, and what they want: two sheets; top floor of planner."""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.ensemble.projection import Projection
from planner.files.exports.sheets.cells import Cell, Percent, Row, Sheet, date_cell, told_in
from planner.files.scenario.titles import told_apart
from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.path_words import path_text
from planner.model.paths import KNOTS_AT_MOST, LeverPath
from planner.model.targets.target import Target
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.spoken import ENGLISH
from planner.studies.events import EventKind, dates_between, events

_EVENTS: Final[dict[EventKind, str]] = {
    "budget_exhausted": "Voucher budget used up",
    "vouchers_end": "Vouchers end",
    "plan_starts": "Alibaba's plan starts",
    "plan_ends": "Alibaba's plan ends",
}
_EVENTS_HEAD: Final = ("scenario", "event", "place", "date", "P10", "P90")
_TARGETS_HEAD: Final = (
    "scenario",
    "outcome",
    "place",
    "sense",
    "level",
    "unit",
    "year",
    "met in",
    "all met in",
)


def events_sheet(runs: Sequence[Projection]) -> Sheet:
    """Return what happens when at central values, and in 80% of futures where that is known."""
    return Sheet("Events", _EVENTS_HEAD, _events(runs), (28, 28, 16, 14, 18, 18), frozen=1)


def targets_sheet(runs: Sequence[Projection], system: UnitSystem = BASE) -> Sheet:
    """Return what each scenario wants, and in how many futures it is met where that was asked."""
    widths = (28, 34, 24, 10, 24, 20, 10, 10, 12)
    return Sheet("Targets", _TARGETS_HEAD, _targets(runs, system), widths, frozen=1)


def _events(runs: Sequence[Projection]) -> Iterator[Row]:
    titles = told_apart(run.scenario.title for run in runs)
    for title, run in zip(titles, runs, strict=True):
        for event in events(run):
            between = dates_between(run, event)
            ends = (None, None) if between is None else tuple(map(date_cell, between))
            place = LABELS.get(event.element, "")
            yield (title, _EVENTS[event.kind], place, date_cell(event.time), *ends)


def _targets(runs: Sequence[Projection], system: UnitSystem) -> Iterator[Row]:
    titles = told_apart(run.scenario.title for run in runs)
    for title, run in zip(titles, runs, strict=True):
        for target in run.scenario.targets:
            outcome = model().outcomes[target.outcome]
            yield (
                title,
                outcome.label,
                LABELS.get(target.element, ""),
                target.sense,
                _level(target, outcome.told_in, system),
                unit_form(outcome.told_in, system, ENGLISH).shown,
                target.year if target.year is not None else "every year",
                *_met(run, target),
            )


def _level(target: Target, unit: str, system: UnitSystem) -> Cell:
    match target.level:
        case LeverPath() as path:
            factor = unit_form(unit, system, ENGLISH).factor
            return path_text(
                path, target.between, lambda value: f"{value * factor:.10g}", most=KNOTS_AT_MOST
            )
        case str() as key:
            return model().outcomes[key].label
        case number:
            return told_in(number, unit, system)


def _met(run: Projection, target: Target) -> tuple[Cell, Cell]:
    """Return the shares of futures that meet a target and all of them, if they were counted."""
    met = run.met
    if met is None or target not in met.each:
        return (None, None)
    return Percent(met.each[target]), Percent(met.all_met)
