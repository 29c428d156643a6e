"""`suanli discover`: in which futures a scenario misses its targets, told by few assumptions."""

import argparse

from ui.terminal.ask.asking import add_question
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.wanted import HELP


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(parser, "the scenario with its targets", has_outcome=False)
    parser.add_argument(
        "--target", dest="targets", action="append", default=[], metavar="TARGET", help=HELP
    )


def run(options: argparse.Namespace) -> int:
    """Look for the futures that miss and return the exit code."""
    from planner.studies.discover.discovering import DiscoverError, discovering
    from ui.terminal.ask.answering import destination, say_answer
    from ui.terminal.ask.asking import one_scenario
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.terminal.reading.units import chosen_units
    from ui.terminal.reading.wanted import with_wanted
    from ui.wording.answers.discover import answer_of
    from ui.wording.figures.units import telling_in

    to = destination(options)
    scenario = with_wanted(one_scenario(options), options.targets)
    with telling_in(chosen_units(options)):
        try:
            steps = discovering(projector(), scenario, scenario.targets)
            found = driven(steps, "looking for misses")
        except DiscoverError as error:
            raise InputError(str(error)) from error
        say_answer(to, answer_of(found))
    return 0
