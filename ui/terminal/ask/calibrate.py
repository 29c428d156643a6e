"""`suanli calibrate`: what numbers of your own change in the futures of a scenario."""

import argparse
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from ui.terminal.ask.answering import page_of, say_answer
from ui.terminal.ask.asking import about_in, add_question
from ui.terminal.progress import driven
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.own_numbers import add_numbers, attached, calibrated, destinations
from ui.terminal.reading.units import chosen_units
from ui.terminal.writing.answer_page import write_page
from ui.terminal.writing.saved_scenario import save
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.studies.answers.answer import Answer
    from planner.studies.calibrate.calibrating import Calibration
    from ui.engine.answered import Answered


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(parser, translate("Terminal", "the scenario; the baseline unless given"))
    add_numbers(parser)
    parser.add_argument(
        "--all",
        action="store_true",
        help=translate("Terminal", "tell every assumption before and after"),
    )


def run(options: argparse.Namespace) -> int:
    """Hold the futures of a scenario to its own numbers and return the exit code."""
    table, saved = destinations(options)
    page = page_of(options, table, saved)
    scenario = attached(options)
    about = about_in(options, scenario)

    from planner.studies.backtest import BacktestError
    from planner.studies.calibrate.calibrating import calibrating
    from planner.studies.calibrate.scored import OwnNumbersError
    from ui.terminal.projecting import projector
    from ui.wording.answers.own.sentences import effective_line, score_sentence

    try:
        found = driven(
            calibrating(projector(), scenario, about), translate("Terminal", "calibrating")
        )
    except (BacktestError, OwnNumbersError) as error:
        raise InputError(str(error)) from None
    with telling_in(chosen_units(options)):
        made = partial(full_answer, found, every=options.all)
        before, after = found.scores
        more = [
            translate("Terminal", "Before: {score}").format(score=score_sentence(before)),
            translate("Terminal", "After: {score}").format(score=score_sentence(after)),
            translate("Terminal", "{sentence}.").format(sentence=effective_line(found)),
        ]
        say_answer(table, made, "" if found.is_refused else "\n".join(more))
        write_page(page, partial(_answered, made), (scenario,))
    smoothed = found.smoothed
    save(saved, calibrated(scenario) if smoothed is None else smoothed.scenario)
    return 0


def full_answer(found: "Calibration", *, every: bool) -> "Answer":
    """Return the answer, with `every` assumption in its table where that is asked for."""
    from planner.studies.calibrate.table import table_of
    from ui.wording.answers.own.answer import answer_of

    answer = answer_of(found)
    return replace(answer, table=table_of(found, every=True)) if every else answer


def _answered(made: "Callable[[], Answer]") -> "Answered":
    from ui.engine.answered import Answered

    return Answered(made())
