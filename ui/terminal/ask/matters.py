"""`suanli matters`: the assumptions that make the range of an outcome.

From the futures of the scenario, year by year where asked; by runs of their own the total shares,
and each input low and high.
"""

import argparse
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from ui.terminal.ask.asking import about_in, add_question, one_scenario
from ui.terminal.reading.inputs import InputError, whole_number
from ui.terminal.reading.units import chosen_units
from ui.wording.figures.units import outcome_told, telling_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.scenario import Scenario
    from planner.studies.answers.about import About
    from planner.studies.answers.answer import Answer
    from planner.studies.matters.first_order import Matters
    from planner.studies.matters.tornado import Tornado
    from planner.studies.matters.totals import Totals
    from ui.engine.answered import Answered
    from ui.print.answers.drawn import Shares


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser, translate("Terminal", "the scenario that is asked about; the baseline unless given")
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--over-years",
        action="store_true",
        help=translate("Terminal", "print the shares in every December"),
    )
    other.add_argument(
        "--totals",
        action="store_true",
        help=translate(
            "Terminal",
            "run total shares: with all that an assumption does only together with others, on "
            "draws without correlation and without weights",
        ),
    )
    other.add_argument(
        "--tornado",
        action="store_true",
        help=translate("Terminal", "run each assumption and each lever low and high"),
    )
    points = whole_number(2**7, 2**13)
    parser.add_argument(
        "--points",
        type=points,
        metavar="N",
        help=translate(
            "Terminal", "with --totals: points of each sample, a power of two; 2,048 unless given"
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Tell what matters and return the exit code."""
    if options.points is not None and not options.totals:
        raise InputError(translate("Terminal", "--points goes with --totals"))
    from ui.terminal.ask.answering import destination, page_of, say_answer
    from ui.terminal.writing.answer_page import write_page

    target, scenario = destination(options), one_scenario(options)
    page = page_of(options, target)
    about = about_in(options, scenario)
    with telling_in(chosen_units(options)):
        about = replace(about, outcome=outcome_told(about.outcome))
        made, drawn = _answer(options, scenario, about)
        say_answer(target, made)
        write_page(page, partial(_drawn, made, drawn), (scenario,))
    return 0


def _drawn(made: "Callable[[], Answer]", shown: "Callable[[], Shares]") -> "Answered":
    from ui.print.answers.drawn import with_shares

    return with_shares(made(), shown())


def _answer(
    options: argparse.Namespace, scenario: "Scenario", about: "About"
) -> "tuple[Callable[[], Answer], Callable[[], Shares]]":
    """Return what makes the answer, and what makes its picture."""
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
            of_totals = driven(steps, translate("Terminal", "running total shares"))
            bars = partial(_total_bars, of_totals, about)
            return partial(totals_answer, scenario, of_totals, about), bars
        if options.tornado:
            steps_alone = tornado(scenario, about)
            swings = driven(steps_alone, translate("Terminal", "running each one alone"))
            return partial(tornado_answer, scenario, swings), partial(_swing_bars, swings)
        found = driven(matters(used, scenario, about), translate("Terminal", "running futures"))
        held = driven(
            holding(used, scenario, found), translate("Terminal", "running variants of the model")
        )
    except MattersError as error:
        raise InputError(str(error)) from error
    of_table = years_answer if options.over_years else answer_of
    shown = partial(_shares, found, over_years=options.over_years)
    return partial(of_table, scenario, found, held=held), shown


def _total_bars(found: "Totals", about: "About") -> "Shares":
    from ui.charts.shares.bars import total_bars

    return total_bars(found, about)


def _swing_bars(found: "Tornado") -> "Shares":
    from ui.charts.shares.bars import swing_bars

    return swing_bars(found)


def _shares(found: "Matters", *, over_years: bool) -> "Shares":
    from ui.charts.shares.areas import areas_of
    from ui.charts.shares.bars import share_bars

    return areas_of(found) if over_years else share_bars(found)
