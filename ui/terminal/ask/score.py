"""`suanli score`: how the futures of a scenario did against numbers of your own."""

import argparse
from functools import partial

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
    from planner.studies.calibrate.scored import scoring
    from planner.studies.calibrate.table import scored_title, table_of_scores
    from ui.engine.answered import Answered
    from ui.terminal.projecting import projector
    from ui.wording.answers.own.sentences import figures_line, score_sentence

    projector()
    try:
        found = driven(scoring(scenario), translate("Terminal", "scoring"))
    except BacktestError as error:
        raise InputError(str(error)) from None
    figures = figures_line(found)
    sentence = f"{score_sentence(found)} {figures[:1].upper()}{figures[1:]}."
    answer = Answer(
        study="score",
        title=scored_title(),
        scenario=scenario.title,
        against="",
        about=about_of(scenario),
        sentence=sentence,
        table=table_of_scores(found),
        stamp=found.stamp,
    )
    with telling_in(chosen_units(options)):
        say_answer(table, answer)
        write_page(page, partial(Answered, answer), (scenario,))
    save(saved, scenario)
    return 0
