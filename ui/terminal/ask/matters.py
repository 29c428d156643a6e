"""`suanli matters`: the assumptions that make the range of an outcome.

From the futures of the scenario, year by year where asked; by runs of their own the total shares,
and each input low and high.
"""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.terminal.ask.asking import about_in, add_question, one_scenario
from ui.terminal.reading.inputs import InputError, whole_number
from ui.terminal.reading.units import chosen_units
from ui.wording.figures.units import outcome_told, telling_in

if TYPE_CHECKING:
    from planner.model.scenario import Scenario
    from planner.studies.answers.about import About
    from planner.studies.answers.answer import Answer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(parser, "the scenario that is asked about; the baseline unless given")
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--over-years", action="store_true", help="print the shares in every December"
    )
    other.add_argument(
        "--totals",
        action="store_true",
        help="run total shares: with all that an assumption does only together with others, on "
        "draws without correlation and without weights",
    )
    other.add_argument(
        "--tornado", action="store_true", help="run each assumption and each lever low and high"
    )
    points = whole_number(2**7, 2**13)
    parser.add_argument(
        "--points",
        type=points,
        metavar="N",
        help="with --totals: points of each sample, a power of two; 2,048 unless given",
    )


def run(options: argparse.Namespace) -> int:
    """Tell what matters and return the exit code."""
    if options.points is not None and not options.totals:
        raise InputError("--points goes with --totals")
    from ui.terminal.ask.answering import destination, say_answer

    target, scenario = destination(options), one_scenario(options)
    about = about_in(options, scenario)
    with telling_in(chosen_units(options)):
        about = replace(about, outcome=outcome_told(about.outcome))
        say_answer(target, _answer(options, scenario, about))
    return 0


def _answer(options: argparse.Namespace, scenario: "Scenario", about: "About") -> "Answer":
    from planner.studies.matters.error import MattersError
    from planner.studies.matters.first_order import matters
    from planner.studies.matters.holding import holding
    from planner.studies.matters.tornado import tornado
    from planner.studies.matters.totals import POINTS, totals
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.wording.answers.matters_answer import (
        answer_of,
        tornado_answer,
        totals_answer,
        years_answer,
    )

    used = projector()
    try:
        if options.totals:
            steps = totals(scenario, options.points or POINTS, [about.request()])
            return totals_answer(scenario, driven(steps, "running total shares"), about)
        if options.tornado:
            steps_alone = tornado(scenario, about)
            return tornado_answer(scenario, driven(steps_alone, "running each one alone"))
        found = driven(matters(used, scenario, about), "running the futures")
        held = driven(holding(used, scenario, found), "running variants of the model")
    except MattersError as error:
        raise InputError(str(error)) from error
    of_table = years_answer if options.over_years else answer_of
    return of_table(scenario, found, held=held)
