"""`suanli reference`: levers, assumptions, equations and outcomes as Markdown."""

import argparse

from ui.process.output import say_bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command: it takes none."""


def run(_options: argparse.Namespace) -> int:
    """Print the reference and return the exit code."""
    from planner.files.reference.page import reference_markdown

    say_bytes(reference_markdown().encode())
    return 0
