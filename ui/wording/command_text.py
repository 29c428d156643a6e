"""The command of the terminal that runs scenarios again: what differs from the baseline, set.

Floor: wording. Numbers stand in the units of the model with all their digits, so that the command
gives the same numbers on any machine. It is the inverse of `ui.terminal.reading.changes`.
"""

import shlex
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import floor

from planner.model.indices import address
from planner.model.paths import LeverPath
from planner.model.scenario import LeverSetting, Scenario
from planner.model.targets.target import Target, years_judged
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.studies.differing_inputs import SETTINGS

_SIGNS = {"at least": ">=", "at most": "<="}


def command_text(scenarios: Sequence[Scenario], areas: Sequence[str], year: int, name: str) -> str:
    """Return the command that writes the report of scenarios, the first of which it is about."""
    first, *others = scenarios
    parts = ["suanli", "run", "baseline", *_settings(first)]
    if others:
        described = (("--scenario", each.title, *_settings(each)) for each in scenarios)
        parts = ["suanli", "compare", *(part for each in described for part in each)]
    elif first.levers or first.assumptions:
        parts += ["--title", first.title]
    for target in (each for each in first.targets if years_judged(each, first.last_year)):
        parts += ["--target", _target(target)]
    if areas:
        parts += ["--places", ",".join(areas)]
    return shlex.join((*parts, "--year", str(year), "--report", name))


def changes_of(scenario: Scenario) -> Iterator[str]:
    """Yield `name=value` for all that a scenario sets otherwise than the baseline."""
    usual = Scenario()
    for setting in SETTINGS:
        value = getattr(scenario, setting)
        if value != getattr(usual, setting):
            yield f"{setting}={str(value).replace(' ', '-').replace('_', '-')}"
    for name, value in scenario.levers:
        yield f"{name}={_lever(value)}"
    for name, spread in scenario.assumptions:
        yield f"{name}={':'.join(map(_number, spread.parts))}"


def _settings(scenario: Scenario) -> Iterator[str]:
    for change in changes_of(scenario):
        yield from ("--set", change)


def _lever(value: LeverSetting) -> str:
    return _knots(value) if isinstance(value, LeverPath) else _number(value)


def _knots(path: LeverPath) -> str:
    return ",".join(f"{_date(date)}:{_number(value)}" for date, value in path.knots)


def _date(date: float) -> str:
    """Return a date as year or month where it is the beginning of one, else with its fraction."""
    year = floor(date)
    month = round((date - year) * MONTHS_PER_YEAR)
    if month == 0 and date == year:
        return str(year)
    if date == year + month / MONTHS_PER_YEAR:
        return f"{year}-{month + 1:02d}"
    return _number(date)


def _target(target: Target) -> str:
    head = f"{address(target.outcome, target.element)}{_SIGNS[target.sense]}"
    year = "" if target.year is None else f"@{target.year}"
    match target.level:
        case LeverPath() as path:
            linear = " linear" if target.between == "linear" else ""
            return f"{head}{_knots(path)}{linear}"
        case str() as key:
            return f"{head}{key}{year}"
        case number:
            return f"{head}{_number(number)}{year}"


def _number(value: float) -> str:
    """Return a number with every digit it has, without an exponent."""
    return f"{Decimal(repr(float(value))):f}".removesuffix(".0")
