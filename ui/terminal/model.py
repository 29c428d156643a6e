"""`suanli model`: the equations as XMILE, for other simulators."""

import argparse

from planner.files.exports.formats import XMILE
from planner.storage.sentences.catalog import translate
from ui.terminal.reading.inputs import file_name, opened, source_of
from ui.terminal.writing.targets import (
    check_file,
    check_not_read,
    target_of,
    tell_what_is_replaced,
)
from ui.terminal.writing.written import say_written
from ui.wording.translate import command_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        f"--{XMILE.key}",
        metavar="F",
        type=file_name,
        required=True,
        help=command_text(XMILE.told),
    )
    parser.add_argument(
        "--scenario",
        metavar=translate("Terminal", "FILE|EXAMPLE"),
        default="baseline",
        help=translate(
            "Terminal",
            "scenario whose levers and assumptions it carries: a file, a chart as PNG, an example",
        ),
    )
    tell_what_is_replaced(parser)


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
        say_written(target.name)
    return 0
