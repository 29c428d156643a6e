"""`suanli compare`: the inputs in which scenarios differ, and their key figures side by side."""

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.files.scenario.titles import distinct_names, told_apart
from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import Pair
from ui.process.output import say
from ui.terminal.reading.changes import with_all
from ui.terminal.reading.described import SetInDescribed, add_described
from ui.terminal.reading.inputs import InputError, file_name, opened, opened_all
from ui.terminal.reading.outcomes import outcome_named
from ui.terminal.reading.places import read_places
from ui.terminal.reading.units import add_units, chosen_units
from ui.terminal.reading.wanted import add_targets, with_wanted
from ui.terminal.writing.destinations import (
    Output,
    add_destinations,
    check_destinations,
    prepared,
)
from ui.terminal.writing.drawing import Runs
from ui.terminal.writing.targets import target_of
from ui.wording.figures.units import outcome_told, telling_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.ensemble.many import Projector
    from planner.ensemble.projection import Projection

_FEWEST: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "scenarios",
        nargs="*",
        metavar=translate("Terminal", "FILE|EXAMPLE"),
        help=translate(
            "Terminal",
            "two or more scenarios: files, charts exported as PNG, workbooks and sessions with "
            "all they hold, examples",
        ),
    )
    _add_described(parser)
    add_targets(parser)
    parser.add_argument(
        "--against",
        metavar=translate("Terminal", "TITLE|FILE|EXAMPLE"),
        help=translate(
            "Terminal",
            "the scenario that the others are held against, on screen, in tables, charts and "
            "report: the title of a --scenario, or one more; on screen the first one unless given, "
            "in charts and report the baseline",
        ),
    )
    parser.add_argument(
        "--by-year",
        metavar=translate("Terminal", "NAME"),
        help=translate(
            "Terminal", "print one outcome, or outcome.element, by year in place of the key figures"
        ),
    )
    parser.add_argument(
        "--places",
        type=read_places,
        metavar=translate("Terminal", "PLACE,..."),
        help=translate(
            "Terminal", "draw charts and report of up to three areas, as chengdu,shanghai"
        ),
    )
    add_units(parser)
    _add_table(parser)
    add_destinations(parser)


def _add_described(parser: argparse.ArgumentParser) -> None:
    add_described(parser)
    parser.add_argument(
        "--set",
        dest="described",
        action=SetInDescribed,
        default=[],
        metavar=translate("Terminal", "NAME=VALUE"),
        help=translate(
            "Terminal",
            "set a lever or an assumption of the --scenario before it, as `suanli run` does",
        ),
    )


