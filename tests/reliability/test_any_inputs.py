"""F2: whatever a file is allowed to hold, no law of the model is broken in any future or month."""

import pytest

from planner.engine.breaks import first_break
from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from planner.model.graph import model
from tests.reliability.any_inputs import any_inputs

FUTURES = 15
GROUPS = 20
WANTED = tuple((o.key, e) for o in model().outcomes.values() for e in o.elements)


@pytest.mark.parametrize("group", range(GROUPS))
def test_that_no_allowed_inputs_break_a_law(group: int, sized, record) -> None:
    warm_up_kernel()
    files = sized(25, 250)
    for seed in range(group * files, (group + 1) * files):
        scenario = any_inputs(seed)
        run = run_batch(draw(scenario, FUTURES), Clock(scenario.last_year), WANTED)
        assert run.broken is None, (seed, first_break(run.broken))
        for key, element in WANTED:
            path = run.futures_of((key, element))
            assert model().outcomes[key].keeps_law(path).all(), (seed, key, element)
    record("F2", f"{files} files from {group * files}: no law broken")
