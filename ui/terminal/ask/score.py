"""`suanli score`: how the futures of a scenario did against numbers of your own."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from ui.terminal.ask.answering import page_of, say_answer
from ui.terminal.ask.asking import add_question
from ui.terminal.progress import driven
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.own_numbers import about_of, add_numbers, attached, destinations
from ui.terminal.reading.units import chosen_units
from ui.terminal.writing.answer_page import write_page
from ui.terminal.writing.saved_scenario import save
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.scenario import Scenario
    from planner.studies.calibrate.scored import OwnScores
    from ui.engine.answered import Answered


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser, translate("Terminal", "the scenario; the baseline unless given"), has_outcome=False
    )
    add_numbers(parser)


def run(options: argparse.Namespace) -> int:
    """Score a scenario by its own numbers and return the exit code."""
    table, saved = destinations(options)
    page = page_of(options, table, saved)
    scenario = attached(options)

    from planner.studies.backtest import BacktestError
    from planner.studies.calibrate.scored import OwnNumbersError, scoring
    from ui.terminal.projecting import projector

    projector()
    try:
        found = driven(scoring(scenario), translate("Terminal", "scoring"))
    except (BacktestError, OwnNumbersError) as error:
        raise InputError(str(error)) from None
    made = partial(answer_of, found, scenario)
    with telling_in(chosen_units(options)):
        say_answer(table, made)
        write_page(page, partial(_answered, made), (scenario,))
    save(saved, scenario)
    return 0


def answer_of(found: "OwnScores", scenario: "Scenario") -> Answer:
    """Return the answer: what the score says, and each point in its table."""
    from planner.studies.calibrate.table import scored_title, table_of_scores
    from ui.wording.answers.own.sentences import figures_line, score_sentence

    figures = figures_line(found)
    text = translate("Terminal", "{score} {figures}.")
    begun = f"{figures[:1].upper()}{figures[1:]}"
    return Answer(
        study="score",
        title=scored_title(),
        scenario=scenario.title,
        against="",
        about=about_of(scenario),
        sentence=text.format(score=score_sentence(found), figures=begun),
        table=table_of_scores(found),
        stamp=found.stamp,
    )


def _answered(made: "Callable[[], Answer]") -> "Answered":
    from ui.engine.answered import Answered

    return Answered(made())
