"""Every system of the seed articles acts in the model, by the figures it is known for.

Figures are percent of the baseline in December 2028, 2030 and 2035, at central values.
"""

import numpy as np
import pytest

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from tests.model.effects import (
    CAPEX,
    DELIVERABLE,
    FINANCING,
    FIRMS,
    INSTALLED,
    OUTPUT,
    POWER,
    USED,
    Levers,
    Pair,
    center,
    close,
    effect,
    month,
    scenario,
    steady,
    times,
)
from tests.some import some

DATES = tuple(month(date) for date in ("2028-12", "2030-12", "2035-12"))
SHANGHAI: Pair = ("enterprises", "shanghai")
SHANDONG: Pair = ("enterprises", "shandong")
CHENGDU: Pair = ("enterprises", "chengdu")
BEIJING: Pair = ("enterprises", "beijing")
RULES = ((2025, 214), (2025.25, 90), (2025.5, 10), (2025.75, 0))
TIGHT: Levers = {
    "legal_imports": LeverPath(RULES),
    "smuggled_imports": LeverPath(((2025, 480), (2026, 430), (2027, 200), (2036, 120))),
}
OPEN: Levers = {
    "legal_imports": LeverPath((*RULES, (2026.5, 300), (2027, 700), (2028, 900))),
    "smuggled_imports": LeverPath(((2025, 480), (2026, 430), (2027, 150), (2036, 80))),
}
CONSUMER_PUSH: Levers = {"consumer_ai_growth": LeverPath(((2025, 0), (2026, 0.2), (2029, 0)))}
ALLIANCE: Levers = {"software_ecosystem": LeverPath(((2025, 0), (2030, 1)))}

NET = "net_public_cost"

Row = tuple[float, float, float]
SYSTEMS: dict[str, tuple[Levers, Pair, Row]] = {
    "a network in one year": ({"network_build_time": 1}, USED, (8.5, 2.0, 0.6)),
    "a network in twelve years": ({"network_build_time": 12}, USED, (-8.5, -7.9, -6.4)),
    "a tight world of chips": (TIGHT, INSTALLED, (-7, -6.3, -2.6)),
    "an open world of chips": (OPEN, INSTALLED, (16, 19, 6.6)),
    "all Hoppers, installed": ({"hopper_plan_share": 1}, INSTALLED, (1.4, 0.3, 0)),
    "all Hoppers, enterprises": ({"hopper_plan_share": 1}, FIRMS, (0.3, 0.6, 0.4)),
    "a push of adoption": ({"sme_adoption_push": steady(0.1)}, FIRMS, (3.7, 7.5, 17.5)),
    "glasses and digital humans": (CONSUMER_PUSH, FIRMS, (-2.1, -8.6, -20)),
}


@pytest.mark.parametrize("name", SYSTEMS)
def test_that_a_system_of_the_seeds_acts(name: str) -> None:
    levers, pair, row = SYSTEMS[name]
    path = effect(scenario(levers), pair)
    for date, expected in some(zip(DATES, row, strict=True)):
        assert close(path[date], expected), (date, path[date], expected)


def more_in_2030(levers: Levers, pair: Pair) -> float:
    """Return what a scenario has more than the baseline at the end of 2030, in its unit."""
    changed, base = center(scenario(levers)), center(Scenario())
    return float((changed.center_of(pair) - base.center_of(pair))[month("2030-12")])


def test_that_founders_of_shanghai_move_where_vouchers_are() -> None:
    levers: Levers = {"voucher_budget.shanghai": steady(0)}
    assert more_in_2030(levers, SHANGHAI) == pytest.approx(-81, abs=3)
    assert more_in_2030(levers, BEIJING) == pytest.approx(9, abs=2)


def test_that_a_lower_rate_hardly_matters_where_the_budget_is_short() -> None:
    levers: Levers = {"subsidy_rate.shanghai": steady(0.3)}
    assert more_in_2030(levers, SHANGHAI) == pytest.approx(-4, abs=1)


def test_that_institutes_take_vouchers_from_enterprises_and_found_a_few() -> None:
    none: Levers = {"institute_share.chengdu": steady(0)}
    every: Levers = {"institute_share.chengdu": steady(1)}
    lost = more_in_2030(every, CHENGDU) - more_in_2030(none, CHENGDU)
    assert lost == pytest.approx(-3, abs=3)
    assert lost < 0


