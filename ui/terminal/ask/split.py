"""`suanli split`: the best split of a budget over places and instruments, and what others give."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.terminal.ask.answering import destination, page_of, say_answer
from ui.terminal.ask.asking import about_in, add_question, one_scenario, read_files
from ui.terminal.reading.changes import number_of
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.spending import (
    ONCE,
    add_spending,
    amount_of,
    bounds_of,
    instruments_in,
    years_of,
)
from ui.terminal.reading.units import chosen_units
from ui.terminal.reading.wanted import target_wanted
from ui.terminal.tables.wrapping import filled
from ui.terminal.writing.answer_page import write_page
from ui.terminal.writing.saved_scenario import add_save, save, saved_to
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.scenario import Scenario
    from planner.model.targets.target import Target, TargetSense
    from planner.studies.answers.answer import Answer
    from planner.studies.split.question import Question
    from planner.studies.split.result import SplitAnswer
    from ui.engine.answered import Answered

_OWN = "own"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser,
        translate(
            "Terminal", "the scenario that the money comes on top of; the baseline unless given"
        ),
    )
    _add_money(parser)
    add_spending(parser, "vouchers")
    _add_bounds(parser)
    parser.add_argument(
        "--best",
        choices=("most", "least"),
        default="most",
        help=translate(
            "Terminal",
            "whether the best split is that with the most or the least of the outcome; most "
            "unless given",
        ),
    )
    _add_goal(parser)
    add_save(
        parser, translate("Terminal", "write the scenario with the best split as a scenario file")
    )


def _add_money(parser: argparse.ArgumentParser) -> None:
    money = parser.add_mutually_exclusive_group()
    money.add_argument(
        "--budget",
        default="500",
        metavar=translate("Terminal", "AMOUNT"),
        help=translate(
            "Terminal",
            "money a year to be split, in M CNY or with a unit, as 0.5bn; 500 unless given",
        ),
    )
    money.add_argument(
        "--total",
        metavar=translate("Terminal", "AMOUNT"),
        help=translate("Terminal", "the same as the money of all the years together"),
    )


def _add_bounds(parser: argparse.ArgumentParser) -> None:
    most = translate(
        "Terminal",
        "what each of them gets at most a year, or one, as vouchers.chengdu=100; may be repeated",
    )
    least = translate(
        "Terminal",
        "what each of them gets at least a year, or one, as vouchers.chengdu=100; may be repeated",
    )
    for option, told in (("--most", most), ("--least", least)):
        parser.add_argument(
            option,
            action="append",
            default=[],
            metavar=translate("Terminal", "[NAME=]AMOUNT"),
            help=told,
        )
    parser.add_argument(
        "--least-place",
        metavar=translate("Terminal", "AMOUNT"),
        help=translate(
            "Terminal", "what each place gets at least a year, its vouchers and its fund together"
        ),
    )


def _add_goal(parser: argparse.ArgumentParser) -> None:
    goal = parser.add_mutually_exclusive_group()
    goal.add_argument(
        "--goal",
        metavar=translate("Terminal", "LEVEL"),
        help=translate(
            "Terminal",
            "a level of the outcome: the best split then brings it there, to at least that or, "
            "with --best least, to at most that, in the largest share of futures",
        ),
    )
    goal.add_argument(
        "--target",
        metavar=translate("Terminal", "TARGET"),
        help=translate(
            "Terminal",
            'the same as a target, such as "enterprises>=12500@2030", in place of --outcome and '
            "--year; own is the one that the scenario holds",
        ),
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

    target = destination(options)
    saved = saved_to(options, (target,), read_files(options))
    page = page_of(options, target, saved)
    try:
        question = question_of(options, one_scenario(options))
        projector()
        found = driven(split_of(question), translate("Terminal", "splitting the budget"))
    except SpendingError as error:
        raise InputError(str(error)) from error
    made = partial(split_answer, found)
    say_answer(target, made, _judged_in(options, question))
    write_page(page, partial(_drawn, made, found), (question.scenario,))
    save(saved, found.made)
    return 0


def _drawn(made: "Callable[[], Answer]", found: "SplitAnswer") -> "Answered":
    from ui.charts.spending.split_picture import split_picture
    from ui.print.answers.drawn import with_spending
    from ui.style.theme import LIGHT

    return with_spending(made(), split_picture(found), LIGHT.data[0])


def _judged_in(options: argparse.Namespace, question: "Question") -> str:
    """Return in which year a target of all years was asked about; empty for any other."""
    if options.target is None or _target(options, question.scenario).year is not None:
        return ""
    text = translate(
        "Terminal",
        "The target is for every year; the split is judged by December {year} alone, as --year "
        "says.",
    )
    return filled(text.format(year=question.about.year))


def question_of(options: argparse.Namespace, scenario: "Scenario") -> "Question":
    """Return what is asked about a scenario. Raises InputError or SpendingError."""
    from planner.studies.split.question import Question

    about, sense, goal = _goal(options, scenario)
    most, most_each = bounds_of("--most", options.most)
    least, least_each = bounds_of("--least", options.least)
    years = years_of(options.years)
    budget = amount_of("--budget", options.budget)
    if options.total is not None:
        budget = amount_of("--total", options.total, ONCE) / years.count
    place = options.least_place
    return Question(
        scenario,
        about,
        budget=budget,
        years=years,
        among=instruments_in(options.among),
        least=least,
        most=most,
        least_each=least_each or 0.0,
        most_each=most_each,
        least_place=0.0 if place is None else amount_of("--least-place", place),
        goal=goal,
        sense=sense,
    )


def _goal(
    options: argparse.Namespace, scenario: "Scenario"
) -> "tuple[About, TargetSense, float | None]":
    """Return what is asked about, which side of it is better, and the level to reach if any."""
    if options.target is None:
        about = about_in(options, scenario)
        sense: TargetSense = "at least" if options.best == "most" else "at most"
        level = options.goal
        return about, sense, None if level is None else number_of("--goal", level, about.unit)
    target = _target(options, scenario)
    if not isinstance(target.level, float | int):
        raise InputError(
            translate("Terminal", "the best split reaches a target that is one number, not a path")
        )
    year = options.year if target.year is None else target.year
    return About(target.outcome, target.element, year), target.sense, target.level


def _target(options: argparse.Namespace, scenario: "Scenario") -> "Target":
    if options.target != _OWN:
        return target_wanted(scenario, options.target)
    if len(scenario.targets) != 1:
        raise InputError(_not_one(len(scenario.targets)))
    return scenario.targets[0]


def _not_one(count: int) -> str:
    if not count:
        return translate(
            "Terminal", "--target own needs a scenario with one target; this one has none"
        )
    text = translate(
        "Terminal", "--target own needs a scenario with one target; this one has {count}"
    )
    return text.format(count=count)
