"""`suanli model`: the equations as XMILE, for other simulators."""

import argparse
from pathlib import Path

from planner.files.export_file import write_export
from planner.files.file_error import shown_path
from ui.terminal.inputs import opened
from ui.terminal.output import say, say_bytes

STANDARD_OUTPUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--xmile", metavar="F", required=True, help="write the model as XMILE 1.0; - prints it"
    )
    parser.add_argument(
        "--scenario",
        metavar="FILE",
        default="baseline",
        help="scenario file or example whose levers and assumptions it carries",
    )


def run(options: argparse.Namespace) -> int:
    """Write the model and return the exit code."""
    from planner.files.xmile import xmile

    data = xmile(opened(options.scenario).scenario)
    if options.xmile == STANDARD_OUTPUT:
        say_bytes(data)
        return 0
    write_export(Path(options.xmile), data)
    say(f"wrote {shown_path(options.xmile)}")
    return 0
