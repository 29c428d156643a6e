"""Whatever the levers and their paths: no law of the model is broken in any future or month."""

import numpy as np
import pytest

from planner.engine.batch import Batch, lever_address_rows
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.indices import AREAS, SEGMENTS, address
from tests.reliability.any_levers import any_levers

DRAWS = 64
GROUPS = 10
ROUNDING = 1e-6
WANTED = tuple((o.key, e) for o in model().outcomes.values() for e in o.elements)


@pytest.fixture(scope="module", autouse=True)
def _kernel() -> None:
    warm_up_kernel()


def below(low: np.ndarray, high: np.ndarray) -> bool:
    """Tell whether one is nowhere above the other, but for single-precision rounding."""
    return bool(np.all(low <= high * (1 + ROUNDING) + ROUNDING))


@pytest.mark.parametrize("group", range(GROUPS))
def test_that_no_law_is_broken_wherever_the_levers_stand(group: int, sized) -> None:
    settings = sized(4, 40)
    for seed in range(group * settings, (group + 1) * settings):
        batch = draw(any_levers(seed), DRAWS)
        run = run_batch(batch, Clock(), WANTED)
        assert run.broken is None, seed
        _check_rows(run, seed)
        _check_order(run, seed)
        _check_budgets(run, batch, seed)


def _check_rows(run: Trajectories, seed: int) -> None:
    """Every outcome keeps the law of its row, utilization between zero and one among them."""
    for outcome in model().outcomes.values():
        for element in outcome.elements:
            path = run.futures_of((outcome.key, element))
            assert outcome.keeps_law(path).all(), (seed, outcome.key, element)


def _check_order(run: Trajectories, seed: int) -> None:
    """Used compute is within what can be sold, and that within what is installed."""
    for element in ("", *SEGMENTS):
        used = run.futures_of(("used_compute", element))
        deliverable = run.futures_of(("deliverable_compute", element))
        installed = run.futures_of(("installed_compute", element))
        assert below(used, deliverable), (seed, element)
        assert below(deliverable, installed), (seed, element)


def _check_budgets(run: Trajectories, batch: Batch, seed: int) -> None:
    """No area draws more than its budget of the time."""
    for area in AREAS:
        budget = batch.levers[:, lever_address_rows()[address("voucher_budget", area)]]
        drawn = run.futures_of(("voucher_spend", area))
        assert below(drawn, budget[:, None]), (seed, area)
