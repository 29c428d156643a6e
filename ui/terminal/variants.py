"""`suanli variants`: in how many futures and variants of the model an effect keeps its sign."""

import argparse

from planner.model.scenario import FIRST_YEAR, FUTURES_AT_MOST, LAST_YEAR_AT_MOST
from planner.storage.sentences.catalog import translate
from ui.terminal.reading.changes import with_changes
from ui.terminal.reading.inputs import InputError, opened, source_of, whole_number
from ui.terminal.reading.outcomes import outcome_named
from ui.terminal.writing.table_files import add_table_files, deliver_table, table_files

_USUAL = "baseline"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "scenario",
        nargs="?",
        default=_USUAL,
        metavar=translate("Terminal", "FILE|EXAMPLE"),
        help=translate(
            "Terminal", "a scenario whose levers are asked about; the baseline unless given"
        ),
    )
    parser.add_argument(
        "--outcome",
        required=True,
        metavar=translate("Terminal", "NAME"),
        help=translate("Terminal", "an outcome, or outcome.element"),
    )
    year = whole_number(FIRST_YEAR, LAST_YEAR_AT_MOST)
    parser.add_argument(
        "--year",
        required=True,
        type=year,
        metavar=translate("Terminal", "YEAR"),
        help=translate("Terminal", "its December"),
    )
    parser.add_argument(
        "--set",
        dest="changes",
        action="append",
        default=[],
        metavar=translate("Terminal", "NAME=VALUE"),
        help=translate(
            "Terminal", "set a lever or an assumption, as in `suanli run`; may be repeated"
        ),
    )
    futures = whole_number(1, FUTURES_AT_MOST)
    parser.add_argument(
        "--futures",
        type=futures,
        metavar="N",
        help=translate("Terminal", "number of futures to draw"),
    )
    add_table_files(parser, translate("Terminal", "the effect in each variant"))


def run(options: argparse.Namespace) -> int:
    """Run every variant with and without the levers and return the exit code."""
    from dataclasses import replace

    from planner.files.exports.variants_table import variants_csv, variants_json
    from planner.studies.robustness import Asked, RobustnessError, robustness
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.terminal.tables.robust import robust

    asked = Asked(*outcome_named(options.outcome), options.year)
    scenario = with_changes(opened(options.scenario).scenario, options.changes)
    scenario = replace(scenario, futures=options.futures or scenario.futures)
    targets = table_files(options, [source_of(options.scenario)])
    projector()
    try:
        found = driven(robustness(scenario, asked), translate("Terminal", "running the variants"))
    except RobustnessError as error:
        raise InputError(str(error)) from error
    texts = {"csv": lambda: variants_csv(found), "json": lambda: variants_json(found)}
    deliver_table(targets, robust(found), texts)
    return 0
