"""What comes in goes out or stays: chips, power, money and enterprises are conserved.

The tolerance is a billionth of the largest flow; differences are those of rounding.
"""

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario
from tests.reliability.any_levers import any_levers

FUTURES = 64
STEP = Clock().step
SETTINGS = (Scenario(), any_levers(1), any_levers(2), any_levers(3))
Paths = dict[str, np.ndarray]


def traced(scenario: Scenario, *names: str) -> Paths:
    return interpret(draw(scenario, FUTURES), Clock(), names)


def whole(path: np.ndarray) -> np.ndarray:
    """Return the sum over segments or areas, [months, futures]."""
    return path.sum(axis=1) if path.ndim == 3 else path


def gap(path: Paths, stocks: tuple[str, ...], came: np.ndarray, went: np.ndarray) -> float:
    """Return what is missing or too much, month by month, against the largest flow."""
    stored = sum(whole(path[name]) for name in stocks)
    change = np.diff(stored, axis=0)
    flow = (whole(came) - whole(went))[:-1] * STEP
    largest = max(np.abs(whole(came)).max(), np.abs(whole(went)).max()) * STEP
    assert largest > 0
    return float(np.abs(change - flow).max() / largest)


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_chips_are_conserved_from_order_to_scrap(scenario: Scenario) -> None:
    path = traced(
        scenario,
        *("under_construction", "young", "middle", "old"),
        *("chip_orders", "hopper_deliveries", "stage_time"),
    )
    came = path["chip_orders"] + path["hopper_deliveries"]
    went = path["old"] / path["stage_time"][:, None]
    assert gap(path, ("under_construction", "young", "middle", "old"), came, went) < 1e-9


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_realized_compute_is_conserved(scenario: Scenario) -> None:
    path = traced(
        scenario,
        *("effective_under_construction", "effective_capacity", "sited_orders", "new_efficiency"),
        *("hopper_deliveries", "efficiency_imported", "retired_share"),
    )
    came = whole(path["sited_orders"]) * path["new_efficiency"]
    came = came + path["hopper_deliveries"] * path["efficiency_imported"]
    went = path["effective_capacity"] * path["retired_share"]
    stocks = ("effective_under_construction", "effective_capacity")
    assert gap(path, stocks, came, went) < 1e-9


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_power_is_conserved_from_order_to_scrap(scenario: Scenario) -> None:
    path = traced(
        scenario,
        *("power_under_construction", "fleet_power", "sited_orders", "new_power"),
        *("hopper_deliveries", "imported_power", "retired_share"),
    )
    came = whole(path["sited_orders"]) * path["new_power"]
    came = came + path["hopper_deliveries"] * path["imported_power"]
    went = path["fleet_power"] * path["retired_share"]
    assert gap(path, ("power_under_construction", "fleet_power"), came, went) < 1e-9


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_money_is_spent_lapses_or_waits(scenario: Scenario) -> None:
    path = traced(scenario, "order_backlog", "accelerator_budget", "accelerator_spend", "lapse")
    went = path["accelerator_spend"] + path["lapse"]
    assert gap(path, ("order_backlog",), path["accelerator_budget"], went) < 1e-9


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_no_more_than_the_order_book_is_spent_or_lapses(scenario: Scenario) -> None:
    path = traced(scenario, "order_backlog", "accelerator_spend", "lapse")
    gone = (path["accelerator_spend"] + path["lapse"]) * STEP
    assert np.all(gone <= path["order_backlog"] * (1 + 1e-12))


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_enterprises_change_by_births_and_deaths_only(scenario: Scenario) -> None:
    path = traced(scenario, "enterprises", "births", "deaths")
    assert gap(path, ("enterprises",), path["births"], path["deaths"]) < 1e-9


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_no_segment_sells_what_it_does_not_have(scenario: Scenario) -> None:
    path = traced(scenario, "used", "deliverable", "effective_capacity", "capacity", "demand")
    assert np.all(path["used"] <= path["deliverable"])
    assert np.all(path["used"] <= path["demand"])
    assert np.all(path["deliverable"] <= path["effective_capacity"])
    assert np.all(path["effective_capacity"] <= path["capacity"] * (1 + 1e-12))


@pytest.mark.parametrize("scenario", SETTINGS, ids=lambda each: each.title)
def test_that_no_more_power_is_connected_than_there_is_room_for(scenario: Scenario) -> None:
    path = traced(scenario, "commissioning", "power_room", "ready")
    assert np.all(whole(path["commissioning"]) <= path["power_room"] * (1 + 1e-12))
    assert np.all(path["commissioning"] <= path["ready"] * (1 + 1e-12))
