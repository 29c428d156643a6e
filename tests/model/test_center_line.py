"""The run at central values lies in the middle half of the futures, kept or as they are drawn."""

from functools import cache

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.scenario import Draws, Scenario

FUTURES = 1000
JULY, YEAR = 6, 12
COST = "public_cost_per_added_enterprise"
"""It is unbounded in some futures of most areas, so that only that of all areas has a band."""

WANTED = tuple(
    (o.key, e)
    for o in model().outcomes.values()
    for e in o.elements
    if not o.is_counted and (o.key != COST or not e)
)


@cache
def futures(draws: Draws) -> Trajectories:
    warm_up_kernel()
    return run_batch(draw(Scenario(draws=draws), FUTURES), Clock(), WANTED)


@pytest.mark.parametrize("draws", ["conditioned", "as drawn"])
@pytest.mark.parametrize("pair", WANTED, ids=".".join)
def test_that_the_center_line_is_in_the_middle_half(pair: tuple[str, str], draws: Draws) -> None:
    run = futures(draws)
    paths, center = run.futures_of(pair)[JULY:], run.center_of(pair)[JULY:]
    told = np.isfinite(paths).all(axis=1) & np.isfinite(center)
    low, high = np.percentile(paths[told], [25, 75], axis=1)
    inside = (center[told] >= low * (1 - 1e-6)) & (center[told] <= high * (1 + 1e-6))
    assert told.sum() >= YEAR
    assert inside.mean() >= 0.95
