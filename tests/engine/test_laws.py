"""What must hold in every future, whatever the levers: the laws of the model.

What is conserved is checked in `tests/model/test_conservation.py`.
"""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.batch import Batch, lever_address_rows
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import run_batch, warm_up_kernel
from planner.model.graph import model
from planner.model.indices import AREAS, SEGMENTS, address, split_address
from tests.many_futures import Runs, random_batch, random_batches
from tests.some import some

BATCHES, FUTURES = 40, 250
TOLERANCE = 1e-6
EVERYTHING = tuple((o.key, e) for o in model().outcomes.values() for e in o.elements)


@pytest.fixture(scope="module")
def futures() -> Runs:
    return Runs(tuple(random_batches(BATCHES, FUTURES, 1)), EVERYTHING)


def below(low: np.ndarray, high: np.ndarray) -> bool:
    """Tell whether one is nowhere above the other, but for single-precision rounding."""
    return bool(np.all(low <= high * (1 + TOLERANCE) + TOLERANCE))


def test_that_no_stock_is_ever_negative_that_must_not_be_or_not_finite() -> None:
    seen_below_zero = False
    for batch in random_batches(10, 200, 100):
        for name, path in interpret(batch, Clock(), model().stocks).items():
            assert np.isfinite(path).all(), name
            signed = model().equations[name].signed
            assert signed or path.min() >= 0, name
            seen_below_zero |= signed and path.min() < 0
    assert seen_below_zero


@pytest.mark.parametrize("element", ["", *SEGMENTS])
def test_that_used_is_within_deliverable_within_installed(futures: Runs, element: str) -> None:
    used = futures.futures_of(("used_compute", element))
    deliverable = futures.futures_of(("deliverable_compute", element))
    installed = futures.futures_of(("installed_compute", element))
    assert used.max() > 100
    assert below(used, deliverable)
    assert below(deliverable, installed)


@pytest.mark.parametrize("element", ["", *SEGMENTS])
def test_that_utilization_lies_between_zero_and_one(futures: Runs, element: str) -> None:
    utilization = futures.futures_of(("utilization", element))
    assert utilization.min() >= 0
    assert utilization.max() <= 1 + TOLERANCE


@pytest.mark.parametrize("area", AREAS)
def test_that_no_area_draws_more_than_its_budget(futures: Runs, area: str) -> None:
    row = lever_address_rows()[address("voucher_budget", area)]
    drawn = futures.futures_of(("voucher_spend", area))
    assert drawn.max() > 0
    assert below(drawn, futures.levers(row))
    assert futures.futures_of(("voucher_budget_used", area)).max() <= 1 + TOLERANCE


def without_budgets(batch: Batch) -> Batch:
    """Return the batch with every budget of vouchers at zero."""
    levers = batch.levers.copy()
    levers[:, rows_of("voucher_budget", "data_voucher_budget")] = 0.0
    return replace(batch, levers=levers)


def rows_of(*keys: str) -> list[int]:
    return [row for name, row in lever_address_rows().items() if split_address(name)[0] in keys]


def test_that_vouchers_at_zero_have_exactly_no_effect() -> None:
    warm_up_kernel()
    wanted = tuple(("enterprises_added_by_vouchers", element) for element in ("", *AREAS))
    for batch in some(random_batches(10, 100, 4)):
        run = run_batch(without_budgets(batch), Clock(), wanted)
        for pair in wanted:
            assert (run.futures_of(pair) == 0).all()
            assert (run.center_of(pair) == 0).all()


def test_that_without_budgets_no_other_lever_of_vouchers_moves_a_bit() -> None:
    warm_up_kernel()
    rows = rows_of("subsidy_rate", "institute_share", "voucher_local_share")
    batch = without_budgets(random_batch(100, 5))
    levers = batch.levers.copy()
    levers[:, rows] = 1 - levers[:, rows]
    one, other = (
        run_batch(each, Clock(), EVERYTHING) for each in (batch, replace(batch, levers=levers))
    )
    np.testing.assert_array_equal(one.center, other.center)
    np.testing.assert_array_equal(one.all_futures_of(EVERYTHING), other.all_futures_of(EVERYTHING))


def test_that_the_first_future_of_a_batch_is_the_center() -> None:
    warm_up_kernel()
    pair = ("installed_compute", "")
    run = run_batch(random_batch(20, 1), Clock(), (pair,))
    assert run.center_of(pair).shape == (132,)
    assert not np.array_equal(run.center_of(pair), run.futures_of(pair)[:, 0])


def test_that_every_outcome_keeps_the_law_of_its_row(futures: Runs) -> None:
    assert not futures.broken
    for outcome in model().outcomes.values():
        for element in outcome.elements:
            path = futures.futures_of((outcome.key, element))
            assert outcome.keeps_law(path).all(), (outcome.key, element)
