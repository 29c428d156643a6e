"""Levers move outcomes the way they must, in nearly all futures.

To 2030 in at least 95% of futures; beyond, the median is not below the baseline by more than 1%.
"""

import numpy as np
import pytest

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from tests.model.effects import (
    CENTER_USE,
    CLOUD_RENT,
    DELIVERABLE,
    FIRMS,
    INSTALLED,
    POWER,
    SHORTAGE,
    USED,
    Levers,
    Pair,
    budgets_times,
    futures,
    gain,
    month,
    scenario,
    steady,
    times,
)

FUTURES = 500
EARLY = tuple(month(date) for date in ("2026-12", "2028-12", "2030-12"))
LATE = month("2035-12")
FUND = LeverPath(((2025, 20_000),))

MORE: dict[str, tuple[Levers, Pair]] = {
    "more vouchers, more enterprises": (budgets_times(2), FIRMS),
    "better centers, more in use": ({"center_sellable_target": 0.8}, USED),
    "better centers, used more": ({"center_sellable_target": 0.8}, CENTER_USE),
    "a faster network, more in use": ({"network_build_time": 2}, USED),
    "a larger plan, more installed": ({"alibaba_plan": 760}, INSTALLED),
    "more other capex, more installed": (
        {"other_capex": times("other_capex", 1.5)},
        INSTALLED,
    ),
    "more other capex, scarcer chips": ({"other_capex": times("other_capex", 1.5)}, SHORTAGE),
    "more other capex, dearer chips": (
        {"other_capex": times("other_capex", 1.5)},
        ("chip_price", ""),
    ),
    "more supernodes, more power": ({"supernode_share": steady(0.9)}, POWER),
    "faster domestic growth, more installed": (
        {"domestic_chip_growth": times("domestic_chip_growth", 1.3)},
        INSTALLED,
    ),
    "better software, more deliverable": (
        {"software_ecosystem": times("software_ecosystem", 2)},
        DELIVERABLE,
    ),
    "a push of adoption, more enterprises": ({"sme_adoption_push": steady(0.1)}, FIRMS),
    "a larger fund, more enterprises": ({"local_fund.beijing": FUND}, ("enterprises", "beijing")),
}
LESS: dict[str, tuple[Levers, Pair]] = {
    "half the imports, less installed": (
        {
            "legal_imports": times("legal_imports", 0.5),
            "smuggled_imports": times("smuggled_imports", 0.5),
        },
        INSTALLED,
    ),
    "a larger plan, cheaper clouds": ({"alibaba_plan": 760}, CLOUD_RENT),
}


def shares(levers: Levers, pair: Pair, sign: int) -> tuple[list[float], float]:
    """Return the share of futures with the sign at each early date, and the late median change."""
    found = sign * gain(futures(Scenario(), FUTURES), futures(scenario(levers), FUTURES), pair)
    return [float(np.mean(found[date] > 0)) for date in EARLY], float(np.median(found[LATE]))


@pytest.mark.parametrize("name", MORE)
def test_that_more_means_more(name: str) -> None:
    early, late = shares(*MORE[name], 1)
    assert min(early) >= 0.95, early
    assert late > -0.01


@pytest.mark.parametrize("name", LESS)
def test_that_less_means_less(name: str) -> None:
    early, late = shares(*LESS[name], -1)
    assert min(early) >= 0.95, early
    assert late > -0.01


def test_that_money_after_the_plan_adds_compute_in_every_later_year() -> None:
    later = futures(scenario({"alibaba_later": 280}), FUTURES)
    found = gain(futures(Scenario(), FUTURES), later, INSTALLED)
    for year in range(2029, 2036):
        assert np.mean(found[month(f"{year}-12")] > 0) >= 0.95
