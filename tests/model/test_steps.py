"""One step a month is enough: half the step moves no headline by more than one percent anywhere.

Two outcomes are thresholds, of money and of coverage; they move more while they are small.
"""

from functools import lru_cache

import numpy as np
import pytest

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch, warm_up_kernel
from planner.model.graph import model
from planner.model.paths import constant_path
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_spread,
    lever_addresses,
    lever_at,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import fixed
from tests.some import some

THRESHOLDS = ("money_unspent", "stranded_centers")
COUNTED = ("enterprises_added_by_vouchers", "public_cost_per_added_enterprise", "limit")
NEVER = "unmet_demand"
PRODUCT = ("rent_income", "centers")
SUMS = ("voucher_spend_cumulative", "net_public_cost")
"""Of differences and of codes no percentage is told; sums begin at zero. The income of centers is
the product of their use and their rent, and moves by what both move."""

WANTED = tuple((o.key, e) for o in model().outcomes.values() for e in o.elements)
HEADLINES = tuple(
    pair
    for pair in WANTED
    if pair != PRODUCT and pair[0] not in (*THRESHOLDS, *COUNTED, *SUMS, NEVER)
)


@lru_cache(maxsize=4)
def runs(scenario: Scenario) -> tuple[Trajectories, Trajectories]:
    """Return a run at a step a month, and one at half of that."""
    warm_up_kernel()
    clocks = (Clock(), Clock(steps_per_month=2))
    coarse, fine = (run_batch(single(scenario, clock), clock, WANTED) for clock in clocks)
    return coarse, fine


def moved(scenario: Scenario, pair: tuple[str, str]) -> np.ndarray:
    """Return by how much half the step moves an outcome, month by month, as a share."""
    coarse, fine = (run.center_of(pair) for run in runs(scenario))
    kept = np.isfinite(fine) & (fine != 0)
    return np.abs(coarse[kept] / fine[kept] - 1)


def against_largest(scenario: Scenario, pair: tuple[str, str]) -> float:
    """Return by how much half the step moves an outcome at most, against its largest value."""
    coarse, fine = (run.center_of(pair) for run in runs(scenario))
    return float(np.abs(coarse - fine).max() / np.abs(fine).max())


@pytest.mark.parametrize("pair", HEADLINES, ids=".".join)
def test_that_half_the_step_moves_no_headline_by_one_percent(pair: tuple[str, str]) -> None:
    found = moved(Scenario(), pair)
    assert found.size
    assert found.max() < 0.01


def test_that_a_product_moves_by_no_more_than_both_its_factors() -> None:
    assert moved(Scenario(), PRODUCT).max() < 0.017


@pytest.mark.parametrize("key", [*THRESHOLDS, *SUMS])
def test_that_thresholds_and_sums_move_by_two_percent_of_their_largest_value(key: str) -> None:
    assert against_largest(Scenario(), (key, "")) < 0.02


def test_that_rents_clear_at_either_step() -> None:
    for run in some(runs(Scenario())):
        assert (run.center_of((NEVER, "")) == 0).all()


EXACT = {
    "installed_compute": 0.0012,
    "used_compute": 0.004,
    "utilization": 0.004,
    "enterprises": 0.0027,
    "industry_output": 0.003,
    "alibaba_ai_revenue": 0.006,
    "chip_shortage": 0.0085,
}


@pytest.mark.parametrize("key", EXACT)
def test_that_the_main_outcomes_hardly_move(key: str) -> None:
    assert moved(Scenario(), (key, "")).max() < EXACT[key]


AT_ENDS = {
    ("chip_shortage", ""): 0.023,
    ("accelerator_spend", ""): 0.017,
    ("rent", "cloud"): 0.017,
    ("rent", "centers"): 0.017,
    ("utilization", "centers"): 0.0135,
    ("token_price", ""): 0.012,
    ("alibaba_ai_revenue", ""): 0.011,
    ("installed_compute", ""): 0.007,
    ("used_compute", ""): 0.007,
    ("enterprises", ""): 0.007,
    ("industry_output", ""): 0.007,
}
AT_SLIDER_ENDS = 0.02


@pytest.mark.parametrize("end", ["low", "high"])
def test_that_a_month_is_enough_at_the_ends_of_every_range(end: str) -> None:
    for name in some(assumption_addresses()):
        value = getattr(assumption_spread(Scenario(), name), end)
        at_end = with_assumption(Scenario(), name, fixed(value))
        for pair, most in AT_ENDS.items():
            assert moved(at_end, pair).max() < most, (name, pair)


@pytest.mark.parametrize("end", ["low", "high"])
def test_that_a_month_is_enough_at_the_ends_of_every_slider(end: str) -> None:
    for name in some(lever_addresses()):
        row, value = lever_at(name)[0], getattr(lever_at(name)[0], end)
        is_number = row.over_time == "constant"
        at_end = with_lever(Scenario(), name, value if is_number else constant_path(value))
        for pair in AT_ENDS:
            assert moved(at_end, pair).max() < AT_SLIDER_ENDS, (name, pair)
