"""`suanli survive`: scenarios in several worlds with their regret, and two outcomes at once."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.ask.asking import add_question
from ui.terminal.reading.inputs import InputError, file_name
from ui.terminal.reading.wanted import add_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.ensemble.many import Projector
    from planner.model.outcome import Better
    from planner.model.scenario import Scenario
    from planner.studies.answers.about import About
    from planner.studies.survive.survival import Survival
    from planner.studies.survive.tradeoff import TradeOff
    from planner.studies.survive.worlds import World
    from ui.engine.answered import Answered
    from ui.terminal.writing.targets import Target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser, translate("Terminal", "scenarios whose levers are the advice; one or more")
    )
    _add_sides(parser)
    _add_second_outcome(parser)
    parser.add_argument(
        "--world",
        metavar=translate("Terminal", "WORLD"),
        help=translate(
            "Terminal",
            "the world in which two outcomes are held against each other: licensed_chips (unless "
            "given), tight_chips, open_chips, low_demand, high_demand, cost_rents, or own_1 for "
            "the assumptions of the first scenario with some of its own",
        ),
    )
    parser.add_argument(
        "--points",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal", "write the table of two outcomes as --table does that of the worlds"
        ),
    )
    add_targets(parser)


def _add_sides(parser: argparse.ArgumentParser) -> None:
    """Add which side of the outcome is better, where it is not what the outcome says."""
    side = parser.add_mutually_exclusive_group()
    side.add_argument(
        "--less",
        action="store_true",
        help=translate(
            "Terminal",
            "less of the outcome is better, which is so of costs, prices and what is idle or "
            "missing unless --more is given",
        ),
    )
    side.add_argument(
        "--more", action="store_true", help=translate("Terminal", "more of the outcome is better")
    )


def _add_second_outcome(parser: argparse.ArgumentParser) -> None:
    """Add the outcome that is weighed against the first."""
    second = parser.add_mutually_exclusive_group()
    second.add_argument(
        "--cost",
        metavar=translate("Terminal", "NAME"),
        help=translate(
            "Terminal",
            "a second outcome, less of which is better: prints what each scenario changes in both "
            "and which are not beaten, as --cost net_public_cost",
        ),
    )
    second.add_argument(
        "--gain",
        metavar=translate("Terminal", "NAME"),
        help=translate("Terminal", "a second outcome, more of which is better, in place of it"),
    )


def run(options: argparse.Namespace) -> int:
    """Put the scenarios into every world and return the exit code."""
    from ui.terminal.ask.answering import page_of
    from ui.terminal.ask.asking import about_in, scenarios_in
    from ui.terminal.projecting import projector
    from ui.terminal.reading.units import chosen_units
    from ui.terminal.reading.wanted import with_wanted
    from ui.terminal.writing.answer_page import write_page
    from ui.wording.figures.units import telling_in

    to = _targets(options)
    page = page_of(options, *to)
    first, *others = scenarios_in(options)
    scenarios = (with_wanted(first, options.targets), *others)
    about = about_in(options, *scenarios)
    with telling_in(chosen_units(options)):
        weighed = weighed_in(options, scenarios, about)
        used = projector()
        found = _survival(options, used, scenarios, about)
        _deliver(to, found, weighed and _tradeoff(options, used, scenarios, about, weighed))
        write_page(page, partial(_drawn, found), scenarios)
    return 0


def _drawn(found: "Survival") -> "Answered":
    from ui.print.answers.drawn import with_worlds
    from ui.wording.answers.survive import answer_of

    return with_worlds(answer_of(found), found, range(len(found.scenarios)))


def _targets(options: argparse.Namespace) -> "tuple[Target | None, Target | None]":
    """Return where both tables go, looked at before the run. Raises InputError."""
    from ui.terminal.ask.asking import read_files
    from ui.terminal.writing.table_files import answer_target
    from ui.terminal.writing.targets import check_apart, check_one_is_printed

    check_one_is_printed({"table": options.table, "points": options.points})
    read = read_files(options)
    to = tuple(answer_target(options, read, each) for each in ("table", "points"))
    check_apart([each for each in to if each is not None], ())
    return to[0], to[1]


def weighed_in(
    options: argparse.Namespace, scenarios: "Sequence[Scenario]", about: "About"
) -> "tuple[About, Better, World] | None":
    """Return the second outcome, what is better of it, and in which world. Raises InputError."""
    from planner.studies.answers.about import About, AboutError, check_about
    from planner.studies.survive.worlds import own_worlds, worlds
    from ui.terminal.ask.asking import outcome_in

    name = options.cost if options.gain is None else options.gain
    if name is None:
        if given := [each for each in ("world", "points") if getattr(options, each) is not None]:
            text = translate(
                "Terminal", "{option} is about two outcomes: name one by --cost or --gain"
            )
            raise InputError(text.format(option=f"--{given[0]}"))
        return None
    known = {each.key: each for each in (*worlds(), *own_worlds(scenarios))}
    world = worlds()[0].key if options.world is None else options.world
    if world not in known:
        text = translate("Terminal", "there is no world {world}; there are {known}")
        raise InputError(text.format(world=shown(world), known=in_a_row([*known])))
    try:
        second = check_about(About(*outcome_in(name), about.year))
    except AboutError as error:
        raise InputError(str(error)) from error
    return second, "less" if options.gain is None else "more", known[world]


def _deliver(
    to: "tuple[Target | None, Target | None]", found: "Survival", points: "TradeOff | None"
) -> None:
    """Print both answers unless a table is printed, and write their tables."""
    from ui.terminal.ask.answering import stamp_lines
    from ui.terminal.ask.told.worlds import matrix, points_text
    from ui.terminal.writing.table_files import deliver_answers
    from ui.wording.answers.survive import answer_of
    from ui.wording.answers.tradeoff import tradeoff_answer

    texts, answers = [matrix(found)], [(to[0], partial(answer_of, found))]
    if points is not None:
        texts.append(points_text(points))
        answers.append((to[1], partial(tradeoff_answer, points)))
    deliver_answers(answers, "\n\n".join((*texts, stamp_lines(found.stamp))))


def _survival(
    options: argparse.Namespace,
    used: "Projector",
    scenarios: "Sequence[Scenario]",
    about: "About",
) -> "Survival":
    from planner.studies.survive.surviving import SurviveError, surviving
    from ui.terminal.progress import driven

    better, targets = _better(options, about), scenarios[0].targets
    steps = surviving(used, scenarios, about, better=better, targets=targets)
    try:
        return driven(steps, translate("Terminal", "running the worlds"))
    except SurviveError as error:
        raise InputError(str(error)) from error


def _tradeoff(
    options: argparse.Namespace,
    used: "Projector",
    scenarios: "Sequence[Scenario]",
    about: "About",
    weighed: "tuple[About, Better, World]",
) -> "TradeOff":
    from planner.studies.survive.surviving import SurviveError
    from planner.studies.survive.tradeoff import trading_off
    from ui.terminal.progress import driven

    second, better, world = weighed
    steps = trading_off(used, scenarios, (about, second), (_better(options, about), better), world)
    try:
        return driven(steps, translate("Terminal", "weighing two outcomes"))
    except SurviveError as error:
        raise InputError(str(error)) from error


def _better(options: argparse.Namespace, about: "About") -> "Better":
    from planner.model.graph import model

    if options.less or options.more:
        return "less" if options.less else "more"
    return model().outcomes[about.outcome].better
