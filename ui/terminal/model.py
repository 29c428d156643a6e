"""`suanli model`: the equations as XMILE, for other simulators."""

import argparse

from planner.files.exports.formats import XMILE
from planner.storage.sentences.file_error import shown_path
from ui.process.output import say
from ui.terminal.reading.inputs import file_name, opened, source_of
from ui.terminal.writing.targets import check_file, check_not_read, target_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        f"--{XMILE.key}",
        metavar="F",
        type=file_name,
        required=True,
        help=XMILE.told,
    )
    parser.add_argument(
        "--scenario",
        metavar="FILE|EXAMPLE",
        default="baseline",
        help="scenario whose levers and assumptions it carries: a file, a chart as PNG, an example",
    )


def run(options: argparse.Namespace) -> int:
    """Write the model and return the exit code."""
    from planner.files.exports.xmile import xmile

    scenario = opened(options.scenario).scenario
    target = target_of(f"--{XMILE.key}", getattr(options, XMILE.key))
    if target.is_file:
        check_file(target)
        check_not_read([target], [source_of(options.scenario)])
    target.write(xmile(scenario))
    if not target.is_standard_output:
        say(f"wrote {shown_path(target.name)}")
    return 0
