"""What every command that answers a question takes: scenarios, an outcome and a year, futures.

Scenarios are files, examples, or described on the command line, as in `suanli compare`; a `--set`
in front of the first `--scenario` changes the first scenario that is named, else the baseline.
"""

import argparse
from dataclasses import replace

from planner.model.indices import AREAS
from planner.model.scenario import FIRST_YEAR, FUTURES_AT_MOST, LAST_YEAR_AT_MOST, Scenario
from planner.model.sums import is_sum, members, together
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About, AboutError, check_about
from planner.studies.key_figures import YEAR
from ui.terminal.reading.changes import with_all, with_changes
from ui.terminal.reading.described import add_described
from ui.terminal.reading.inputs import InputError, opened_all, source_of, whole_number
from ui.terminal.reading.outcomes import outcome_named
from ui.terminal.reading.units import add_units
from ui.terminal.writing.answer_page import add_answer_page
from ui.terminal.writing.table_files import add_answer_table

USUAL_OUTCOME = "enterprises"
_CHANGES = "changes"


class SetInLast(argparse.Action):
    """Sets something in the last --scenario before it, else in the first one named."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option: str | None = None,
    ) -> None:
        described = namespace.described
        if not described:
            setattr(namespace, _CHANGES, [*namespace.changes, str(values)])
            return
        *before, (title, changes) = described
        namespace.described = [*before, (title, [*changes, str(values)])]


def add_question(
    parser: argparse.ArgumentParser, scenarios: str, *, has_outcome: bool = True
) -> None:
    """Add the options that all questions share; `scenarios` says which ones are asked about."""
    add_scenarios(parser, scenarios)
    if has_outcome:
        parser.add_argument(
            "--outcome",
            default=USUAL_OUTCOME,
            metavar=translate("Terminal", "NAME"),
            help=translate(
                "Terminal",
                "an outcome, or outcome.element, as enterprises.chengdu; enterprises unless given",
            ),
        )
        add_year(parser)
    add_futures(parser)
    add_units(parser)
    add_answer_table(parser)
    add_answer_page(parser)


def add_scenarios(parser: argparse.ArgumentParser, scenarios: str) -> None:
    """Add scenarios by name and described, and what is set in them."""
    parser.add_argument(
        "scenarios", nargs="*", metavar=translate("Terminal", "FILE|EXAMPLE"), help=scenarios
    )
    add_described(parser)
    parser.add_argument(
        "--set",
        dest=_CHANGES,
        action=SetInLast,
        default=[],
        metavar=translate("Terminal", "NAME=VALUE"),
        help=translate(
            "Terminal",
            "set a lever, an assumption or how it is run (seed, draws, figures) in the --scenario "
            "before it, else in the first one named",
        ),
    )


def add_year(parser: argparse.ArgumentParser) -> None:
    """Add the year that is asked about."""
    parser.add_argument(
        "--year",
        type=whole_number(FIRST_YEAR, LAST_YEAR_AT_MOST),
        default=YEAR,
        metavar=translate("Terminal", "YEAR"),
        help=translate("Terminal", "its December; {year} unless given").format(year=YEAR),
    )


def add_futures(parser: argparse.ArgumentParser) -> None:
    """Add how many futures are drawn."""
    parser.add_argument(
        "--futures",
        type=whole_number(1, FUTURES_AT_MOST),
        metavar="N",
        help=translate("Terminal", "number of futures to draw"),
    )


def scenarios_in(options: argparse.Namespace) -> list[Scenario]:
    """Return the scenarios that are named, then those described; the baseline where none is."""
    named = [each.scenario for name in options.scenarios for each in opened_all(name)]
    described = [with_all(Scenario(title=title), changes) for title, changes in options.described]
    found = [*named, *described]
    if options.changes:
        first, *others = named or [Scenario()]
        found = [with_changes(first, options.changes), *others, *described]
    futures = options.futures
    found = found or [Scenario()]
    return [replace(each, futures=futures) for each in found] if futures else found


def one_scenario(options: argparse.Namespace) -> Scenario:
    """Return the one scenario that is asked about. Raises InputError for several."""
    found = scenarios_in(options)
    if len(found) > 1:
        raise InputError(
            translate("Terminal", "this question is about one scenario, and several are named")
        )
    return found[0]


def about_in(options: argparse.Namespace, *scenarios: Scenario) -> About:
    """Return what is asked about, in a year that all scenarios reach.

    Raises InputError for what is no outcome, and for a year behind the end of a scenario.
    """
    about = About(*outcome_in(options.outcome), options.year)
    last = min((each.last_year for each in scenarios), default=LAST_YEAR_AT_MOST)
    if about.year > last:
        raise InputError(ends_before(about.year, last))
    try:
        return check_about(about)
    except AboutError as error:
        raise InputError(str(error)) from None


def ends_before(year: int, last: int) -> str:
    """Return that a scenario ends before the year that is asked about."""
    text = translate("Terminal", "the year is {year}, and the scenario ends in {last}")
    return text.format(year=year, last=last)


def read_files(options: argparse.Namespace) -> list[str]:
    """Return the names of all files that are read: nothing is written over them."""
    return [str(source_of(name)) for name in options.scenarios]


def outcome_in(text: str) -> tuple[str, str]:
    """Return the outcome and the element that are meant, which may be a sum of places.

    Raises InputError for what is no outcome.
    """
    key, _, element = text.partition(".")
    if not is_sum(element):
        return outcome_named(text)
    return key, together(members(element)) if set(members(element)) <= set(AREAS) else element
