"""`--target "enterprises>=9000@2030"`: what an outcome is to be, in a year or in all."""

import argparse
import re
from collections.abc import Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_target
from planner.model.targets.faults import TargetError
from planner.model.targets.target import Between, Level, Target, TargetSense, years_judged
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.changes import number_of
from ui.terminal.reading.inputs import InputError, check_element_named
from ui.terminal.reading.knots import knots_in
from ui.terminal.reading.outcomes import outcome_named

_PARTS: Final = re.compile(r"([^<>=≤≥]+?)\s*(>=|=>|≥|<=|=<|≤)\s*([^<>=≤≥@]+?)\s*(?:@\s*(\S+))?")
_SENSES: Final[dict[str, TargetSense]] = {">": "at least", "≥": "at least"}
_LINEAR: Final = re.compile(r"\s+linear$")
_YEAR: Final = re.compile(r"(\d{4})\u5e74?", re.ASCII)
_FULL_WIDTH: Final = range(0xFF10, 0xFF21)
"""Digits, colons and signs as they are typed in China."""
_TO_ASCII: Final = 0xFEE0


def add_targets(parser: argparse.ArgumentParser) -> None:
    """Add the option of the commands that judge futures by targets."""
    parser.add_argument(
        "--target",
        dest="targets",
        action="append",
        default=[],
        metavar=translate("Terminal", "TARGET"),
        help=translate(
            "Terminal",
            'what an outcome is to be: "enterprises>=9000@2030", "voucher_spend.shanghai<=600" in '
            'every year, "enterprises>=2027:8000,2030:9000" from dates on, or straight between '
            'them with linear behind it, "used_compute<=deliverable_compute"; '
            "the share of futures that meet it is told; may be repeated",
        ),
    )


def with_wanted(scenario: Scenario, texts: Sequence[str]) -> Scenario:
    """Return the scenario with each target that is typed, behind its own.

    Raises InputError for what is no target.
    """
    for text in texts:
        target = target_wanted(scenario, text)
        try:
            scenario = with_target(scenario, target)
        except TargetError as error:
            said = translate("Terminal", "--target {given}: {wrong}")
            raise InputError(said.format(given=shown(text), wrong=error)) from None
    return scenario


def target_wanted(scenario: Scenario, text: str) -> Target:
    """Return the target that is typed, which a run of the scenario reaches. Raises InputError."""
    target = _target(text)
    if not years_judged(target, scenario.last_year):
        said = translate("Terminal", "--target {given} is for {year}, and the run ends in {last}")
        if target.year is None:
            said = translate(
                "Terminal", "--target {given} begins in {year}, and the run ends in {last}"
            )
        when, last = target.year or _begin(target), scenario.last_year
        raise InputError(said.format(given=shown(text), year=when, last=last))
    return target


def _begin(target: Target) -> str:
    return f"{target.level.dates[0]:.10g}" if isinstance(target.level, LeverPath) else ""


def _in_plain_width(text: str) -> str:
    return "".join(
        chr(ord(mark) - _TO_ASCII) if ord(mark) in _FULL_WIDTH else mark for mark in text
    )


def _target(text: str) -> Target:
    parts = _PARTS.fullmatch(_in_plain_width(text).strip())
    if parts is None:
        said = translate(
            "Terminal",
            "--target takes an outcome, >= or <=, a level, and @year where it is for one, not "
            "{given}",
        )
        raise InputError(said.format(given=shown(text)))
    name, sign, level, year = parts.groups()
    check_element_named(name)
    key, element = split_address(name)
    if key not in model().outcomes:
        outcome_named(name)
    sense: TargetSense = next((_SENSES[mark] for mark in sign if mark in _SENSES), "at most")
    between: Between = "linear" if _LINEAR.search(level) else "step"
    asked = _level(name, key, _LINEAR.sub("", level))
    return Target(key, sense, asked, element, _year(text, year), between)


def _level(name: str, key: str, text: str) -> Level:
    """Return a number in the outcome's unit, knots, or the key of an outcome as it is."""
    if text in model().outcomes:
        return text
    unit = model().outcomes[key].unit
    path = knots_in(name, text, lambda part: number_of(name, part, unit))
    return number_of(name, text, unit) if path is None else path


def _year(text: str, year: str | None) -> int | None:
    if year is None:
        return None
    found = _YEAR.fullmatch(year)
    if found is None:
        said = translate("Terminal", "--target {given}: behind @ stands a year, not {year}")
        raise InputError(said.format(given=shown(text), year=shown(year)))
    return int(found[1])
