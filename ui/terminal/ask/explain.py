"""`suanli explain A B`: why an outcome differs between two scenarios, input by input."""

import argparse
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from planner.studies.parts.belief import default_baseline
from ui.terminal.ask.asking import about_in, add_question, scenarios_in
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.units import chosen_units
from ui.wording.figures.units import outcome_told, telling_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.scenario import Scenario
    from planner.studies.answers.answer import Answer
    from planner.studies.explain.explanation import Explanation
    from ui.engine.answered import Answered

_TWO = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_question(
        parser,
        translate(
            "Terminal",
            "two scenarios: what the second one changes against the first; of one alone, what it "
            "changes against the baseline under default assumptions",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Explain the difference and return the exit code."""
    from ui.terminal.ask.answering import destination, page_of, say_answer
    from ui.terminal.writing.answer_page import write_page
    from ui.wording.answers.explain_answer import answer_of

    target = destination(options)
    page = page_of(options, target)
    with telling_in(chosen_units(options)):
        found = _explained(options)
        made = partial(answer_of, found)
        say_answer(target, made)
        write_page(page, partial(_drawn, made, found), (found.before, found.after))
    return 0


def _drawn(made: "Callable[[], Answer]", found: "Explanation") -> "Answered":
    from ui.charts.waterfall.bars import waterfall_of
    from ui.print.answers.drawn import with_waterfall

    return with_waterfall(made(), waterfall_of(found, None), 0)


def _explained(options: argparse.Namespace) -> "Explanation":
    from planner.studies.explain.explain import ExplainError
    from planner.studies.explain.survival import explained_with_survival
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector

    before, after = _ends(options)
    about = about_in(options, before, after)
    about = replace(about, outcome=outcome_told(about.outcome))
    projector()
    try:
        return driven(
            explained_with_survival(before, after, about),
            translate("Terminal", "explaining the difference"),
        )
    except ExplainError as error:
        raise InputError(str(error)) from error


def _ends(options: argparse.Namespace) -> "tuple[Scenario, Scenario]":
    found = scenarios_in(options)
    if len(found) > _TWO:
        raise InputError(f"explain takes two scenarios, not {len(found)}")
    if len(found) == _TWO:
        return found[0], found[1]
    return default_baseline(found[0]), found[0]
