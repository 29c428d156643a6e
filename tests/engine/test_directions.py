"""Levers move outcomes the way they must, in the center and in every drawn future."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from planner.engine.batch import Batch, lever_address_rows, single
from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.indices import AREAS, SEGMENTS, address
from planner.model.scenario import Scenario
from planner.model.scenario import with_lever as set_lever
from tests.many_futures import Runs, random_batches

BATCHES, FUTURES = 40, 50
DRAWS = 10_000
ROUNDING = 1e-6

Batches = tuple[Batch, ...]


def anywhere(seed: int) -> Batches:
    return tuple(random_batches(BATCHES, FUTURES, seed))


def changed(batches: Batches, name: str, change: Callable[[np.ndarray], np.ndarray]) -> Batches:
    """Return the batches with one lever changed."""
    row = lever_address_rows()[name]
    found = []
    for batch in batches:
        levers = batch.levers.copy()
        levers[:, row] = change(levers[:, row])
        found.append(replace(batch, levers=levers))
    return tuple(found)


def run(batches: Batches, *wanted: tuple[str, str]) -> Runs:
    return Runs(batches, wanted)


def gain(low: Batches, high: Batches, pair: tuple[str, str], months: int = 132) -> np.ndarray:
    """Return what the second run has more than the first, as a share, month by month."""
    one, other = run(low, pair).futures_of(pair), run(high, pair).futures_of(pair)
    return (other / one - 1)[:months]


def drawn(**levers: float) -> Batches:
    """Return the baseline's draws with these levers."""
    scenario = Scenario()
    for name, value in levers.items():
        scenario = set_lever(scenario, name, value)
    return (draw(scenario, DRAWS),)


@pytest.mark.parametrize("plan", [400, 760, 1500])
def test_that_more_capex_never_means_less_installed_compute(plan: float) -> None:
    found = gain(drawn(), drawn(alibaba_plan=plan), ("installed_compute", ""))
    assert found.min() >= -ROUNDING
    assert np.median(found[-1]) > 0.001


@pytest.mark.parametrize("imports", [0, 100, 200])
def test_that_fewer_imports_never_mean_more_compute_in_the_first_three_years(
    imports: float,
) -> None:
    found = gain(drawn(chip_imports=imports), drawn(), ("installed_compute", ""), months=36)
    assert found.min() >= -ROUNDING
    assert np.median(found[-1]) > 0.03


@pytest.mark.parametrize("target", [0.5, 0.6, 0.9])
def test_that_a_higher_center_ceiling_never_means_less_deliverable_compute(target: float) -> None:
    found = gain(drawn(), drawn(center_utilization_target=target), ("deliverable_compute", ""))
    assert found.min() >= -ROUNDING
    assert np.median(found[-1]) > 0.02


def test_that_a_higher_ceiling_helps_wherever_the_other_levers_stand() -> None:
    some = anywhere(22)
    more = changed(some, "center_utilization_target", lambda v: np.minimum(v + 0.1, 0.9))
    assert gain(some, more, ("deliverable_compute", "")).min() >= -ROUNDING


def test_that_money_or_chips_come_to_less_only_in_rare_futures_and_hardly() -> None:
    """A shortage that ends sooner stops pulling supply sooner: makers then expand less.

    With every lever anywhere in its range, one future in a hundred may end a little lower.
    """
    some = anywhere(21)
    money = changed(some, "alibaba_plan", lambda v: v + 300)
    chips = changed(some, "chip_imports", lambda v: v + 100)
    for more, months in ((money, 132), (chips, 37)):
        found = gain(some, more, ("installed_compute", ""), months)
        assert (found < -ROUNDING).any(axis=0).mean() < 0.01
        assert found.min() > -0.01
        assert np.median(found[-1]) > 0


def test_that_more_vouchers_never_mean_fewer_enterprises_while_supply_is_slack() -> None:
    """Rents answer to demand a little even while there is room: hence the last digits."""
    some = more = anywhere(24)
    for area in AREAS:
        more = changed(more, address("voucher_budget", area), lambda v: v * 1.5 + 50)
    firms = ("enterprises", "")
    used = [("used_compute", segment) for segment in SEGMENTS]
    deliverable = [("deliverable_compute", segment) for segment in SEGMENTS]
    low, high = run(some, firms), run(more, firms, *used, *deliverable)
    full = [
        high.futures_of(one) >= high.futures_of(other) * 0.999
        for one, other in zip(used, deliverable, strict=True)
    ]
    slack = ~np.maximum.accumulate(np.logical_or(*full), axis=0)
    found = high.futures_of(firms) / low.futures_of(firms) - 1
    assert slack.mean() > 0.1
    assert found[slack].min() > -5e-4
    assert (found[slack] < -ROUNDING).mean() < 0.002
    assert np.mean(found[-1] > ROUNDING) > 0.3


def test_that_chips_in_short_supply_get_dearer_before_there_are_more() -> None:
    some = anywhere(25)
    more = changed(some, "other_capex", lambda v: v + 500)
    shortage, orders = ("chip_shortage", ""), ("chip_orders", "")
    low, high = run(some, shortage, orders), run(more, shortage, orders)
    scarce = low.futures_of(shortage)[0] > 1.0
    assert scarce.sum() > 100
    first = (low.futures_of(orders)[0, scarce], high.futures_of(orders)[0, scarce])
    np.testing.assert_allclose(*first, rtol=1e-6)
    assert (high.futures_of(shortage)[0] > low.futures_of(shortage)[0])[scarce].all()
    later = high.futures_of(orders)[60, scarce] / low.futures_of(orders)[60, scarce] - 1
    assert np.mean(later > ROUNDING) > 0.3


HEADLINES = (
    "enterprises",
    "enterprises_added_by_vouchers",
    "installed_compute",
    "deliverable_compute",
    "used_compute",
    "utilization",
    "voucher_spend",
    "voucher_spend_cumulative",
    "sme_compute_spend",
    "industry_output",
    "electricity",
    "chip_orders",
    "domestic_chip_share",
    "alibaba_capex",
    "alibaba_revenue",
)


@pytest.mark.parametrize("key", HEADLINES)
def test_that_half_the_step_moves_no_headline_by_more_than_one_percent(key: str) -> None:
    warm_up_kernel()
    assert model().outcomes[key].whole
    pair = (key, "")
    coarse, fine = (_center(pair, Clock(steps_per_month=steps)) for steps in (1, 2))
    assert np.abs(coarse - fine).max() <= 0.01 * np.abs(fine).max()


def _center(pair: tuple[str, str], clock: Clock) -> np.ndarray:
    return run_batch(single(Scenario(), clock), clock, (pair,)).center_of(pair)
