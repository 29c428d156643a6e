"""`suanli future`: one future of a scenario: its rank, what is unusual in it, pinned to a file."""

import argparse
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.model.scenario import FUTURES_AT_MOST
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.storage.sentences.spoken import ENGLISH, speaking
from ui.terminal.ask.answering import answer_text, destination, page_of
from ui.terminal.ask.asking import about_in, add_question, one_scenario
from ui.terminal.reading.changes import number_of
from ui.terminal.reading.inputs import InputError, file_name, source_of, whole_number
from ui.terminal.reading.units import chosen_units
from ui.terminal.writing.answer_page import write_page
from ui.terminal.writing.saved_scenario import save
from ui.terminal.writing.table_files import deliver_answer
from ui.terminal.writing.targets import Target, check_apart, check_file, check_not_read, target_of
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from planner.studies.answers.answer import Answer
    from planner.studies.future.futures import Futures
    from ui.engine.answered import Answered

_USUAL = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser,
        translate(
            "Terminal", "the scenario whose futures are looked at; the baseline unless given"
        ),
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--rank",
        metavar=translate("Terminal", "SHARE"),
        help=translate(
            "Terminal",
            "the future that is higher than this share of them, as 90%% or 90; 50%% unless given",
        ),
    )
    which.add_argument(
        "--number",
        type=whole_number(1, FUTURES_AT_MOST),
        metavar="N",
        help=translate(
            "Terminal", "the future of this number: the same one whatever the levers are"
        ),
    )
    which.add_argument(
        "--near",
        metavar=translate("Terminal", "LEVEL"),
        help=translate("Terminal", "the future nearest to a level"),
    )
    parser.add_argument(
        "--pin",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal",
            "write a scenario that holds this future, each assumption fixed at what it draws",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Tell which future it is and return the exit code."""
    with telling_in(chosen_units(options)):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    from planner.studies.future.futures import FutureError, futures_of
    from planner.studies.future.one import one_future
    from planner.studies.future.pinned import pinned, title_of
    from planner.studies.future.table import table_of
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector
    from ui.wording.answers.future import answer_of

    table, pin = destination(options), _pin_target(options)
    page = page_of(options, table, pin)
    scenario = one_scenario(options)
    about = about_in(options, scenario)
    used = projector()
    try:
        futures = driven(
            futures_of(used, scenario, about), translate("Terminal", "running futures")
        )
        number = number_of_future(options, futures)
        told = one_future(futures, number)
    except FutureError as error:
        raise InputError(str(error)) from error
    made = partial(answer_of, futures, told)
    unusual = replace(made(), table=table_of(futures, number, only_unusual=True))
    deliver_answer(table, made, answer_text(unusual))
    write_page(page, partial(_drawn, unusual, futures, number), (scenario,))
    if pin is not None:
        with speaking(ENGLISH):  # a file is the same in every language
            title = title_of(futures, number)
        save(pin, replace(pinned(futures, number), title=title))
    return 0


def _drawn(answer: "Answer", futures: "Futures", number: int) -> "Answered":
    from ui.charts.futures.drawing import future_lines
    from ui.print.answers.drawn import with_lines

    return with_lines(answer, future_lines(futures, number), 0)


def _pin_target(options: argparse.Namespace) -> Target | None:
    """Return where the pinned scenario goes, looked at before the run; None for nowhere."""
    if options.pin is None:
        return None
    target = target_of("--pin", options.pin)
    if target.is_file:
        check_file(target)
    check_not_read((target,), [source_of(name) for name in options.scenarios])
    if options.table is not None:
        check_apart((target_of("--table", options.table), target), ())
    return target


def number_of_future(options: argparse.Namespace, futures: "Futures") -> int:
    """Return the number of the future that is asked for."""
    from planner.studies.future.one import number_at, number_near

    if options.number is not None:
        return int(options.number)
    if options.near is not None:
        about = futures.about
        return number_near(futures, number_of(about.outcome, options.near, about.unit))
    return number_at(futures, _USUAL if options.rank is None else share_of_futures(options.rank))


def share_of_futures(text: str) -> float:
    """Read a share of futures, of none to all: 90%, 90 or 0.9."""
    from ui.wording.answers.share_typed import share_typed
    from ui.wording.paths.typed import Refused

    try:
        return share_typed(text, may_be_none=True)
    except Refused:
        said = translate("Terminal", "--rank takes a share from 0% to 100%, not {given}")
        raise InputError(said.format(given=shown(text))) from None
