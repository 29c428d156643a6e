"""Scenarios with a planner's own numbers: attaching, taking away, and what of them draws futures.

Third floor of planner. Levers that were in force and assumptions of a planner's own are set in the
scenario, where they show as any change does, and remembered as its own: the baseline it is held
against has such levers, too.
"""

from dataclasses import replace

from planner.model.counted.own import NONE, OwnNumbers
from planner.model.scenario import (
    Draws,
    LeverSetting,
    Scenario,
    lever_addresses,
    with_assumption,
    with_lever,
)

WayOfDrawing = tuple[Draws, int, str, OwnNumbers]


def with_own(scenario: Scenario, own: OwnNumbers) -> Scenario:
    """Return the scenario with these numbers of its own, in place of those it had.

    Raises ScenarioError for a lever or an assumption that does not take its setting.
    """
    bare = without_own(scenario)
    made = bare
    for name, setting in own.levers:
        made = with_lever(made, name, setting)
    for name, spread in own.assumptions:
        made = with_assumption(made, name, spread)
    in_force = dict(_with_levers(bare, own))
    ordered = tuple((name, in_force[name]) for name in lever_addresses() if name in in_force)
    return replace(made, own=replace(own, levers=ordered), draws=scenario.draws)


def without_own(scenario: Scenario) -> Scenario:
    """Return the scenario without numbers of its own: what is set as they said goes, too."""
    in_force = dict(scenario.own.levers)
    levers = tuple(pair for pair in scenario.levers if in_force.get(pair[0]) != pair[1])
    own = dict(scenario.own.assumptions)
    kept = tuple(pair for pair in scenario.assumptions if own.get(pair[0]) != pair[1])
    draws: Draws = "conditioned" if scenario.draws == "calibrated" else scenario.draws
    return replace(scenario, own=NONE, levers=levers, assumptions=kept, draws=draws)


def way_of_drawing(scenario: Scenario) -> WayOfDrawing:
    """Return all that decides which futures are drawn, besides the ranges of assumptions.

    Two scenarios that are alike in it are drawn with the same random numbers.
    """
    own = scenario.own if scenario.draws == "calibrated" else NONE
    return scenario.draws, scenario.seed, scenario.figures, own


def is_calibrated(scenario: Scenario) -> bool:
    """Tell whether points of its own weigh the futures of a scenario."""
    return scenario.draws == "calibrated" and bool(scenario.own.points)


def _with_levers(bare: Scenario, own: OwnNumbers) -> tuple[tuple[str, LeverSetting], ...]:
    """Return the levers in force in their simplest form; those that are as usual leave no trace."""
    made = replace(bare, levers=())
    for name, setting in own.levers:
        made = with_lever(made, name, setting)
    return made.levers
