"""`suanli facts`: the evidence, all of it as a table or one record in full."""

import argparse

from planner.facts.describe import list_facts
from ui.process.output import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("id", nargs="?", metavar="ID", help="an id of the list, such as S026")


def run(options: argparse.Namespace) -> int:
    """Print the evidence and return the exit code."""
    say(list_facts(options.id))
    return 0
