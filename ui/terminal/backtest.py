"""`suanli backtest`: the model against what was measured, and against a user's own points."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from planner.model.scenario import Scenario
from planner.storage.address import path_of
from planner.storage.sentences.catalog import translate
from ui.terminal.reading.inputs import InputError, file_name, opened, source_of
from ui.terminal.writing.table_files import add_table_files, deliver_table, table_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "scenario",
        nargs="?",
        metavar=translate("Terminal", "FILE|EXAMPLE"),
        help=translate("Terminal", "a scenario to hold against history; the baseline unless given"),
    )
    parser.add_argument(
        "--actuals",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal",
            "add the points of a CSV: columns outcome, start (2026.5 or 2026-07), central and "
            "unit; element, end, low, high, label and others may stand there too",
        ),
    )
    add_table_files(parser, translate("Terminal", "the points"))


def run(options: argparse.Namespace) -> int:
    """Hold a scenario against what was measured and return the exit code."""
    scenario = opened(options.scenario).scenario if options.scenario else Scenario()
    targets = table_files(options, list(_read(options)))

    from planner.facts.measured import measured_points
    from planner.files.actuals import actual_points
    from planner.files.exports.backtest_table import backtest_csv, backtest_json
    from planner.studies.backtest import BacktestError, backtest
    from ui.terminal.projecting import projector
    from ui.terminal.tables.fit import fit

    points = measured_points(scenario.figures)
    if options.actuals:
        taken = {point.id for point in points}
        points += actual_points(path_of(options.actuals), scenario.figures, taken)
    projector()
    try:
        found = backtest(scenario, points)
    except BacktestError as error:
        raise InputError(str(error)) from error
    texts = {"csv": lambda: backtest_csv(found), "json": lambda: backtest_json(found)}
    deliver_table(targets, fit(found), texts)
    return 0


def _read(options: argparse.Namespace) -> Iterator[Path]:
    """Yield the files that are read."""
    if options.actuals:
        yield path_of(options.actuals)
    if options.scenario:
        yield source_of(options.scenario)
