"""`suanli solve`: the least change of levers with which an outcome reaches a level."""

import argparse
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from planner.files.scenario.scenario_file import EXAMPLES
from planner.model.scenario import Scenario
from planner.model.targets.target import Target
from planner.storage.address import path_of
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.ask.asking import about_in, add_question, one_scenario
from ui.terminal.reading.changes import number_of, with_changes
from ui.terminal.reading.inputs import InputError, opened
from ui.terminal.reading.units import chosen_units
from ui.terminal.reading.wanted import with_wanted
from ui.wording.answers.share_typed import share_typed
from ui.wording.figures.units import telling_in
from ui.wording.paths.typed import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.studies.answers.about import About
    from planner.studies.answers.answer import Answer
    from planner.studies.solve.handle import Handle
    from planner.studies.solve.question import Goal, Question, Wanted
    from planner.studies.solve.solution import Held, Solution
    from ui.engine.answered import Answered

_OF_A_NUMBER: Final = 0.8
_OF_A_SCENARIO: Final = 0.5
_BOUNDS: Final = 2
_OWN: Final = "own"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser,
        translate("Terminal", "the scenario whose levers may move; the baseline unless given"),
    )
    _add_goal(parser)
    parser.add_argument(
        "--lever",
        dest="levers",
        action="append",
        required=True,
        metavar=translate("Terminal", "NAME[=LOW:HIGH]"),
        help=translate(
            "Terminal",
            "a lever that may move, within its usual range or between two numbers; a lever of "
            "several areas moves them in proportion; up to four",
        ),
    )
    parser.add_argument(
        "--share",
        metavar=translate("Terminal", "SHARE"),
        help=translate(
            "Terminal",
            "the share of futures that are to meet it; 80%% unless given, or 50%% where the level "
            "is another scenario's",
        ),
    )
    parser.add_argument(
        "--beside",
        metavar=translate("Terminal", "FILE|EXAMPLE"),
        help=translate("Terminal", "a scenario whose share is told over the lever too"),
    )


