"""`suanli split`: the best split of a budget over places and instruments, and what others give."""

import argparse
from typing import TYPE_CHECKING

from ui.terminal.ask.answering import destination, say_answer
from ui.terminal.ask.asking import about_in, add_question, one_scenario
from ui.terminal.ask.spending import (
    add_spending,
    amount_of,
    bounds_of,
    instruments_in,
    years_of,
)
from ui.terminal.reading.changes import number_of
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.units import chosen_units
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from planner.studies.split.question import Question


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(parser, "the scenario that the money comes on top of; the baseline unless given")
    parser.add_argument(
        "--budget",
        default="500",
        metavar="AMOUNT",
        help="money a year to be split, in M CNY or with a unit, as 0.5bn; 500 unless given",
    )
    add_spending(parser, "vouchers")
    for option, what in (("--most", "at most"), ("--least", "at least")):
        parser.add_argument(
            option,
            action="append",
            default=[],
            metavar="[NAME=]AMOUNT",
            help=f"what each of them gets {what} a year, or one, as vouchers.chengdu=100; may be "
            "repeated",
        )
    parser.add_argument(
        "--goal",
        metavar="LEVEL",
        help="a level of the outcome: the best split then brings it there in the largest share of "
        "futures",
    )


def run(options: argparse.Namespace) -> int:
    """Split the budget and return the exit code."""
    with telling_in(chosen_units(options)):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    from planner.studies.spending.instrument import SpendingError
    from planner.studies.split.split import split_of
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.wording.answers.spending.answer import split_answer
    from ui.wording.sentences.speech import ENGLISH

    target = destination(options)
    try:
        question = _question(options)
        projector()
        found = driven(split_of(question), "splitting the budget")
    except SpendingError as error:
        raise InputError(str(error)) from error
    say_answer(target, split_answer(found, ENGLISH))
    return 0


def _question(options: argparse.Namespace) -> "Question":
    from planner.studies.split.question import Question

    scenario = one_scenario(options)
    about = about_in(options, scenario)
    most, most_each = bounds_of("--most", options.most)
    least, least_each = bounds_of("--least", options.least)
    among = instruments_in(options.among)
    if least_each is not None:
        least = dict.fromkeys(among, least_each) | least
    return Question(
        scenario,
        about,
        budget=amount_of("--budget", options.budget),
        years=years_of(options.years),
        among=among,
        least=least,
        most=most,
        most_each=most_each,
        goal=None if options.goal is None else number_of("--goal", options.goal, about.unit),
    )
