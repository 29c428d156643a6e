"""The loops of the model act: an effect with a loop, and the same effect with the loop cut.

Figures are percent of the baseline at central values. A loop is cut by an assumption, in the
scenario and in its baseline alike.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from tests.model.effects import (
    CAPEX,
    CENTER_USE,
    FIRMS,
    INSTALLED,
    ORDERS,
    SHORTAGE,
    SMUGGLED,
    USED,
    Levers,
    Pair,
    budgets_times,
    center,
    close,
    effect,
    month,
    scenario,
    steady,
    times,
)

CONSUMER_PUSH = LeverPath(((2025, 0), (2026, 0.2), (2029, 0)))
MORE_CAPEX: Levers = {"other_capex": times("other_capex", 2)}
NO_CAP = 10
NO_ANSWER = 0.0
LONGEST_LAPSE = 20.0
NO_AI_REVENUE = 0.01
BACKLOG: Pair = ("order_backlog", "")

LOOPS: dict[str, tuple[Levers, Pair, str, dict[str, float], float, float]] = {
    "returns draw investment": (
        {"consumer_ai_growth": CONSUMER_PUSH},
        *(CAPEX, "2030-12"),
        {"capex_response": NO_ANSWER},
        *(16, 0),
    ),
    "a shortage raises domestic output": (
        MORE_CAPEX,
        *(ORDERS, "2030-12"),
        {"supply_pull": NO_ANSWER},
        *(18, 7),
    ),
    "dear chips draw smugglers": (
        MORE_CAPEX,
        *(SMUGGLED, "2030-12"),
        {"smuggling_elasticity": NO_ANSWER},
        *(21, 0),
    ),
    "dear clouds send demand to centers": (
        {"center_share": 1},
        *(CENTER_USE, "2030-12"),
        {"siting_elasticity": NO_ANSWER},
        *(5.7, -58),
    ),
    "cheap compute is used by platforms": (
        {"alibaba_plan": 1500},
        *(USED, "2028-12"),
        {"platform_price_elasticity": NO_ANSWER},
        *(5.2, 1.3),
    ),
    "a growing bill holds enterprises back": (
        {"sme_adoption_push": steady(0.1)},
        *(USED, "2035-12"),
        {"bill_cap": NO_CAP},
        *(10, 15),
    ),
    "vouchers raise investment": (
        budgets_times(4),
        *(INSTALLED, "2030-12"),
        {"capex_response": NO_ANSWER},
        *(0.06, 0),
    ),
}


@pytest.mark.parametrize("name", LOOPS)
def test_that_a_loop_acts(name: str) -> None:
    levers, pair, date, cut, acting, without = LOOPS[name]
    found = effect(scenario(levers), pair)[month(date)]
    assert close(found, acting), found
    found = effect(scenario(levers, cut), pair, base=scenario(held=cut))[month(date)]
    assert close(found, without), found


def test_that_vouchers_raise_compute_a_little() -> None:
    assert 0.03 < effect(scenario(budgets_times(4)), INSTALLED)[month("2030-12")] < 0.1


def test_that_money_that_finds_no_chips_lapses_and_shortens_the_queue() -> None:
    """It matters less than the price of chips, which clears most of the queue by itself."""
    late = month("2035-12")
    held = {"lapse_time": LONGEST_LAPSE}
    usual = effect(scenario(MORE_CAPEX), SHORTAGE)[late]
    patient = effect(scenario(MORE_CAPEX, held), SHORTAGE, base=scenario(held=held))[late]
    assert usual < patient - 3
    waiting = [center(scenario(MORE_CAPEX, each)).center_of(BACKLOG)[late] for each in ({}, held)]
    assert waiting[0] < 0.9 * waiting[1]


def test_that_customers_of_ai_buy_other_cloud_services_too() -> None:
    """Sales within the group rest on no lever, so that what else changes are those outside."""
    more = beside_ai(scenario({"alibaba_plan": 760})) - beside_ai(scenario())
    assert more[month("2030-12")] > 1
    held = {"alibaba_ai_multiple": NO_AI_REVENUE}
    cut = beside_ai(scenario({"alibaba_plan": 760}, held)) - beside_ai(scenario(held=held))
    assert 0 < cut[month("2030-12")] < 0.3 * more[month("2030-12")]


def beside_ai(made: Scenario) -> NDArray[np.float64]:
    """Return what Alibaba's cloud sells besides AI, in bn CNY a year, month by month."""
    run = center(made)
    return run.center_of(("alibaba_cloud_revenue", "")) - run.center_of(("alibaba_ai_revenue", ""))


def test_that_scarcity_is_felt_as_price() -> None:
    """Enterprises that do not answer to the price of compute do not feel its lack either."""
    levers: Levers = {"power_connections": steady(0.1)}
    deaf = {"entry_elasticity": NO_ANSWER, "exit_elasticity": NO_ANSWER}
    assert effect(scenario(levers), FIRMS)[month("2030-12")] < -20
    heard = effect(scenario(levers, deaf), FIRMS, base=scenario(held=deaf))
    assert abs(heard).max() < 0.5


def reached(name: str, backwards: bool) -> frozenset[str]:
    """Return the equations that rest on one, or those it rests on, however far away."""
    needs = {each.name: frozenset(each.needs) for each in model().equations.values()}
    found, waiting = {name}, [name]
    while waiting:
        one = waiting.pop()
        near = needs[one] & needs.keys() if backwards else {n for n in needs if one in needs[n]}
        waiting.extend(near - found)
        found |= near
    return frozenset(found)


def test_that_investment_chips_rents_vouchers_and_enterprises_are_one_loop() -> None:
    loop = reached("ai_capex", backwards=True) & reached("enterprises", backwards=False)
    assert {"capex_answer", "chip_shortage", "capacity", "rent", "demand"} <= loop
    assert {"center_pull", "sme_use", "effective_subsidy", "births"} <= loop
    whole = reached("rent", backwards=True) & reached("rent", backwards=False)
    assert len(whole) >= 85
