"""Numbers of a planner's own on the command line: read from a CSV, attached, and saved."""

import argparse
from dataclasses import replace

from planner.model.own.scenarios import with_own
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.quantities.told.titles import shown_title
from planner.storage.address import path_of
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.terminal.ask.asking import one_scenario, read_files
from ui.terminal.reading.inputs import InputError, file_name
from ui.terminal.writing.saved_scenario import add_save, saved_to
from ui.terminal.writing.table_files import answer_target
from ui.terminal.writing.targets import Target


def add_numbers(parser: argparse.ArgumentParser) -> None:
    """Add the options for a CSV, and for the scenario that carries it."""
    parser.add_argument(
        "--numbers",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal",
            "attach a CSV of your own: columns date, outcome, value; place, error (5%% or in the "
            "unit), unit, until, source and label may stand there too; a row may name a lever "
            "instead that was in force, as voucher_budget, or an assumption, as enterprises_2025",
        ),
    )
    add_save(
        parser, translate("Terminal", "write the scenario with its numbers as a scenario file")
    )


def attached(options: argparse.Namespace) -> Scenario:
    """Return the scenario that is asked about, with the CSV attached.

    Raises InputError where it then has no points, FileError and EvidenceError for a bad CSV.
    """
    return with_numbers(one_scenario(options), options.numbers)


def with_numbers(scenario: Scenario, file: str | None) -> Scenario:
    """Return a scenario with the CSV attached, if there is one. Raises as `attached`."""
    if file:
        from planner.files.own.numbers import own_numbers

        scenario = with_own(scenario, own_numbers(path_of(file), scenario.figures))
    if scenario.own and not scenario.own.points:
        text = translate(
            "Terminal",
            "the numbers of your own name levers and assumptions alone; a row of what was counted "
            "is needed",
        )
        raise InputError(text)
    if not scenario.own.points:
        text = translate(
            "Terminal", "{scenario} has no numbers of your own; attach some by --numbers"
        )
        raise InputError(text.format(scenario=shown_title(scenario.title)))
    return scenario


def destinations(options: argparse.Namespace) -> tuple[Target | None, Target | None]:
    """Return where the table and the scenario go, looked at before the run."""
    read = read_files(options) + ([options.numbers] if options.numbers else [])
    table = answer_target(options, read)
    return table, saved_to(options, (table,), read)


def about_of(scenario: Scenario) -> About:
    """Return what the latest of its own points is about."""
    point = max(scenario.own.points, key=lambda each: each.end)
    year = min(max(int(point.end), FIRST_YEAR), scenario.last_year)
    return About(point.outcome, point.element, year)


def calibrated(scenario: Scenario) -> Scenario:
    """Return the scenario with its futures held to its own numbers."""
    return replace(scenario, draws="calibrated")
