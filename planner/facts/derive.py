"""Defaults that no source states but that follow from facts: one named function each.

Each returns a spread and its unit.  Lookup by name and conversion are `defaults`.  Floor: facts.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from planner.facts import convert
from planner.facts.load import evidence
from planner.quantities.spread import Spread, fixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.facts.record import Fact, Figures

Derived = tuple[Spread, str]
_HOURS_PER_YEAR = 8760
_CARDS_PER_SERVER = 8


def stated(fact: Fact, figures: Figures) -> Spread:
    """Return a fact's spread in its own unit; as stated, low and high scale with the value."""
    spread = Spread(fact.low, fact.value, fact.high)
    if figures == "corroborated" or fact.as_stated is None:
        return spread
    return spread.scaled(fact.as_stated / fact.value)


def _fact(name: str, unit: str, figures: Figures = "corroborated") -> Spread:
    """Return a fact's spread in `unit`."""
    fact = evidence().facts[name]
    return stated(fact, figures).scaled(convert.factor(fact.unit, unit))


def other_capex(_figures: Figures) -> Derived:
    """National AI capex of 2025 less a year of Alibaba's plan (its bn CNY over its years)."""
    national = _fact("P100", "bn CNY/yr")
    alibaba = _fact("S041", "bn CNY").central / _fact("S043", "yr").central
    return Spread(*(float(round(each - alibaba)) for each in national.parts)), "bn CNY/yr"


def alibaba_plan_yearly(_figures: Figures) -> Derived:
    """A year of Alibaba's plan: its money over its years."""
    return fixed(_fact("S041", "bn CNY").central / _fact("S043", "yr").central), "bn CNY/yr"


def legal_imports_april_2025(_figures: Figures) -> Derived:
    """Legal chips of April to June 2025, all in April: Nvidia sold none from May to July."""
    return _fact("P170b", "EFLOPS/yr").scaled(3), "EFLOPS/yr"


def legal_imports_summer_2025(_figures: Figures) -> Derived:
    """Legal chips of the third quarter of 2025, all in August and September."""
    return _fact("P170c", "EFLOPS/yr").scaled(3 / 2), "EFLOPS/yr"


def hopper_plan_size(_figures: Figures) -> Derived:
    """Compute of all Hopper GPUs planned for the 39 centers: GPUs times dense FP16 of one."""
    gpus = _fact("S040", "GPU").central
    return fixed(round(gpus * _fact("P040", "EFLOPS").central, 1)), "EFLOPS"


def revenue_2025(figures: Figures) -> Derived:
    """Revenue of an AI enterprise as we judge it; scales with Beijing's industry as printed."""
    judged = evidence().judgements["J:revenue_2025"]
    printed = _fact("S001", "bn CNY/yr", figures).central / _fact("S001", "bn CNY/yr").central
    low, high = judged.low or judged.value, judged.high or judged.value
    return Spread(low, judged.value, high).scaled(printed), judged.unit


def cloud_rent_early_2025(_figures: Figures) -> Derived:
    """Rent of an eight-H100 server in China, October 2024 to March 2025, per compute."""
    return _server_rent("P082b")


def cloud_rent_early_2026(_figures: Figures) -> Derived:
    """Rent of an eight-H100 server in China, February 2026, per compute."""
    return _server_rent("P082c")


def center_rent_early_2026(_figures: Figures) -> Derived:
    """Rent of a domestic accelerator card (910B class), February 2026, per compute."""
    card = _fact("P041", "PFLOPS").central
    yearly = _fact("P083", "CNY/card/h").scaled(_HOURS_PER_YEAR / 1000 / card)
    return yearly, "k CNY/PFLOPS/yr"


def _server_rent(name: str) -> Derived:
    """Rent per compute of a server with eight H100 cards, from its monthly rent."""
    compute = _CARDS_PER_SERVER * _fact("P040", "PFLOPS").central
    return _fact(name, "k CNY/yr").scaled(1 / compute), "k CNY/PFLOPS/yr"


DERIVATIONS: MappingProxyType[str, tuple[Callable[[Figures], Derived], tuple[str, ...]]]
DERIVATIONS = MappingProxyType(
    {
        "derived:other_capex": (other_capex, ("P100", "S041", "S043")),
        "derived:alibaba_plan_yearly": (alibaba_plan_yearly, ("S041", "S043")),
        "derived:legal_imports_april_2025": (legal_imports_april_2025, ("P170b", "P170e")),
        "derived:legal_imports_summer_2025": (legal_imports_summer_2025, ("P170c", "P170e")),
        "derived:hopper_plan_size": (hopper_plan_size, ("S040", "P040", "P067")),
        "derived:revenue_2025": (revenue_2025, ("S001", "S007", "P001", "P002", "P126")),
        "derived:cloud_rent_early_2025": (cloud_rent_early_2025, ("P082b", "P040")),
        "derived:cloud_rent_early_2026": (cloud_rent_early_2026, ("P082c", "P040")),
        "derived:center_rent_early_2026": (center_rent_early_2026, ("P083", "P041")),
    }
)
"""Every derivation by id: its function and the facts it stands on."""