def _add_goal(parser: argparse.ArgumentParser) -> None:
    goal = parser.add_mutually_exclusive_group(required=True)
    level = translate(
        "Terminal",
        "a number in the outcome's unit, or a scenario: as much as that has in each future",
    )
    goal.add_argument("--at-least", metavar=translate("Terminal", "LEVEL|FILE|EXAMPLE"), help=level)
    goal.add_argument(
        "--at-most",
        metavar=translate("Terminal", "LEVEL|FILE|EXAMPLE"),
        help=translate("Terminal", "the same as a limit"),
    )
    goal.add_argument(
        "--worth",
        action="append",
        metavar=translate("Terminal", "NAME=VALUE"),
        help=translate(
            "Terminal", "as much as the scenario has with this set, in each future; may be repeated"
        ),
    )
    goal.add_argument(
        "--target",
        dest="targets",
        action="append",
        metavar=translate("Terminal", "TARGET"),
        help=translate(
            "Terminal",
            "a target of any kind, as suanli run takes it; own for those of the scenario, or one "
            "of them by its number; all that are named are to be met together. Outcome and year "
            "are theirs",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Solve, try the answer in every variant, and return the exit code."""
    from ui.terminal.ask.answering import destination, page_of
    from ui.terminal.ask.told.solution import solution_text
    from ui.terminal.writing.answer_page import write_page
    from ui.terminal.writing.table_files import deliver_answer
    from ui.wording.answers.solve_answer import answer_of

    target = destination(options)
    page = page_of(options, target)
    with telling_in(chosen_units(options)):
        found, held = _solved(options)
        made = partial(answer_of, found, held)
        deliver_answer(target, made, solution_text(found, held))
        write_page(page, partial(_drawn, made, found), (found.question.scenario,))
    return 0


def _drawn(made: "Callable[[], Answer]", found: "Solution") -> "Answered":
    from ui.print.answers.drawn import with_curve

    return with_curve(made(), found, 0)


def _solved(options: argparse.Namespace) -> "tuple[Solution, tuple[Held, ...]]":
    from planner.studies.solve.handle import SolveError
    from planner.studies.solve.solve import in_variants, solve
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector

    try:
        question = question_of(options, one_scenario(options))
        used = projector()
        found = driven(solve(used, question), translate("Terminal", "solving"))
        held = (
            driven(in_variants(used, found), translate("Terminal", "running the variants"))
            if found.moved
            else ()
        )
    except SolveError as error:
        raise InputError(str(error)) from error
    return found, held


def question_of(options: argparse.Namespace, scenario: Scenario) -> "Question":
    """Return what is asked about a scenario. Raises InputError, SolveError or AboutError."""
    from planner.studies.solve.question import Question, checked

    goal = _goal(options, scenario)
    handles = tuple(map(_handle, options.levers))
    beside = None if options.beside is None else opened(options.beside).scenario
    question = Question(scenario, goal, handles, beside=beside)
    usual = _OF_A_NUMBER if question.other is None else _OF_A_SCENARIO
    share = usual if options.share is None else _share(options.share)
    return checked(replace(question, probability=share))


def _goal(options: argparse.Namespace, scenario: Scenario) -> "Goal | Wanted":
    from planner.studies.solve.question import Goal

    if options.targets:
        return _targets(options, scenario)
    about = about_in(options, scenario)
    if options.worth:
        return Goal(about, "at least", with_changes(scenario, options.worth))
    if options.at_least is not None:
        return Goal(about, "at least", _level(about, options.at_least))
    return Goal(about, "at most", _level(about, options.at_most))


def _targets(options: argparse.Namespace, scenario: Scenario) -> "Goal | Wanted":
    """Return the goal of meeting what is typed, and targets of the scenario that are named."""
    from planner.studies.answers.about import About
    from planner.studies.solve.question import goal_of

    found: list[Target] = []
    for text in options.targets:
        found += [each for each in _named(text, scenario) if each not in found]
    year = min(options.year, scenario.last_year)
    return goal_of(tuple(found), About(found[0].outcome, found[0].element, year))


def _named(text: str, scenario: Scenario) -> tuple[Target, ...]:
    """Return the targets that a text means: one that is typed, or own ones of the scenario."""
    own, name = scenario.targets, text.strip()
    if name != _OWN and not name.isdecimal():
        return with_wanted(replace(scenario, targets=()), [text]).targets
    if not own:
        raise InputError(f"--target {shown(text)}: {scenario.title} has no targets of its own")
    if name == _OWN:
        return own
    found = {str(number): each for number, each in enumerate(own, 1)}.get(name)
    if found is None:
        raise InputError(f"--target {shown(text)}: {scenario.title} has targets 1 to {len(own)}")
    return (found,)


def _level(about: "About", text: str) -> float | Scenario:
    """Read a level: the name of a scenario, or a number in the outcome's unit."""
    if text in EXAMPLES or path_of(text).exists():
        return opened(text).scenario
    return number_of(about.outcome, text, about.unit)


def _handle(text: str) -> "Handle":
    """Read a lever and, if they are given, its bounds."""
    from planner.studies.solve.handle import handle_of, row_of

    name, equals, bounds = (part.strip() for part in text.partition("="))
    unit = row_of(name).unit
    if not equals:
        return handle_of(name)
    ends = bounds.split(":")
    if len(ends) != _BOUNDS:
        raise InputError(f"--lever takes NAME or NAME=LOW:HIGH, not {shown(text)}")
    low, high = (number_of(name, each, unit) for each in ends)
    return handle_of(name, low, high)


def _share(text: str) -> float:
    """Read a share of futures: 80%, 80 or 0.8."""
    try:
        return share_typed(text)
    except Refused as refusal:
        raise InputError(f"--share: {refusal}".rstrip(".")) from None
