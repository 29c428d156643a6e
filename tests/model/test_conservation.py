"""What comes in goes out or stays: chips, power, money and enterprises are conserved.

The tolerance is a billionth of the largest flow; differences are those of rounding.
"""

from functools import cache

import numpy as np
import pytest

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.interpret import Trace, interpret
from planner.ensemble.sample import draw
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import fixed
from tests.model.balances import BALANCES, TRACED, exceeded, gap
from tests.reliability.model.any_levers import any_levers

FUTURES = 64


def emptied() -> Scenario:
    """Return a scenario that spends and gives up all of its order book within a month."""
    scenario = with_lever(Scenario("Emptied order book"), "legal_imports", 0)
    ends = {"procurement_time": 0.1, "lapse_time": 0.25, "premium_exponent": 2.0}
    for name, value in ends.items():
        scenario = with_assumption(scenario, name, fixed(value))
    return with_lever(scenario, "other_capex", LeverPath(((2025.0, 20000.0), (2027.0, 0.0))))


def abandoned() -> Scenario:
    """Return a scenario in which nobody budgets anything from 2030 on, with an order book left."""
    made = Scenario("Abandoned plans")
    for name in ("alibaba_capex", "other_capex"):
        until = LeverPath(((2025.0, 500.0), (2029.99, 500.0), (2030.0, 0.0)))
        made = with_lever(made, name, until)
    for area in ("beijing", "shandong"):
        made = with_lever(made, f"local_fund.{area}", 0)
    return made


SETTINGS = (
    *(Scenario(), any_levers(1), any_levers(2), any_levers(3)),
    *(emptied(), abandoned()),
)


@cache
def traced(scenario: Scenario) -> Trace:
    return interpret(draw(scenario, FUTURES), Clock(), TRACED)


@pytest.mark.parametrize("what", BALANCES)
@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_what_comes_in_goes_out_or_stays(scenario: Scenario, what: str) -> None:
    assert gap(traced(scenario), BALANCES[what]) < 1e-9


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_nothing_exceeds_its_source(scenario: Scenario) -> None:
    assert exceeded(traced(scenario)) == []


def test_that_no_more_is_founded_than_there_is_room_for() -> None:
    crowded = Scenario("Crowded", last_year=2050)
    ends = {
        "price_performance": 1.0,
        "cost_pull": 5.0,
        "rent_speed": 0.0,
        "entry_elasticity": 2.0,
        "net_growth_other": 0.5,
        "churn": 1.0,
    }
    for name, value in ends.items():
        crowded = with_assumption(crowded, name, fixed(value))
    names = ("enterprises", "enterprise_room", "enterprises_2025", "entry_response")
    path = interpret(single(crowded), Clock(2050), names)
    room = path["enterprise_room"][:, None] * path["enterprises_2025"]
    assert path["entry_response"].max() > 1000
    assert path["enterprises"].max() > 5 * path["enterprises_2025"].min()
    assert np.all(path["enterprises"] <= room * (1 + 1e-12))
