"""`suanli inspect`: how a number comes about: equation, causes, evidence, loops, with numbers."""

import argparse
from functools import partial
from typing import TYPE_CHECKING, Final

from planner.model.indices import AREAS
from planner.model.scenario import FIRST_YEAR, Scenario, baseline_under
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.ask.asking import (
    add_futures,
    add_scenarios,
    add_year,
    read_files,
    scenarios_in,
)
from ui.terminal.reading.inputs import InputError, check_element_named, whole_number
from ui.terminal.reading.places import read_places
from ui.terminal.reading.units import add_units, chosen_units
from ui.terminal.writing.table_files import add_answer_table, answer_target, deliver_answer
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.studies.answers.about import About
    from planner.studies.answers.answer import Answer
    from planner.studies.inspect.future import RankedFuture
    from planner.studies.inspect.inspection import Inspection
    from planner.studies.inspect.node import Node
    from planner.studies.inspect.weighed import Weighed

_AT_MOST: Final = 2
"""Scenarios that are named at most: one, and what it is held against."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "value",
        metavar=translate("Terminal", "OUTCOME"),
        help=translate(
            "Terminal",
            "an outcome, a lever, an assumption or a variable of the model, as enterprises.chengdu",
        ),
    )
    add_scenarios(
        parser,
        translate(
            "Terminal",
            "the scenario, and what it is held against in place of its baseline; the baseline "
            "unless given",
        ),
    )
    add_year(parser)
    parser.add_argument(
        "--month",
        type=whole_number(1, MONTHS_PER_YEAR),
        default=MONTHS_PER_YEAR,
        metavar=translate("Terminal", "MONTH"),
        help=translate("Terminal", "the month of the year, 1 to 12; 12 unless given"),
    )
    parser.add_argument(
        "--place",
        type=read_places,
        metavar=translate("Terminal", "PLACE"),
        help=translate("Terminal", "the area, as chengdu, of what has areas"),
    )
    parser.add_argument(
        "--rank",
        metavar=translate("Terminal", "SHARE"),
        help=translate(
            "Terminal",
            "the future that is higher than this share of them, as 90%% or 90, in place of the "
            "run at central values",
        ),
    )
    add_futures(parser)
    add_units(parser)
    add_answer_table(parser)


def run(options: argparse.Namespace) -> int:
    """Print how the number comes about and return the exit code."""
    target = answer_target(options, read_files(options))
    with telling_in(chosen_units(options)):
        text, made = _told(options)
        deliver_answer(target, made, text)
    return 0


def _told(options: argparse.Namespace) -> "tuple[str, Callable[[], Answer]]":
    """Return the page for reading, and what makes the table of causes."""
    from planner.quantities.told.titles import shown_title
    from planner.studies.inspect.inspection import inspect_node
    from planner.studies.inspect.moment import course_of
    from planner.studies.inspect.node import InspectError
    from ui.wording.inspect.about import WhichRun, of_future
    from ui.wording.inspect.causes_answer import causes_answer
    from ui.wording.inspect.page import page_text

    scenario, against = _both(options)
    month = (options.year - FIRST_YEAR) * MONTHS_PER_YEAR + options.month - 1
    try:
        node = _node(options)
        courses = course_of(scenario, month), course_of(against, month)
        which = WhichRun(scenario.title, shown_title(against.title))
        if options.rank is not None:
            ranked = _ranked(options, node, scenario, against)
            courses = course_of(ranked.scenario, month), course_of(ranked.against, month)
            which = of_future(which, ranked)
        found = inspect_node(node, *courses)
        weighed = _weighed(scenario, found)
        made = partial(causes_answer, scenario, found, weighed, against.title)
        return page_text(found, which, weighed), made
    except InspectError as error:
        raise InputError(str(error)) from None


def _weighed(scenario: Scenario, found: "Inspection") -> "Weighed":
    """Return what the draws of the scenario tell of a value and its causes."""
    from planner.studies.inspect.causes import first_opened, levers_behind, map_of
    from planner.studies.inspect.weighed import weighed, weighing_of
    from ui.terminal.progress import driven

    node, course = found.node, found.course
    shown = map_of(node, course, first_opened(node, course))
    asked = weighing_of(scenario, found, shown, levers_behind(node, course))
    return driven(weighed(asked), translate("Terminal", "running futures"))


def _both(options: argparse.Namespace) -> tuple[Scenario, Scenario]:
    """Return the scenario that is asked about, and what it is held against."""
    found = scenarios_in(options)
    if len(found) > _AT_MOST:
        raise InputError(
            translate(
                "Terminal", "this is about one scenario and one beside it, and more are named"
            )
        )
    return found[0], found[1] if len(found) == _AT_MOST else baseline_under(found[0])


def _node(options: argparse.Namespace) -> "Node":
    """Return what is asked about, in the place that is named beside it."""
    from planner.studies.inspect.node import node_at

    check_element_named(options.value)
    if options.place is None:
        return node_at(options.value)
    if len(options.place) > 1:
        raise InputError(translate("Terminal", "--place takes one area here"))
    (place,) = options.place
    element = options.value.partition(".")[2]
    if element and element != place:
        text = translate("Terminal", "{name} is of {element}, and --place says {place}")
        said = text.format(name=shown(options.value), element=element, place=place)
        raise InputError(said)
    plain = options.value.partition(".")[0]
    node = node_at(plain)
    return node_at(f"{plain}.{place}") if _has_areas(plain) else node


def _has_areas(name: str) -> bool:
    from planner.model.graph import model

    outcome = model().outcomes.get(name)
    if outcome is not None:
        return AREAS[0] in outcome.elements
    return model().indices[name] == "area"


def _ranked(
    options: argparse.Namespace, node: "Node", scenario: Scenario, against: Scenario
) -> "RankedFuture":
    """Return the future that is asked for."""
    from planner.studies.future.futures import FutureError
    from planner.studies.inspect.future import future_at
    from ui.terminal.ask.future import share_of_futures
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector

    about, share = _about(options, node), share_of_futures(options.rank)
    steps = future_at(projector(), scenario, against, about, share)
    try:
        return driven(steps, translate("Terminal", "running futures"))
    except FutureError as error:
        raise InputError(str(error)) from error


def _about(options: argparse.Namespace, node: "Node") -> "About":
    """Return by what futures are ranked: the outcome that is asked about."""
    from planner.studies.answers.about import About
    from planner.studies.inspect.inspection import outcome_of

    outcome = outcome_of(node.name, is_whole=not node.element)
    if outcome is None or outcome.is_counted:
        text = translate("Terminal", "--rank is by an outcome that is a number, and {name} is none")
        raise InputError(text.format(name=node.address))
    return About(outcome.key, node.element, options.year)
