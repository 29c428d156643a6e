"""A scenario: what a planner changed against the baseline, as one frozen value.

Third floor of planner. A scenario holds only what differs from the defaults of its figures; the
functions here read values through it and return new scenarios. Nothing here knows files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache, lru_cache
from math import isfinite
from typing import Literal, TypeVar

from planner.facts.record import Figures
from planner.model.counted.own import NONE, OwnNumbers
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import (
    Assumption,
    Lever,
    default_path,
    default_spread,
    default_value,
    elements_of,
    reference_value,
)
from planner.model.moving import moved
from planner.model.paths import LeverPath
from planner.model.presented.presented import NOTHING, Presented
from planner.model.targets.faults import check_targets
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import all_of, in_a_row, one_of
from planner.quantities.told.numerals import plain
from planner.quantities.told.titles import BASELINE_TITLE
from planner.quantities.told.values import range_text
from planner.storage.sentences.catalog import translate

Value = TypeVar("Value")
Row = TypeVar("Row", Lever, Assumption)
Draws = Literal["conditioned", "as drawn", "calibrated"]
Kind = Literal["lever", "assumption"]
LeverSetting = float | LeverPath
"""What a scenario sets a lever to: a number that moves the default path, or a path of its own."""

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
    order of the model; a number of a lever keeps the dates of its default path, a LeverPath
    replaces it. `draws` says whether futures are drawn so that they agree with what was measured in
    2025 and 2026, calibrated with the planner's own numbers as well. `last_year` is the last year
    of the horizon, which begins in 2025. `targets` say what the planner wants of it, in the order
    they were put; they change nothing of a run. `own` numbers change one only where it is
    calibrated. What is `presented` of it changes nothing either; no hash, which is asked for in
    every frame of a drag, looks at it.
    """

    title: str = BASELINE_TITLE
    notes: str = ""
    author: str = ""
    figures: Figures = "corroborated"
    draws: Draws = "conditioned"
    levers: tuple[tuple[str, LeverSetting], ...] = ()
    assumptions: tuple[tuple[str, Spread], ...] = ()
    seed: int = 2025
    futures: int = 1000
    last_year: int = 2035
    targets: tuple[Target, ...] = ()
    own: OwnNumbers = NONE
    presented: Presented = field(default=NOTHING, hash=False)


def addresses(rows: Iterable[Lever | Assumption]) -> tuple[str, ...]:
    """Return the address of every value of the rows, in order."""
    return tuple(address(row.key, element) for row in rows for element in elements_of(row))


@cache
def lever_addresses() -> tuple[str, ...]:
    """Return the address of every lever value, in the order of screen and files."""
    return addresses(model().levers.values())


@cache
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


def lever_default_path(name: str, figures: Figures = "corroborated") -> LeverPath:
    """Return the default path of one lever, of one knot where it has a single default."""
    row, element = lever_at(name)
    return default_path(row, element, figures)


def lever_value(scenario: Scenario, name: str) -> float:
    """Return the number that stands for one lever in the scenario: what its slider shows."""
    setting = dict(scenario.levers).get(name)
    if isinstance(setting, float | int):
        return setting
    row, _ = lever_at(name)
    if setting is None and row.part is None:
        return lever_default(name, scenario.figures)
    return reference_value(row, lever_path(scenario, name))


@lru_cache(maxsize=1024)
def lever_path(scenario: Scenario, name: str) -> LeverPath:
    """Return the path that one lever follows in the scenario; of a part, that of its lever."""
    row, element = lever_at(name)
    if row.part:
        return lever_path(scenario, row.part.of.key)
    changed = dict(scenario.levers)
    setting = changed.get(name)
    if isinstance(setting, LeverPath):
        return setting
    path = default_path(row, element, scenario.figures)
    if setting is not None:
        path = moved(row, path, setting)
    for part in parts_of(row):
        number = changed.get(part.key)
        if isinstance(number, float | int):
            path = moved(part, path, number)
    return path


def parts_of(row: Lever) -> tuple[Lever, ...]:
    """Return the rows that move a part of the path of a lever."""
    return tuple(
        each for each in model().levers.values() if each.part and each.part.of.key == row.key
    )


def assumption_spread(scenario: Scenario, name: str) -> Spread:
    """Return low, central and high of one assumption in the scenario."""
    changed = dict(scenario.assumptions)
    return changed[name] if name in changed else assumption_default(name, scenario.figures)


def is_one_future(scenario: Scenario) -> bool:
    """Tell whether all its futures are the same one: there is one, or each assumption is fixed."""
    if scenario.futures == 1:
        return True
    return all(assumption_spread(scenario, name).is_fixed for name in assumption_addresses())


def with_lever(scenario: Scenario, name: str, setting: LeverSetting) -> Scenario:
    """Return the scenario with one lever set; what equals the default leaves no trace.

    Raises ScenarioError when the lever is unknown, a value outside its hard range, or the lever
    takes no such setting: knots of a constant, knots and numbers for parts of the same path.
    """
    row, _ = lever_at(name)
    check_setting(name, row, setting)
    plain = _plain(scenario, name, setting)
    changed = {**dict(scenario.levers), name: plain}
    if plain in (
        lever_default(name, scenario.figures),
        lever_default_path(name, scenario.figures),
    ):
        del changed[name]
    _check_together(changed)
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