def _add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--table",
        metavar="F",
        type=file_name,
        help=translate(
            "Terminal",
            "write the comparison itself, differences with their ranges and what only together "
            "gives, as CSV or JSON by the ending of F; - prints JSON",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Compare the scenarios and return the exit code."""
    check_destinations(options)
    with telling_in(chosen_units(options)):
        return _compare(options)


def _compare(options: argparse.Namespace) -> int:
    asked = None if options.by_year is None else _told(outcome_named(options.by_year))
    first, *others = _told_apart(_scenarios(options))
    scenarios = [with_wanted(first, options.targets), *others]
    destinations = prepared(options, _names(options), scenarios, _tables(options, scenarios, asked))

    from ui.terminal.projecting import baselines_of, combined_by_year, projections_of, projector

    used = projector()
    projections = projections_of(
        scenarios,
        used,
        draws_charts=destinations.draws_charts,
        about=destinations.about,
        compares=destinations.compares,
    )
    if not destinations.prints_numbers:
        _tell(projections, asked, used)
    baselines = (
        baselines_of(scenarios, used, destinations.about, compares=destinations.compares)
        if destinations.shows_baseline
        else []
    )
    adds_up = combined_by_year(scenarios, used) if baselines else ()
    destinations.deliver(Runs(projections, baselines, adds_up))
    return 0


def _told(pair: Pair) -> Pair:
    """Return the outcome that tells one in the chosen units, of the same element."""
    return outcome_told(pair[0]), pair[1]


def _tell(projections: "Sequence[Projection]", asked: Pair | None, used: "Projector") -> None:
    """Print what differs: the inputs, the figures, what only together gives, and assumptions."""
    from planner.studies.key_figures import YEAR
    from planner.studies.parts.belief import has_own_beliefs
    from ui.terminal.projecting import (
        apart_of,
        changes_from_first,
        combined_in,
        compared_by_year,
    )
    from ui.terminal.tables.apart import apart
    from ui.terminal.tables.argument import argument_told
    from ui.terminal.tables.by_year import by_year_table
    from ui.terminal.tables.met import targets_met
    from ui.terminal.tables.side_by_side import how_compared, inputs_that_differ, key_figures
    from ui.terminal.tables.together import only_together

    scenarios = [each.scenario for each in projections]
    if asked is None:
        figures = key_figures(projections, changes_from_first(scenarios, used))
    else:
        figures = by_year_table(compared_by_year(scenarios, asked, used))
    texts = [
        *(argument_told(each.presented, each.title) for each in scenarios),
        inputs_that_differ(scenarios),
        figures,
        targets_met(projections, distinct_names(each.title for each in scenarios)),
        how_compared(scenarios),
        only_together(combined_in(scenarios, asked, used), scenarios),
    ]
    texts += [
        apart(each, apart_of(each, used), min(YEAR, each.last_year))
        for each in scenarios
        if has_own_beliefs(each)
    ]
    say("\n\n".join(filter(None, texts)))


def _tables(
    options: argparse.Namespace, scenarios: list[Scenario], asked: Pair | None
) -> tuple[Output, ...]:
    """Return where the comparison itself is to be written, if anywhere."""
    if options.table is None:
        return ()
    data = partial(_table, options, scenarios, asked)
    return (Output(target_of("--table", options.table), data),)


def _table(
    options: argparse.Namespace,
    scenarios: list[Scenario],
    asked: Pair | None,
    _runs: Runs,
) -> bytes:
    """Return the comparison as CSV or JSON."""
    from planner.files.exports.comparison_table import Told, comparison_csv, comparison_json
    from planner.studies.key_figures import YEAR
    from ui.terminal.projecting import combined_in, compared_at, compared_by_year, projector

    used, year = projector(), options.year or YEAR
    if asked is None:
        table = compared_at(scenarios, year, used)
    else:
        table = compared_by_year(scenarios, asked, used)
    told = Told(table, combined_in(scenarios, asked, used, year))
    is_csv = Path(options.table).suffix.casefold() == ".csv"
    return (comparison_csv if is_csv else comparison_json)(told).encode()


def _names(options: argparse.Namespace) -> list[str]:
    """Return the names of all that is read: nothing is written over it."""
    is_file = options.against and _described_against(options) is None
    return [*options.scenarios, *([options.against] if is_file else [])]


def _described_against(options: argparse.Namespace) -> str | None:
    """Return the title of the --scenario that others are held against, if it is one of those."""
    titles = [title for title, _ in options.described]
    return options.against if options.against in titles else None


def _scenarios(options: argparse.Namespace) -> list[Scenario]:
    """Return the scenarios, the one that the others are held against first.

    Raises InputError where there are not two.
    """
    names = options.scenarios
    found = [content.scenario for name in names for content in opened_all(name)]
    described = [with_all(Scenario(title=title), changes) for title, changes in options.described]
    found += described
    if options.against is not None:
        own = next((each for each in described if each.title == options.against), None)
        first = own or opened(options.against).scenario
        found = [first, *(each for each in found if each != first)]
    if len(found) < _FEWEST:
        raise InputError(translate("Terminal", "compare takes two scenarios or more"))
    return found


def _told_apart(scenarios: list[Scenario]) -> list[Scenario]:
    """Return the scenarios with a number behind every title that another one has, too."""
    titles = told_apart(each.title for each in scenarios)
    return [replace(each, title=title) for each, title in zip(scenarios, titles, strict=True)]
