"""`suanli facts`: the evidence, all of it as a table or one record in full."""

import argparse

from planner.storage.sentences.catalog import translate
from ui.process.output import say
from ui.terminal.tables.evidence import facts_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "id",
        nargs="?",
        metavar=translate("Terminal", "ID"),
        help=translate("Terminal", "an id of the list, such as S026"),
    )


def run(options: argparse.Namespace) -> int:
    """Print the evidence and return the exit code."""
    say(facts_text(options.id))
    return 0
