"""`suanli survive`: scenarios in several worlds with their regret, and two outcomes at once."""

import argparse
from typing import TYPE_CHECKING

from ui.terminal.ask.asking import add_question
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.wanted import HELP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.ensemble.many import Projector
    from planner.model.scenario import Scenario
    from planner.studies.answers.about import About
    from planner.studies.survive.survival import Better, Survival
    from planner.studies.survive.tradeoff import TradeOff


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(parser, "scenarios whose levers are the advice; one or more")
    parser.add_argument(
        "--less", action="store_true", help="less of the outcome is better; more is, unless given"
    )
    parser.add_argument(
        "--cost",
        metavar="NAME",
        help="a second outcome, less of which is better: prints what each scenario changes in both "
        "and which are not beaten, as --cost net_public_cost",
    )
    parser.add_argument(
        "--target", dest="targets", action="append", default=[], metavar="TARGET", help=HELP
    )


def run(options: argparse.Namespace) -> int:
    """Put the scenarios into every world and return the exit code."""
    from ui.terminal.ask.answering import destination, stamp_text
    from ui.terminal.ask.asking import about_in, scenarios_in
    from ui.terminal.ask.told.worlds import matrix, points
    from ui.terminal.projecting import projector
    from ui.terminal.reading.units import chosen_units
    from ui.terminal.reading.wanted import with_wanted
    from ui.terminal.writing.table_files import deliver_answer
    from ui.wording.answers.survive import answer_of
    from ui.wording.figures.units import telling_in

    to = destination(options)
    first, *others = scenarios_in(options)
    scenarios = (with_wanted(first, options.targets), *others)
    about = about_in(options, *scenarios)
    with telling_in(chosen_units(options)):
        used = projector()
        found = _survival(options, used, scenarios, about)
        texts = [matrix(found)]
        if options.cost is not None:
            texts.append(points(_tradeoff(options, used, scenarios, about)))
        deliver_answer(to, answer_of(found), "\n\n".join((*texts, stamp_text(found.stamp))))
    return 0


def _survival(
    options: argparse.Namespace,
    used: "Projector",
    scenarios: "Sequence[Scenario]",
    about: "About",
) -> "Survival":
    from planner.studies.survive.surviving import SurviveError, surviving
    from ui.terminal.progress import driven

    better, targets = _better(options), scenarios[0].targets
    steps = surviving(used, scenarios, about, better=better, targets=targets)
    try:
        return driven(steps, "running the worlds")
    except SurviveError as error:
        raise InputError(str(error)) from error


def _tradeoff(
    options: argparse.Namespace,
    used: "Projector",
    scenarios: "Sequence[Scenario]",
    about: "About",
) -> "TradeOff":
    from planner.studies.answers.about import About, AboutError, check_about
    from planner.studies.survive.surviving import SurviveError
    from planner.studies.survive.tradeoff import trading_off
    from ui.terminal.progress import driven
    from ui.terminal.reading.outcomes import outcome_named

    try:
        second = check_about(About(*outcome_named(options.cost), about.year))
        steps = trading_off(used, scenarios, (about, second), (_better(options), "less"))
        return driven(steps, "weighing two outcomes")
    except (AboutError, SurviveError) as error:
        raise InputError(str(error)) from error


def _better(options: argparse.Namespace) -> "Better":
    return "less" if options.less else "more"
