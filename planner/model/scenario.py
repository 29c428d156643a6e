"""A scenario: what a planner changed against the baseline, as one frozen value.

Third floor of planner. A scenario holds only what differs from the defaults of its figures; the
functions here read values through it and return new scenarios. Nothing here knows files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from math import isfinite
from typing import TypeVar

from planner.facts.record import Figures
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import (
    Assumption,
    Lever,
    default_spread,
    default_value,
    elements_of,
)
from planner.quantities.spread import Spread

Value = TypeVar("Value")
Row = TypeVar("Row", Lever, Assumption)

BASELINE = "baseline-2025"
FIRST_YEAR = 2025
LAST_YEAR_AT_MOST = 2050
FUTURES_AT_MOST = 1_000_000
SEED_AT_MOST = 2**32 - 1


class ScenarioError(ValueError):
    """A value a scenario cannot hold; the message says what, where, and what is allowed."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What differs from the baseline, and how its futures are drawn.

    `levers` and `assumptions` pair an address (`voucher_budget.shanghai`) with its value, in the
    order of the model. `last_year` is the last year of the horizon, which begins in 2025.
    """

    title: str = "Baseline"
    notes: str = ""
    author: str = ""
    figures: Figures = "corroborated"
    levers: tuple[tuple[str, float], ...] = ()
    assumptions: tuple[tuple[str, Spread], ...] = ()
    seed: int = 2025
    futures: int = 1000
    last_year: int = 2035


def addresses(rows: Iterable[Lever | Assumption]) -> tuple[str, ...]:
    """Return the address of every value of the rows, in order."""
    return tuple(address(row.key, element) for row in rows for element in elements_of(row))


def lever_addresses() -> tuple[str, ...]:
    """Return the address of every lever value, in the order of screen and files."""
    return addresses(model().levers.values())


def assumption_addresses() -> tuple[str, ...]:
    """Return the address of every assumption value, in the order of screen and files."""
    return addresses(model().assumptions.values())


def lever_at(name: str) -> tuple[Lever, str]:
    """Return the lever and the element an address means.

    Raises ScenarioError when there is no such lever or it has no such element.
    """
    return _row_at(name, model().levers, "lever")


def assumption_at(name: str) -> tuple[Assumption, str]:
    """Return the assumption and the element an address means.

    Raises ScenarioError when there is no such assumption or it has no such element.
    """
    return _row_at(name, model().assumptions, "assumption")


def lever_default(name: str, figures: Figures = "corroborated") -> float:
    """Return the default of one lever value."""
    row, element = lever_at(name)
    return default_value(row, element, figures)


def assumption_default(name: str, figures: Figures = "corroborated") -> Spread:
    """Return the default low, central and high of one assumption."""
    row, element = assumption_at(name)
    return default_spread(row, element, figures)


def lever_value(scenario: Scenario, name: str) -> float:
    """Return the value of one lever in the scenario."""
    changed = dict(scenario.levers)
    return changed[name] if name in changed else lever_default(name, scenario.figures)


def assumption_spread(scenario: Scenario, name: str) -> Spread:
    """Return low, central and high of one assumption in the scenario."""
    changed = dict(scenario.assumptions)
    return changed[name] if name in changed else assumption_default(name, scenario.figures)


def with_lever(scenario: Scenario, name: str, value: float) -> Scenario:
    """Return the scenario with one lever value set; a default value leaves no trace.

    Raises ScenarioError when the lever is unknown or the value outside its hard range.
    """
    row, _ = lever_at(name)
    check_within(name, row, value)
    changed = {**dict(scenario.levers), name: float(value)}
    if value == lever_default(name, scenario.figures):
        del changed[name]
    return replace(scenario, levers=_ordered(changed, lever_addresses()))


def with_assumption(scenario: Scenario, name: str, spread: Spread) -> Scenario:
    """Return the scenario with one assumption set; a default spread leaves no trace.

    Raises ScenarioError when the assumption is unknown or a bound outside its hard range.
    """
    row, _ = assumption_at(name)
    for value in (spread.low, spread.central, spread.high):
        check_within(name, row, value)
    changed = {**dict(scenario.assumptions), name: spread}
    if spread == assumption_default(name, scenario.figures):
        del changed[name]
    return replace(scenario, assumptions=_ordered(changed, assumption_addresses()))


def with_figures(scenario: Scenario, figures: Figures) -> Scenario:
    """Return the scenario on other figures: what was changed stays, what was default follows."""
    moved = replace(scenario, figures=figures, levers=(), assumptions=())
    for name, value in scenario.levers:
        moved = with_lever(moved, name, value)
    for name, spread in scenario.assumptions:
        moved = with_assumption(moved, name, spread)
    return moved


def without_changes(scenario: Scenario, names: Iterable[str]) -> Scenario:
    """Return the scenario with these levers and assumptions back at their defaults."""
    gone = frozenset(names)
    return replace(
        scenario,
        levers=tuple(pair for pair in scenario.levers if pair[0] not in gone),
        assumptions=tuple(pair for pair in scenario.assumptions if pair[0] not in gone),
    )


def baseline_under(scenario: Scenario) -> Scenario:
    """Return the baseline to compare with: default levers under the scenario's assumptions."""
    return replace(scenario, title="Baseline", notes="", author="", levers=())


def check_within(name: str, row: Lever | Assumption, value: float) -> None:
    """Raise ScenarioError unless the value is a finite number in the row's hard range."""
    if not isfinite(value) or not row.least <= value <= row.most:
        message = (
            f"{row.label} ({name}) is {value:.10g}; "
            f"allowed are {row.least:.10g} to {row.most:.10g} {row.unit}"
        )
        raise ScenarioError(message)


def _ordered(changed: Mapping[str, Value], order: tuple[str, ...]) -> tuple[tuple[str, Value], ...]:
    return tuple((name, changed[name]) for name in order if name in changed)


def _row_at(name: str, rows: Mapping[str, Row], kind: str) -> tuple[Row, str]:
    key, element = split_address(name)
    row = rows.get(key)
    if row is None:
        raise ScenarioError(_unknown(key, tuple(rows), kind))
    if element not in elements_of(row):
        allowed = ", ".join(address(key, part) for part in elements_of(row))
        message = f"{name} is no {kind} value; allowed: {allowed}"
        raise ScenarioError(message)
    return row, element


def _unknown(key: str, known: tuple[str, ...], kind: str) -> str:
    near = get_close_matches(key, known, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; known: {', '.join(known)}"
    return f"there is no {kind} {key}{hint}"
