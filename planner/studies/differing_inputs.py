"""In which inputs scenarios differ: levers, assumptions, and how they are run.

Sixth floor of planner, the one owner for window, terminal and report, which only word them. Inputs
are held against each other as values and not as they are said, so that paths that are said alike
in short are told apart. Titles, notes and authors are no inputs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from planner.model.lever_settings import has_knots, moves_alike, path_mates
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_spread,
    lever_addresses,
    lever_at,
    lever_value,
    parts_of,
)

Setting = Literal["figures", "draws", "own", "seed", "futures", "last_year"]

SETTINGS: Final[tuple[Setting, ...]] = (
    "figures",
    "draws",
    "own",
    "seed",
    "futures",
    "last_year",
)


@dataclass(frozen=True, slots=True)
class DifferingInputs:
    """Addresses of levers and assumptions in the order of the model, and settings by name."""

    levers: tuple[str, ...]
    assumptions: tuple[str, ...]
    settings: tuple[Setting, ...]


def differing_inputs(scenarios: Sequence[Scenario]) -> DifferingInputs:
    """Return the inputs that are not the same in all scenarios, defaults of figures among them.

    A lever that moves in parts is named by these, and by itself where one sets a path of its own.
    """
    levers, assumptions = _candidates(scenarios)
    told = (name for name in levers if _is_told(name, scenarios))
    return DifferingInputs(
        levers=_levers_among(told, scenarios),
        assumptions=_assumptions_among(assumptions, scenarios),
        settings=differing_settings(scenarios),
    )


def differing_settings(scenarios: Sequence[Scenario]) -> tuple[Setting, ...]:
    """Return the settings that are not the same in all scenarios."""
    return tuple(name for name in SETTINGS if len({getattr(s, name) for s in scenarios}) > 1)


def set_otherwise(old: Scenario, new: Scenario) -> tuple[str, ...]:
    """Return the levers and assumptions that one of two scenarios sets, and the other otherwise."""
    both = (old, new)
    levers = dict.fromkeys(name for each in both for name, _ in each.levers)
    assumptions = dict.fromkeys(name for each in both for name, _ in each.assumptions)
    return (*_levers_among(levers, both), *_assumptions_among(assumptions, both))


def _candidates(scenarios: Sequence[Scenario]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return levers and assumptions that may differ, in order: those that are set somewhere.

    On other figures the defaults may differ, too. A sheet asks this in every frame of a drag.
    """
    levers, assumptions = lever_addresses(), assumption_addresses()
    if len({each.figures for each in scenarios}) > 1:
        return levers, assumptions
    moved = {mate for each in scenarios for name, _ in each.levers for mate in path_mates(name)}
    ranges = {name for each in scenarios for name, _ in each.assumptions}
    return (
        tuple(name for name in levers if name in moved),
        tuple(name for name in assumptions if name in ranges),
    )


def _levers_among(names: Iterable[str], scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    first, *others = scenarios
    return tuple(n for n in names if not all(moves_alike(first, each, n) for each in others))


def _assumptions_among(names: Iterable[str], scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    return tuple(n for n in names if len({assumption_spread(each, n) for each in scenarios}) > 1)


def _is_told(name: str, scenarios: Sequence[Scenario]) -> bool:
    """Tell whether a lever is named by itself: a whole not by its parts, a part not by its path."""
    row, _ = lever_at(name)
    if row.part:
        return len({lever_value(each, name) for each in scenarios}) > 1
    return not parts_of(row) or has_knots(name, *scenarios)
