"""F2: whatever a file is allowed to hold, no law of the model is broken in any future or month."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.draws.drawn import batch_at
from planner.ensemble.many import Projector, all_requests
from planner.files.scenario.scenario_file import read, to_bytes
from planner.model.scenario import Scenario
from tests.length import shortened
from tests.model.balances import BALANCES, TRACED, exceeded, gap
from tests.reliability.model.any_inputs import any_inputs
from tests.reliability.model.laws import EVERYTHING, laws_broken

FUTURES = 15
GROUPS = 10
POOLED = 100
LOST_AT_MOST = 1e-9
WITHOUT_BUDGET = 70
"""A file in which every budget ends while an order book is left."""


def reopened(scenario: Scenario, folder: Path) -> Scenario:
    """Return the scenario as its file has it."""
    path = folder / "any.suanli.json"
    path.write_bytes(to_bytes(scenario))
    return read(path)


@pytest.mark.parametrize("group", shortened(range(GROUPS), range(3)))
def test_that_no_file_that_is_allowed_breaks_a_law(
    group: int, sized, record, tmp_path: Path
) -> None:
    warm_up_kernel()
    files, futures = sized(20, 500), np.arange(FUTURES)
    for seed in range(group * files, (group + 1) * files):
        scenario = reopened(any_inputs(seed), tmp_path)
        assert scenario == any_inputs(seed)
        clock = Clock(scenario.last_year)
        batch = batch_at(futures, scenario, clock)
        assert laws_broken(run_batch(batch, clock, EVERYTHING), batch) == [], seed
    record("F2", f"files {group * files} on: {files} x {FUTURES} futures, no law broken")


@pytest.mark.parametrize("group", range(2))
def test_that_nothing_is_lost_or_made_whatever_a_file_holds(group: int, sized, record) -> None:
    """Checked by the interpreter, in full precision; among the files is one without any budget."""
    files, futures = sized(4, 40), np.arange(FUTURES)
    first = WITHOUT_BUDGET - 1 + group * files
    for seed in range(first, first + files):
        scenario = any_inputs(seed)
        clock = Clock(scenario.last_year)
        with np.errstate(all="ignore"):
            trace = interpret(batch_at(futures, scenario, clock), clock, TRACED)
        assert exceeded(trace) == [], seed
        for what, balance in BALANCES.items():
            if np.any(balance.came(trace)):
                assert gap(trace, balance) < LOST_AT_MOST, (seed, what)
    record("F2", f"books of files {first} on: {files} x {FUTURES} futures balance")


@pytest.mark.parametrize("group", range(2))
def test_that_futures_are_weighed_and_shown_whatever_a_file_assumes(
    group: int, sized, record, tmp_path: Path
) -> None:
    """Bands of futures that were held to what was measured break no law either."""
    warm_up_kernel()
    files, kinds = sized(1, 20), []
    for seed in range(group * files, (group + 1) * files):
        scenario = replace(reopened(any_inputs(seed), tmp_path), draws="conditioned")
        shown = Projector().project(replace(scenario, futures=POOLED), all_requests())
        assert shown.breach is None, seed
        kinds.append(shown.draws.kind)
    record("F2", f"pools {group * files} on: {kinds.count('conditioned')} of {files} weighed")
