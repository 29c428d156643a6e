"""What changed levers do to outcomes, at central values and in futures: for tests of the model."""

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from planner.model.indices import AREAS
from planner.model.paths import LeverPath, constant_path, mapped
from planner.model.scenario import (
    LeverSetting,
    Scenario,
    lever_default_path,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import fixed

Pair = tuple[str, str]

FIRMS: Pair = ("enterprises", "")
INSTALLED: Pair = ("installed_compute", "")
USED: Pair = ("used_compute", "")
DELIVERABLE: Pair = ("deliverable_compute", "")
CLOUD_RENT: Pair = ("rent", "cloud")
CENTER_USE: Pair = ("utilization", "centers")
SHORTAGE: Pair = ("chip_shortage", "")
ORDERS: Pair = ("chip_orders", "")
SMUGGLED: Pair = ("imports_smuggled", "")
CAPEX: Pair = ("ai_capex", "")
UNMET: Pair = ("unmet_demand", "")
OUTPUT: Pair = ("industry_output", "")
FINANCING: Pair = ("financing", "")
POWER: Pair = ("facility_power", "")
WANTED = (
    *(FIRMS, INSTALLED, USED, DELIVERABLE, CLOUD_RENT, CENTER_USE),
    *(SHORTAGE, ORDERS, SMUGGLED, CAPEX, UNMET),
    *(("enterprises", area) for area in AREAS),
    *(OUTPUT, FINANCING, POWER),
    *((key, "") for key in ("listed", "unicorns", "filed_models", "chip_price", "order_backlog")),
    *((key, "") for key in ("alibaba_ai_revenue", "alibaba_cloud_revenue")),
    *((key, "") for key in ("voucher_spend_cumulative", "net_public_cost", "claims_refused")),
    *((key, "") for key in ("firms_served", "enterprises_added_by_vouchers")),
    ("public_cost_per_added_enterprise", ""),
)
"""What the tests look at: one list, so that one kernel serves them all."""

Levers = Mapping[str, LeverSetting]


def month(date: str) -> int:
    """Return the place of a month such as `2030-12`."""
    year, number = date.split("-")
    return (int(year) - 2025) * 12 + int(number) - 1


def scenario(levers: Levers | None = None, held: Mapping[str, float] | None = None) -> Scenario:
    """Return a scenario with these levers and with assumptions held at single values."""
    made = Scenario()
    for name, setting in (levers or {}).items():
        made = with_lever(made, name, setting)
    for name, value in (held or {}).items():
        made = with_assumption(made, name, fixed(value))
    return made


def steady(value: float) -> LeverPath:
    """Return a path that has one value from 2025 on."""
    return constant_path(value)


def times(name: str, factor: float) -> LeverPath:
    """Return the default path of a lever with every knot multiplied."""
    return mapped(lever_default_path(name), lambda _, value: factor * value)


def everywhere(name: str, setting: LeverSetting) -> dict[str, LeverSetting]:
    """Return a setting of one lever in all areas."""
    return {f"{name}.{area}": setting for area in AREAS}


def budgets_times(factor: float) -> dict[str, LeverSetting]:
    """Return all voucher budgets multiplied."""
    names = (f"voucher_budget.{area}" for area in AREAS)
    return {name: times(name, factor) for name in names}


@cache
def center(made: Scenario) -> Trajectories:
    """Return the run at central values."""
    warm_up_kernel()
    return run_batch(single(made), Clock(made.last_year), WANTED)


def effect(made: Scenario, pair: Pair, base: Scenario | None = None) -> NDArray[np.float64]:
    """Return the change of an outcome at central values in percent, month by month."""
    ratio = center(made).center_of(pair) / center(base or Scenario()).center_of(pair)
    percent: NDArray[np.float64] = 100 * (ratio - 1)
    return percent


def futures(made: Scenario, count: int) -> Trajectories:
    """Return the run of many futures, the same draws for every scenario."""
    warm_up_kernel()
    return run_batch(draw(made, count), Clock(made.last_year), WANTED)


def gain(low: Trajectories, high: Trajectories, pair: Pair) -> NDArray[np.float64]:
    """Return what one run has more than another, as a share, [months, futures]."""
    more: NDArray[np.float64] = np.asarray(high.futures_of(pair) / low.futures_of(pair) - 1)
    return more


def close(found: float, expected: float) -> bool:
    """Tell whether a percentage is within a tenth, or a tenth of a point, of what it should be."""
    return abs(found - expected) <= max(0.1, abs(expected) / 10)
