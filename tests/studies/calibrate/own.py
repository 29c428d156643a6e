"""Scenarios with numbers of their own for tests, and truths to find again."""

import numpy as np

from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.draws.drawn import batch_at
from planner.facts.measured import Measured
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from tests.own_points import counted

ABOUT = About("enterprises", "chengdu", 2030)
PAIRS = (("enterprises", "chengdu"), ("used_compute", ""), ("installed_compute", ""))
UNITS = {"enterprises": "firm", "used_compute": "EFLOPS realized", "installed_compute": "EFLOPS"}
LAST = 2030


def with_points(*points: Measured) -> Scenario:
    """Return the baseline with these points of its own."""
    return with_own(Scenario(last_year=2031), OwnNumbers(points))


def truth_at(place: int) -> dict[tuple[str, str], np.ndarray]:
    """Return the months of one future of the sequence, for each of `PAIRS`."""
    clock = Clock(LAST)
    run = run_batch(batch_at(np.array([place]), Scenario(last_year=LAST), clock), clock, PAIRS)
    return {pair: run.futures_of(pair)[:, 0].astype(float) for pair in PAIRS}


def counted_in(truth: dict[tuple[str, str], np.ndarray], error: float) -> tuple[Measured, ...]:
    """Return what would be counted of a truth at the ends of 2026, 2027 and 2028."""
    return tuple(
        counted(*pair, 2025 + month / 12, float(line[month]), error, UNITS[pair[0]])
        for pair, line in truth.items()
        for month in (23, 35, 47)
    )