def with_target(scenario: Scenario, target: Target) -> Scenario:
    """Return the scenario with one more target, behind the others.

    Raises TargetError for what is no target, is there already, or is one too many.
    """
    return with_targets(scenario, (*scenario.targets, target))


def with_target_moved(scenario: Scenario, old: Target, new: Target) -> Scenario:
    """Return the scenario with one target in the place of another, as a hand moves its line.

    Raises TargetError as `with_target`, ValueError where the scenario has no such target.
    """
    place = scenario.targets.index(old)
    return with_targets(scenario, (*scenario.targets[:place], new, *scenario.targets[place + 1 :]))


def without_target(scenario: Scenario, target: Target) -> Scenario:
    """Return the scenario without a target."""
    return replace(scenario, targets=tuple(each for each in scenario.targets if each != target))


def with_targets(scenario: Scenario, targets: tuple[Target, ...]) -> Scenario:
    """Return the scenario with these targets and no others. Raises TargetError."""
    check_targets(targets)
    return replace(scenario, targets=targets)


def baseline_under(scenario: Scenario) -> Scenario:
    """Return the baseline to compare with: default levers under the scenario's assumptions.

    Levers of the scenario's own numbers were in force whatever it plans, so the baseline has them.
    It has no targets of its own: those of the scenario are asked of it.
    """
    levers = scenario.own.levers
    return replace(without_texts(scenario), title=BASELINE_TITLE, levers=levers, targets=())


def without_texts(scenario: Scenario) -> Scenario:
    """Return the scenario without all that is said of it, from its title to notes on charts."""
    return replace(scenario, title="", notes="", author="", presented=NOTHING)


def check_within(name: str, row: Lever | Assumption, value: float) -> None:
    """Raise ScenarioError unless the value is a finite number in the row's hard range."""
    if not isfinite(value) or not row.least <= value <= row.most:
        said = translate("Planner", "{label} ({name}) is {value}; it must be {range}")
        allowed = range_text(row.least, row.most, row.unit)
        raise ScenarioError(
            _said_of(row, name, said, value=plain(value, is_grouped=False), range=allowed)
        )


def check_setting(name: str, row: Lever, setting: LeverSetting) -> None:
    """Raise ScenarioError unless the lever takes the number, or all knots of the path."""
    if not isinstance(setting, LeverPath):
        check_within(name, row, setting)
        if parts := parts_of(row):
            said = translate(
                "Planner", "{label} ({name}) takes dated knots; numbers are for {keys}"
            )
            keys = all_of([part.key for part in parts])
            raise ScenarioError(_said_of(row, name, said, keys=keys))
        return
    if row.part:
        said = translate(
            "Planner", "{label} ({name}) takes one number; dated knots are for {whole}"
        )
        raise ScenarioError(_said_of(row, name, said, whole=row.part.of.key))
    if row.over_time == "constant":
        said = translate(
            "Planner", "{label} ({name}) is constant over time: it takes one number, no knots"
        )
        raise ScenarioError(_said_of(row, name, said))
    for value in setting.values:
        check_within(name, row, value)


def _said_of(row: Lever | Assumption, name: str, text: str, **values: object) -> str:
    return text.format(label=model_text(row.label), name=name, **values)


def _plain(scenario: Scenario, name: str, setting: LeverSetting) -> LeverSetting:
    """Return a setting in its simplest form: one knot is a number where the default is one, too."""
    if not isinstance(setting, LeverPath):
        return float(setting)
    has_one = len(lever_default_path(name, scenario.figures).knots) == 1
    return setting.values[0] if has_one and len(setting.knots) == 1 else setting


def _check_together(changed: Mapping[str, LeverSetting]) -> None:
    """Raise ScenarioError where a path and a number for a part of it are both set."""
    for name in changed:
        part = lever_at(name)[0].part
        if part and part.of.key in changed:
            said = translate(
                "Planner", "{whole} has knots, so {name} cannot be set as well; leave one out"
            )
            raise ScenarioError(said.format(whole=part.of.key, name=name))


def _ordered(changed: Mapping[str, Value], order: tuple[str, ...]) -> tuple[tuple[str, Value], ...]:
    return tuple((name, changed[name]) for name in order if name in changed)


def _row_at(name: str, rows: Mapping[str, Row], kind: Kind) -> tuple[Row, str]:
    key, element = split_address(name)
    row = rows.get(key)
    if row is None:
        raise ScenarioError(_unknown(key, tuple(rows), kind))
    if element not in elements_of(row):
        allowed = in_a_row(address(key, part) for part in elements_of(row))
        raise ScenarioError(_no_value(kind).format(name=name, allowed=allowed))
    return row, element


def _unknown(key: str, known: tuple[str, ...], kind: Kind) -> str:
    near = get_close_matches(key, known, n=3)
    said = _no_such(kind).format(key=key)
    if near:
        text = translate("Planner", "{said}; did you mean {near}?")
        return text.format(said=said, near=one_of(near))
    return translate("Planner", "{said}; known: {known}").format(said=said, known=in_a_row(known))


def _no_value(kind: Kind) -> str:
    if kind == "lever":
        return translate("Planner", "{name} is no lever value; must be one of: {allowed}")
    return translate("Planner", "{name} is no assumption value; must be one of: {allowed}")


def _no_such(kind: Kind) -> str:
    if kind == "lever":
        return translate("Planner", "there is no lever {key}")
    return translate("Planner", "there is no assumption {key}")
