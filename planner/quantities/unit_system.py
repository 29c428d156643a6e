"""The units in which a reader wants money and compute told; first floor of planner.

The model, scenario files and evidence stay in the units of their rows. Here a unit of the model
is written in the wanted one, with the factor from it. The rate between dollars and yuan is one
figure for all years: what is told in dollars is at that rate, and not at one of its own year. What
is told in MW needs no factor: power that compute takes changes from month to month, so that it is
an outcome of its own.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final, Literal

from planner.quantities.unit_parts import unit_parts
from planner.quantities.unit_table import UNITS

Money = Literal["CNY", "USD"]
Compute = Literal["EFLOPS", "H100e", "MW"]

CNY_PER_USD: Final = Fraction("7.2")
"""Yuan per dollar, 2024-2025, as the articles imply it: fact P154, 7.0 to 7.3."""
RATE_EVIDENCE: Final = "P154"
PRICE_YEAR: Final = "2024-2025"
"""The years of the rate."""
_THOUSAND: Final = 1000
EFLOPS_PER_H100E: Final = UNITS["H100e"].size
_CARDS: Final = float(1 / (EFLOPS_PER_H100E * _THOUSAND))
"""Thousands of H100-equivalents in an EFLOPS, which is also H100-equivalents in a PFLOPS."""

_IN_DOLLARS: Final = {"CNY": float(1 / CNY_PER_USD)}
_IN_H100E: Final = dict.fromkeys(("EFLOPS", "PFLOPS", "EFLOPS realized", "PFLOPS realized"), _CARDS)
_IN_MW: Final = {"GW": float(_THOUSAND)}
_MONEY_WORDS: Final = ((r"\bCNY\b", "USD"),)
_H100E_WORDS: Final = (
    (r"\bEFLOPS \(FP16\)", "thousand H100 equivalents"),
    (r"\bPFLOPS \(FP16\)", "H100 equivalents"),
    (r"\bEFLOPS\b", "k H100e"),
    (r"\bPFLOPS\b", "H100e"),
    (r"^bn (\w+)/k H100e", r"M \1/H100e"),
    (r"^billion (\w+) per k H100e", r"million \1 per H100e"),
)
_COMPUTE_WORDS: Final[dict[Compute, tuple[tuple[str, str], ...]]] = {
    "EFLOPS": (),
    "H100e": _H100E_WORDS,
    "MW": ((r"\bGW\b", "MW"),),
}


@dataclass(frozen=True, slots=True)
class UnitSystem:
    """In which currency and in which measure of compute numbers are told."""

    money: Money = "CNY"
    compute: Compute = "EFLOPS"


BASE: Final = UnitSystem()
"""The units of the model's rows, and of every file."""


@cache
def factor_to(unit: str, system: UnitSystem) -> float:
    """Return what a number in a unit of the model is multiplied with to be told in a system."""
    factors = _factors(system)
    factor = 1.0
    for part in unit_parts(unit):
        factor *= factors.get(part.name, 1.0) ** part.power
    return factor


@cache
def written_in(text: str, system: UnitSystem) -> str:
    """Return a unit as a system writes it; one that it measures nothing of stays as it is."""
    for pattern, other in _replacements(system):
        text = re.sub(pattern, other, text)
    return text


def _factors(system: UnitSystem) -> dict[str, float]:
    """Return what units are multiplied with that a system tells in another one."""
    money = _IN_DOLLARS if system.money == "USD" else {}
    compute = {"EFLOPS": {}, "H100e": _IN_H100E, "MW": _IN_MW}
    return money | compute[system.compute]


def _replacements(system: UnitSystem) -> tuple[tuple[str, str], ...]:
    money = _MONEY_WORDS if system.money == "USD" else ()
    return (*money, *_COMPUTE_WORDS[system.compute])