def test_that_data_vouchers_raise_output_a_little() -> None:
    levers: Levers = {"data_voucher_budget": times("data_voucher_budget", 10)}
    assert effect(scenario(levers), OUTPUT)[month("2028-12")] == pytest.approx(0.27, abs=0.05)
    assert np.all(effect(scenario(levers), INSTALLED) == 0)


def test_that_a_fund_of_beijing_finances_enterprises() -> None:
    levers: Levers = {"local_fund.beijing": steady(20_000)}
    assert more_in_2030(levers, FIRMS) == pytest.approx(141, rel=0.1)
    late = month("2030-12")
    assert center(Scenario()).center_of(FINANCING)[late] == pytest.approx(103, rel=0.03)
    assert center(scenario(levers)).center_of(FINANCING)[late] == pytest.approx(171, rel=0.03)


def test_that_a_billion_of_shandong_finances_a_few_enterprises() -> None:
    levers: Levers = {"local_fund.shandong": steady(0)}
    assert more_in_2030(levers, SHANDONG) == pytest.approx(-4, abs=1)


def test_that_software_makes_chips_deliver_more() -> None:
    assert effect(scenario(ALLIANCE), DELIVERABLE)[month("2030-12")] == pytest.approx(6.1, rel=0.1)
    assert effect(scenario(ALLIANCE), FIRMS)[month("2030-12")] == pytest.approx(0.6, abs=0.1)


@pytest.mark.parametrize(("share", "power", "used"), [(0, 7.6, -2.1), (1, 8.5, 3.1)])
def test_that_supernodes_take_power_and_deliver_more(
    share: float, power: float, used: float
) -> None:
    made, late = scenario({"supernode_share": steady(share)}), month("2030-12")
    facility = center(made).center_of(POWER)[late] / center(Scenario()).center_of(POWER)[late]
    assert facility * 8.0 == pytest.approx(power, rel=0.03)
    assert close(effect(made, USED)[late], used)


def test_that_consumers_of_ai_draw_investment() -> None:
    assert close(effect(scenario(CONSUMER_PUSH), CAPEX)[month("2030-12")], 16)


def test_that_beijing_has_at_the_end_of_2025_what_was_counted() -> None:
    run, date = center(Scenario()), month("2026-01")
    counted = {"listed": 59, "unicorns": 39.3, "filed_models": 182}
    for key, expected in counted.items():
        assert run.center_of((key, ""))[date] == pytest.approx(expected, rel=0.02), key
    assert run.center_of(BEIJING)[date] == pytest.approx(2619, rel=0.005)


def quarters(pair: Pair) -> list[float]:
    """Return the revenue of each quarter from early 2025 to early 2026, in bn CNY."""
    path = center(Scenario()).center_of(pair)
    return [float(np.trapezoid(path[3 * q : 3 * q + 4]) / 12) for q in range(5)]


def test_that_alibaba_reports_by_quarter_what_was_published() -> None:
    ai = quarters(("alibaba_ai_revenue", ""))
    assert ai == pytest.approx([3.9, 4.8, 6.0, 7.3, 8.9], rel=0.02)
    assert ai[4] == pytest.approx(8.97, rel=0.02)
    cloud = quarters(("alibaba_cloud_revenue", ""))
    assert (cloud[0], cloud[4]) == pytest.approx((33.1, 42.4), rel=0.02)


def at_the_end_of(year: int, key: str) -> float:
    """Return an outcome of the whole at central values at the end of a year."""
    return float(center(Scenario()).center_of((key, ""))[month(f"{year}-12")])


def test_that_a_third_of_the_vouchers_comes_back_in_tax() -> None:
    drawn, net = at_the_end_of(2030, "voucher_spend_cumulative"), at_the_end_of(2030, NET)
    assert 1 - net / drawn == pytest.approx(1 / 3, abs=0.06)


def test_that_most_claims_are_refused_and_a_tenth_of_enterprises_is_served() -> None:
    assert at_the_end_of(2028, "claims_refused") == pytest.approx(0.7, abs=0.03)
    served = at_the_end_of(2028, "firms_served") / at_the_end_of(2028, "enterprises")
    assert 0.1 < served < 0.3


def test_that_an_added_enterprise_costs_tens_of_millions() -> None:
    assert at_the_end_of(2030, "enterprises_added_by_vouchers") == pytest.approx(157, rel=0.05)
    cost = at_the_end_of(2030, "public_cost_per_added_enterprise")
    assert cost == pytest.approx(45, rel=0.05)
