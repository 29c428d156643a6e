"""`suanli discover`: in which futures a scenario misses its targets, told by few assumptions."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from ui.terminal.ask.asking import add_question
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.wanted import add_targets

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.studies.answers.answer import Answer
    from planner.studies.discover.discovery import Discovery
    from ui.engine.answered import Answered


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(parser, translate("Terminal", "the scenario with its targets"), has_outcome=False)
    add_targets(parser)


def run(options: argparse.Namespace) -> int:
    """Look for the futures that miss and return the exit code."""
    from planner.studies.discover.discovering import DiscoverError, discovering
    from ui.terminal.ask.answering import destination, page_of, say_answer
    from ui.terminal.ask.asking import one_scenario
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.terminal.reading.units import chosen_units
    from ui.terminal.reading.wanted import with_wanted
    from ui.terminal.writing.answer_page import write_page
    from ui.wording.answers.discover import answer_of
    from ui.wording.figures.units import telling_in

    to = destination(options)
    page = page_of(options, to)
    scenario = with_wanted(one_scenario(options), options.targets)
    with telling_in(chosen_units(options)):
        try:
            steps = discovering(projector(), scenario, scenario.targets)
            found = driven(steps, translate("Terminal", "looking for misses"))
        except DiscoverError as error:
            raise InputError(str(error)) from error
        made = partial(answer_of, found)
        say_answer(to, made)
        write_page(page, partial(_drawn, made, found), (scenario,))
    return 0


def _drawn(made: "Callable[[], Answer]", found: "Discovery") -> "Answered":
    from ui.print.answers.drawn import with_boxes

    return with_boxes(made(), found)
