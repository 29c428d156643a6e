"""`suanli backtest`: the model against what was measured, and against a user's own points."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.address import path_of
from planner.files.file_error import shown
from planner.model.graph import model
from planner.model.scenario import Scenario
from ui.terminal.inputs import InputError, Once, file_name, opened, source_of
from ui.terminal.table_files import add_table_files, deliver_table, table_files

if TYPE_CHECKING:
    from planner.facts.measured import Measured


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "scenario",
        nargs="?",
        metavar="FILE|EXAMPLE",
        help="a scenario to hold against history; the baseline unless given",
    )
    parser.add_argument(
        "--actuals",
        metavar="F",
        type=file_name,
        action=Once,
        help="add the points of a CSV: columns outcome, start, central and unit; element, end, "
        "low, high, label and others may stand there too",
    )
    add_table_files(parser, "the points")


def run(options: argparse.Namespace) -> int:
    """Hold a scenario against what was measured and return the exit code."""
    scenario = opened(options.scenario).scenario if options.scenario else Scenario()
    targets = table_files(options, list(_read(options)))

    from planner.facts.measured import measured_points
    from planner.files.backtest_table import backtest_csv, backtest_json
    from planner.studies.backtest import BacktestError, backtest
    from ui.terminal.fit import fit
    from ui.terminal.projecting import projector

    points = measured_points(scenario.figures)
    if options.actuals:
        points += _actuals(path_of(options.actuals), {point.id for point in points})
    projector()
    try:
        found = backtest(scenario, points)
    except BacktestError as error:
        raise InputError(str(error)) from error
    texts = {"--csv": lambda: backtest_csv(found), "--json": lambda: backtest_json(found)}
    deliver_table(targets, fit(found), texts)
    return 0


def _read(options: argparse.Namespace) -> Iterator[Path]:
    """Yield the files that are read."""
    if options.actuals:
        yield path_of(options.actuals)
    if options.scenario:
        yield source_of(options.scenario)


def _actuals(path: Path, taken: Iterable[str]) -> "tuple[Measured, ...]":
    """Return a user's points; each must be one the model can be held against."""
    from planner.ensemble.measured import is_comparable
    from planner.facts.convert import can_convert
    from planner.facts.measured import read_points

    points = read_points(path)
    for point in points:
        if point.outcome not in model().outcomes:
            raise InputError(f"{path.name}: there is no outcome {shown(point.outcome)}")
        if model().outcomes[point.outcome].is_counted:
            raise InputError(f"{path.name}: {point.outcome} is no number: its futures are counted")
        if not is_comparable(point):
            allowed = ", ".join(filter(None, model().outcomes[point.outcome].elements))
            raise InputError(
                f"{path.name}: {point.outcome} has no element {shown(point.element)}; it has "
                f"{allowed or 'none'}"
            )
        unit = model().outcomes[point.outcome].unit
        if not (point.is_relative or can_convert(point.unit, unit)):
            raise InputError(
                f"{path.name}: {point.outcome} is in {unit}, not in {shown(point.unit)}"
            )
        if point.id in taken:
            raise InputError(f"{path.name}: the id {point.id} is that of a measured point")
    return points
