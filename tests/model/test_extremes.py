"""Levers at the ends of their ranges: the economy stops, clears or rations, and never explodes.

Figures are those of December 2030 and 2035 at central values.
"""

import numpy as np
import pytest

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from tests.model.effects import (
    FIRMS,
    INSTALLED,
    SHORTAGE,
    UNMET,
    USED,
    Levers,
    Pair,
    center,
    close,
    effect,
    everywhere,
    month,
    scenario,
    steady,
)

DATES = (month("2030-12"), month("2035-12"))
NO_IMPORTS: Levers = {"legal_imports": steady(0), "smuggled_imports": steady(0)}
NO_CAPEX: Levers = {
    "alibaba_capex": steady(0),
    "other_capex": steady(0),
    **everywhere("local_fund", steady(0)),
}
PLAN_IN_ONE_YEAR = LeverPath(
    (
        *((2025, 98.4), (2025.25, 1500), (2026.25, 140), (2027.25, 150), (2028.25, 160)),
        *((2029.25, 170), (2030.25, 180), (2031.25, 190), (2032.25, 200), (2033.25, 210)),
    )
)


def levels(levers: Levers, pair: Pair) -> tuple[float, ...]:
    """Return an outcome at central values at both dates."""
    path = center(scenario(levers)).center_of(pair)
    return tuple(float(path[date]) for date in DATES)


def effects(levers: Levers, pair: Pair) -> tuple[float, ...]:
    """Return the change of an outcome in percent at both dates."""
    path = effect(scenario(levers), pair)
    return tuple(float(path[date]) for date in DATES)


def all_close(found: tuple[float, ...], *expected: float) -> bool:
    """Tell whether all figures are within a tenth of what they should be."""
    return all(close(one, other) for one, other in zip(found, expected, strict=True))


def test_that_without_investment_the_fleet_wears_out_and_enterprises_close() -> None:
    assert all_close(levels(NO_CAPEX, INSTALLED), 202, 24)
    assert all_close(levels(NO_CAPEX, FIRMS), 7571, 4344)


def test_that_without_investment_rents_stop_rising_and_compute_is_rationed() -> None:
    """They rise slower from eight times the rent that pays for new compute, and stop before 16."""
    trace = interpret(single(scenario(NO_CAPEX)), Clock(), ("rent", "cost_rent"))
    against_cost = np.squeeze(trace["rent"] / trace["cost_rent"])
    assert against_cost.max() == pytest.approx(14.8, abs=0.3)
    assert against_cost[DATES[1]] == pytest.approx(against_cost[DATES[0]], rel=0.01)
    assert close(levels(NO_CAPEX, UNMET)[0], 1014)
    assert center(Scenario()).center_of(UNMET).max() == 0


def test_that_without_imports_there_is_less_compute_at_once_and_hardly_less_later() -> None:
    assert all_close(effects(NO_IMPORTS, INSTALLED), -10.4, -0.8)
    assert all_close(effects(NO_IMPORTS, FIRMS), -8.2, -9.8)


def test_that_licenses_for_more_than_all_chips_add_compute() -> None:
    assert all_close(effects({"legal_imports": steady(1500)}, INSTALLED), 43, 15)


def test_that_without_chips_there_is_no_boom() -> None:
    levers = {**NO_IMPORTS, "domestic_chip_growth": steady(0)}
    assert all_close(levels(levers, INSTALLED), 3152, 4325)


def test_that_no_growth_of_domestic_chips_exceeds_what_tools_allow() -> None:
    assert all_close(levels({"domestic_chip_growth": steady(0.8)}, INSTALLED), 11_967, 56_673)
    steep = levels({"domestic_chip_growth": steady(2)}, INSTALLED)
    assert steep[1] < 1.01 * levels({"domestic_chip_growth": steady(0.8)}, INSTALLED)[1]


def test_that_a_plan_spent_in_one_year_leaves_no_lasting_shortage() -> None:
    levers = {"alibaba_capex": PLAN_IN_ONE_YEAR}
    assert 2 < effects(levers, INSTALLED)[0] < 4
    assert abs(effects(levers, INSTALLED)[1]) < 1
    assert max(map(abs, effects(levers, SHORTAGE))) < 5


def test_that_a_one_sided_siting_of_money_does_not_waste_the_compute() -> None:
    assert all_close(effects({"center_share": steady(0)}, USED), 5.4, 4.7)
    assert all_close(effects({"center_share": steady(1)}, USED), -2.4, -6.5)


def test_that_power_stops_building_where_hardly_any_is_connected() -> None:
    assert all_close(levels({"power_connections": steady(0.1)}, INSTALLED), 1538, 4010)


def test_that_good_centers_in_a_finished_network_help_enterprises_most() -> None:
    levers: Levers = {"center_sellable_target": steady(0.9), "network_build_time": 1}
    assert all_close(effects(levers, FIRMS), 8.7, 10.2)
