"""F4: wherever the levers and their paths stand, no law is broken in any future or month.

Nothing is negative or without a number, utilization lies between 0 and 1, and chips, compute,
power, money and enterprises are conserved.
"""

import pytest

from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from tests.model.balances import BALANCES, TRACED, exceeded, gap
from tests.reliability.model.any_levers import any_levers
from tests.reliability.model.laws import EVERYTHING, laws_broken

DRAWS = 64
GROUPS = 10


@pytest.mark.parametrize("group", range(GROUPS))
def test_that_no_law_is_broken_wherever_the_levers_stand(group: int, sized, record) -> None:
    warm_up_kernel()
    settings = sized(4, 40)
    for seed in range(group * settings, (group + 1) * settings):
        batch = draw(any_levers(seed), DRAWS)
        assert laws_broken(run_batch(batch, Clock(), EVERYTHING), batch) == [], seed
    record("F4", f"settings {group * settings} on: {settings} x {DRAWS} futures, no law broken")


@pytest.mark.parametrize("group", range(GROUPS))
def test_that_all_is_conserved_wherever_the_levers_stand(group: int, sized, record) -> None:
    settings, largest = sized(1, 40), 0.0
    for seed in range(group * settings, (group + 1) * settings):
        path = interpret(draw(any_levers(seed), DRAWS), Clock(), TRACED)
        largest = max(largest, *(gap(path, balance) for balance in BALANCES.values()))
        assert largest < 1e-9, seed
        assert exceeded(path) == [], seed
    record("F4", f"settings {group * settings} on: {settings} conserve all to {largest:.0e}")
