"""The command of the terminal that runs scenarios again: what differs from the baseline, set.

Floor: wording. Numbers stand in the units of the model with all their digits, so that the command
gives the same numbers on any machine. It is the inverse of `ui.terminal.reading.changes`.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor
from typing import Final

from planner.files.scenario.titles import told_apart
from planner.model.indices import address
from planner.model.paths import LeverPath
from planner.model.scenario import LeverSetting, Scenario
from planner.model.targets.target import Target, years_judged
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.unit_system import BASE
from planner.storage.sentences.spoken import spoken
from planner.studies.cards import Card
from planner.studies.differing_inputs import SETTINGS
from ui.wording.figures.units import units
from ui.wording.language import OPTION

_MAY_BE_GROUPED: Final = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_SIGNS = {"at least": ">=", "at most": "<="}


WHOLE: Final = "all"
"""What a card of all areas is of, where the report is about some of them."""


@dataclass(frozen=True, slots=True)
class AsRun:
    """What others are held against, unless the baseline; places, own cards, and what is wanted."""

    against: Scenario | None = None
    areas: Sequence[str] = ()
    cards: Sequence[Card] = ()
    targets: Sequence[Target] = ()


def command_text(scenarios: Sequence[Scenario], held: AsRun, year: int, name: str) -> str:
    """Return the command that writes the report of scenarios, the first of which it is about.

    Two of one title are told apart by numbers. Numbers of the report stand in the units chosen now.
    """
    first, *others = scenarios
    parts = ["suanli", "run", "baseline", *_settings(first)]
    if others:
        titles = told_apart(each.title for each in scenarios)
        named = dict(zip(scenarios, titles, strict=True))
        described = (("--scenario", named[each], *_settings(each)) for each in scenarios)
        parts = ["suanli", "compare", *(part for each in described for part in each)]
        if held.against is not None:
            parts += ["--against", named[held.against]]
    elif first.levers or first.assumptions:
        parts += ["--title", first.title]
    for target in (each for each in held.targets if years_judged(each, first.last_year)):
        parts += ["--target", _target(target)]
    made = ("--year", str(year), "--report", name, *_language())
    return shlex.join((*parts, *_told(held), *made))


def _language() -> tuple[str, ...]:
    """Return what chooses the language spoken, where it is not English."""
    code, *_ = spoken().split("_")
    return () if code == "en" else (OPTION, code)


def _told(held: AsRun) -> Iterator[str]:
    """Yield of what and in which units a report tells, where it is not the usual."""
    if held.areas:
        yield from ("--places", ",".join(held.areas))
    if held.cards:
        yield from ("--cards", ",".join(dict.fromkeys(map(_card, held.cards))))
    chosen = units()
    told = ((chosen.money, BASE.money), (chosen.compute, BASE.compute))
    names = [each.lower() for each, usual in told if each != usual]
    if names:
        yield from ("--units", ",".join(names))


def _card(card: Card) -> str:
    """Return a card without its year: a report tells of one."""
    return card.outcome if card.element is None else address(card.outcome, card.element or WHOLE)


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
    """Return a number with every digit it has, without an exponent.

    Three decimals get a fourth one: where a point parts thousands, 1.234 would be read as 1234.
    """
    text = f"{Decimal(repr(float(value))):f}".removesuffix(".0")
    return f"{text}0" if _MAY_BE_GROUPED.fullmatch(text) else text
