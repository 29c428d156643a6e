"""`suanli money`: what money buys by instrument: cost per added enterprise and per used EFLOPS."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import YEAR
from ui.terminal.ask.answering import answer_text, destination, page_of
from ui.terminal.ask.asking import add_question, ends_before, one_scenario, read_files
from ui.terminal.reading.inputs import InputError, whole_number
from ui.terminal.reading.places import read_places
from ui.terminal.reading.spending import (
    ONCE,
    add_spending,
    amount_of,
    instruments_in,
    years_of,
)
from ui.terminal.reading.units import chosen_units
from ui.terminal.writing.answer_page import write_page
from ui.terminal.writing.saved_scenario import add_save, save, saved_to
from ui.terminal.writing.table_files import deliver_answer
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from planner.model.scenario import Scenario
    from planner.studies.answers.answer import Answer
    from planner.studies.money.question import MoneyQuestion
    from planner.studies.money.result import MoneyAnswer
    from ui.engine.answered import Answered

_USUAL = "vouchers,data,fund,network"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser,
        translate(
            "Terminal", "the scenario that the money comes on top of; the baseline unless given"
        ),
        has_outcome=False,
    )
    year = whole_number(FIRST_YEAR, LAST_YEAR_AT_MOST)
    parser.add_argument(
        "--year",
        type=year,
        default=YEAR,
        metavar=translate("Terminal", "YEAR"),
        help=translate("Terminal", "effects are those in its December; {year} unless given").format(
            year=YEAR
        ),
    )
    parser.add_argument(
        "--amount",
        default="100",
        metavar=translate("Terminal", "AMOUNT"),
        help=translate(
            "Terminal",
            "money a year for each of them, in M CNY or with a unit, as 0.5bn; 100 unless given",
        ),
    )
    add_spending(parser, _USUAL)
    parser.add_argument(
        "--places",
        type=read_places,
        metavar=translate("Terminal", "PLACE,..."),
        help=translate(
            "Terminal",
            "ask about vouchers and funds of up to three areas only, as chengdu,shanghai",
        ),
    )
    _add_worth(parser)


def _add_worth(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--worth",
        default="100",
        metavar=translate("Terminal", "AMOUNT"),
        help=translate(
            "Terminal",
            "the most that one more enterprise may cost, in M CNY: the budget up to which it does "
            "not is told; 100 unless given",
        ),
    )
    add_save(
        parser,
        translate(
            "Terminal",
            "write the scenario with the voucher budgets that are asked about set to where the "
            "next enterprise costs what it is worth, as a scenario file",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Tell what money buys and return the exit code."""
    with telling_in(chosen_units(options)):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    from planner.studies.money.applied import with_enough
    from planner.studies.money.money import money_of
    from planner.studies.spending.instrument import SpendingError
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.wording.answers.spending.answer import money_answer
    from ui.wording.answers.spending.money import place_sentence

    target = destination(options)
    saved = saved_to(options, (target,), read_files(options))
    page = page_of(options, target, saved)
    try:
        question = question_of(options, one_scenario(options))
        projector()
        found = driven(money_of(question), translate("Terminal", "telling what money buys"))
    except SpendingError as error:
        raise InputError(str(error)) from error
    applied = with_enough(found, *found.costs)
    if saved is not None and applied is None:
        raise InputError(
            translate("Terminal", "there is no budget to save: none that was tried is just enough")
        )
    of_places = found.costs if options.places and not question.place else ()
    told = [place_sentence(each, question) for each in of_places]
    answer = money_answer(found)
    made = partial(full_answer, found)
    reading = answer_text(answer, "\n".join(told))
    deliver_answer(target, made, reading)
    save(saved, applied or question.scenario)
    write_page(page, partial(_drawn, answer, found), (question.scenario,))
    return 0


def full_answer(found: "MoneyAnswer") -> "Answer":
    """Return the answer with all that was found in its table."""
    from dataclasses import replace

    from planner.studies.money.table import full_table
    from ui.wording.answers.spending.answer import money_answer

    return replace(money_answer(found), table=full_table(found))


def _drawn(answer: "Answer", found: "MoneyAnswer") -> "Answered":
    """Return the answer with the picture of the use that adds an enterprise for the least."""
    from ui.charts.spending.money_picture import money_picture
    from ui.print.answers.drawn import with_spending
    from ui.style.theme import LIGHT

    return with_spending(answer, money_picture(found, 0), LIGHT.data[0])


def question_of(options: argparse.Namespace, scenario: "Scenario") -> "MoneyQuestion":
    """Return what is asked about a scenario. Raises InputError or SpendingError."""
    from planner.studies.money.question import MoneyQuestion
    from planner.studies.spending.instrument import in_places

    among = instruments_in(options.among)
    if options.places:
        among = in_places(among, options.places)
    if options.year > scenario.last_year:
        raise InputError(ends_before(options.year, scenario.last_year))
    return MoneyQuestion(
        scenario,
        options.year,
        amount=amount_of("--amount", options.amount),
        years=years_of(options.years),
        among=among,
        worth=amount_of("--worth", options.worth, ONCE),
    )
