"""`--target "enterprises>=9000@2030"`: what an outcome is to be, in a year or in all."""

import re
from collections.abc import Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_target
from planner.model.targets.faults import TargetError
from planner.model.targets.target import Between, Level, Target, TargetSense, years_judged
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.changes import number_of
from ui.terminal.reading.inputs import InputError, check_element_named
from ui.terminal.reading.knots import knots_in
from ui.terminal.reading.outcomes import outcome_named

HELP: Final = (
    'what an outcome is to be: "enterprises>=9000@2030", "voucher_spend.shanghai<=600" in every '
    'year, "enterprises>=2027:8000,2030:9000" from dates on, or straight between them with linear '
    'behind it, "used_compute<=deliverable_compute"; '
    "the share of futures that meet it is told; may be repeated"
)
_PARTS: Final = re.compile(r"([^<>=≤≥]+?)\s*(>=|=>|≥|<=|=<|≤)\s*([^<>=≤≥@]+?)\s*(?:@\s*(\S+))?")
_SENSES: Final[dict[str, TargetSense]] = {">": "at least", "≥": "at least"}
_LINEAR: Final = re.compile(r"\s+linear$")
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_FULL_WIDTH: Final = range(0xFF10, 0xFF21)
"""Digits, colons and signs as they are typed in China."""
_TO_ASCII: Final = 0xFEE0


def with_wanted(scenario: Scenario, texts: Sequence[str]) -> Scenario:
    """Return the scenario with each target that is typed, behind its own.

    Raises InputError for what is no target.
    """
    for text in texts:
        target = target_wanted(scenario, text)
        try:
            scenario = with_target(scenario, target)
        except TargetError as error:
            raise InputError(f"--target {shown(text)}: {error}") from None
    return scenario


def target_wanted(scenario: Scenario, text: str) -> Target:
    """Return the target that is typed, which a run of the scenario reaches. Raises InputError."""
    target = _target(text)
    if not years_judged(target, scenario.last_year):
        when = f"begins in {_begin(target)}" if target.year is None else f"is for {target.year}"
        raise InputError(f"--target {shown(text)} {when}, and the run ends in {scenario.last_year}")
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
        raise InputError(
            "--target takes an outcome, >= or <=, a level, and @year where it is for one, "
            f"not {shown(text)}"
        )
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
    if not _YEAR.fullmatch(year):
        raise InputError(f"--target {shown(text)}: behind @ stands a year, not {shown(year)}")
    return int(year)
