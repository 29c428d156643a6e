"""`suanli run`: one scenario, its key figures on screen, all numbers and charts where asked."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.model.scenario import FUTURES_AT_MOST, SEED_AT_MOST, without_texts
from planner.storage.sentences.catalog import translate
from ui.process.output import say
from ui.terminal.reading.changes import with_changes
from ui.terminal.reading.inputs import InputError, opened, read_draws, title_of, whole_number
from ui.terminal.reading.places import read_places
from ui.terminal.reading.units import add_units, chosen_units
from ui.terminal.reading.wanted import add_targets, with_wanted
from ui.terminal.writing.destinations import add_destinations, check_destinations, prepared
from ui.terminal.writing.drawing import Runs
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from planner.ensemble.many import Projector
    from planner.ensemble.projection import Projection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "scenario",
        metavar=translate("Terminal", "FILE|EXAMPLE"),
        help=translate(
            "Terminal",
            "a scenario file, a chart exported as PNG, a workbook or session of one "
            "scenario, or an example",
        ),
    )
    parser.add_argument(
        "--set",
        dest="changes",
        action="append",
        default=[],
        metavar=translate("Terminal", "NAME=VALUE"),
        help=translate(
            "Terminal",
            "set a lever (voucher_budget=0 sets every area, voucher_budget.shanghai=900 one, "
            "voucher_budget.shanghai=2025:0,2025-08:600,2028:900 its value from dates on) or "
            "an assumption (crowd_in=4 its central value, crowd_in=3:4:5 low, central and high) or "
            "how it is run (figures=as-stated, draws, seed, futures, last_year); may be repeated",
        ),
    )
    parser.add_argument(
        "--title",
        type=title_of,
        metavar=translate("Terminal", "TITLE"),
        help=translate(
            "Terminal",
            "what the scenario is called; author, notes and all else that is said of it are left "
            "out",
        ),
    )
    _add_draws(parser)
    add_targets(parser)
    parser.add_argument(
        "--places",
        type=read_places,
        metavar=translate("Terminal", "PLACE,..."),
        help=translate(
            "Terminal",
            "tell key figures and draw charts of up to three areas too, as chengdu,shanghai",
        ),
    )
    add_units(parser)
    add_destinations(parser)


def _add_draws(parser: argparse.ArgumentParser) -> None:
    futures = whole_number(1, FUTURES_AT_MOST)
    parser.add_argument(
        "--futures",
        type=futures,
        metavar="N",
        help=translate("Terminal", "number of futures to draw"),
    )
    seed = whole_number(0, SEED_AT_MOST)
    parser.add_argument(
        "--seed", type=seed, metavar="N", help=translate("Terminal", "seed of the draws")
    )
    parser.add_argument(
        "--draws",
        type=read_draws,
        metavar=translate("Terminal", "KIND"),
        help=translate(
            "Terminal",
            "conditioned: futures that agree with what was measured in 2025-26; calibrated: with "
            "the scenario's own numbers as well; as-drawn: any",
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Run the scenario and return the exit code."""
    check_destinations(options)
    with telling_in(chosen_units(options)):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    content = opened(options.scenario)
    scenario = with_changes(content.scenario, options.changes)
    scenario = replace(scenario, **_drawn(options))
    if options.title is not None:
        scenario = replace(without_texts(scenario), title=options.title)
    scenario = with_wanted(scenario, options.targets)
    destinations = prepared(options, [options.scenario], [scenario])

    from ui.terminal.projecting import baselines_of, projections_of, projector
    from ui.terminal.tables.summary import difference_in_words

    used = projector()
    areas = options.places or ()
    projections = projections_of(
        [scenario],
        used,
        draws_charts=destinations.draws_charts,
        about=destinations.about,
        compares=destinations.compares,
    )
    if not destinations.prints_numbers:
        _tell(projections[0], used, areas)
        other = "" if options.changes else difference_in_words(content, projections[0])
        if other:
            say(f"\n{other}")
    baselines = (
        baselines_of([scenario], used, destinations.about) if destinations.shows_baseline else []
    )
    destinations.deliver(Runs(projections, baselines))
    return 0


def _drawn(options: argparse.Namespace) -> dict[str, Any]:
    """Return the settings that have options of their own. Raises InputError where --set has one."""
    asked = {"futures": options.futures, "seed": options.seed, "draws": options.draws}
    given = {name: value for name, value in asked.items() if value is not None}
    twice = [name for name in given if any(_sets(change, name) for change in options.changes)]
    if twice:
        text = translate("Terminal", "{option} and --set {name} say the same; leave one out")
        raise InputError(text.format(option=f"--{twice[0]}", name=twice[0]))
    return given


def _sets(change: str, name: str) -> bool:
    return change.partition("=")[0].strip() == name


def _heads() -> tuple[str, str]:
    return translate("Terminal", "scenario"), translate("Terminal", "baseline")


def _tell(run: "Projection", used: "Projector", areas: tuple[str, ...]) -> None:
    """Print the answer: sentences and figures, targets, and what assumptions alone change."""
    from planner.studies.key_figures import YEAR
    from planner.studies.parts.belief import has_own_beliefs
    from ui.terminal.projecting import apart_of, judged_baseline, told_baseline, with_reasons
    from ui.terminal.tables.apart import apart
    from ui.terminal.tables.argument import argument_told
    from ui.terminal.tables.in_words import in_words, told_of
    from ui.terminal.tables.met import targets_met
    from ui.terminal.tables.summary import summary

    scenario = run.scenario
    if argued := argument_told(scenario.presented):
        say(f"{argued}\n")
    told = with_reasons(told_of(run, told_baseline(scenario, used, areas), areas))
    say(summary(run, in_words(told), areas))
    if scenario.targets:
        beside = judged_baseline(scenario, used)
        say(f"\n{targets_met([run, beside], _heads())}")
    if has_own_beliefs(scenario):
        say(f"\n{apart(scenario, apart_of(scenario, used), min(YEAR, scenario.last_year))}")
