"""How long a future takes and how many bytes it is, measured on a few; eighth floor of planner.

Choosing futures is measured by itself: it weighs a pool, which is large for few futures too.
"""

from dataclasses import dataclass, replace
from time import perf_counter
from typing import Final

import numpy as np

from planner.engine import threads
from planner.engine.run import warm_up_kernel
from planner.ensemble.conditioning.chosen import weighed
from planner.ensemble.conditioning.pool import PIECE
from planner.ensemble.conditioning.weights import weights_at
from planner.sweep.batches.choices import are_shared, distinct
from planner.sweep.batches.layout import Layout, Slice, size_for, whole_blocks
from planner.sweep.batches.spec import spec_of
from planner.sweep.batches.work import Result, work
from planner.sweep.plan.plan import Plan

_FEW: Final = 4096
_TIMES: Final = 2


@dataclass(frozen=True, slots=True)
class Estimate:
    """The seconds and bytes of one future, and the layout that follows.

    There are so many `choices` of futures, of `choosing` seconds each. Where points share them, one
    process makes them, else all do.
    """

    seconds: float
    bytes: float
    layout: Layout
    choices: int
    choosing: float
    are_shared: bool

    def seconds_on(self, processes: int) -> float:
        """Return how long all of it takes on so many processes, about."""
        running = self.layout.points * self.layout.futures * self.seconds
        choosing = self.choices * self.choosing
        if self.are_shared:
            return running / processes + choosing
        return (running + choosing) / processes


def estimated(plan: Plan) -> Estimate:
    """Return what was measured of a plan's first point, run on one thread of this process."""
    warm_up_kernel()
    futures = min(_FEW, plan.futures)
    with threads.limited_to(1):
        results = _run(plan, futures)
        choosing = _choosing(plan)
    seconds = min(each["seconds"] for each in results) / futures
    layout = _layout(plan, seconds, choosing)
    return Estimate(
        seconds=seconds,
        bytes=len(results[0]["data"]) / futures,
        layout=layout,
        choices=distinct(plan),
        choosing=choosing,
        are_shared=are_shared(plan, layout),
    )


def _run(plan: Plan, futures: int) -> list[Result]:
    packed = spec_of(plan, Slice(0, 0, 1, 1, 0, futures), np.arange(futures)).packed()
    return [work(*packed) for _ in range(_TIMES)]


def _choosing(plan: Plan) -> float:
    """Return the seconds of choosing the futures of the first point, by a piece of its pool."""
    scenario = plan.points.scenario_at(plan.base, 1)
    count = weighed(scenario, plan.futures)
    if not count:
        return 0.0
    drawn, taken = replace(scenario, levers=()), []
    for _ in range(_TIMES):
        begin = perf_counter()
        weights_at(np.arange(PIECE), drawn)
        taken.append(perf_counter() - begin)
    return min(taken) * count / PIECE


def _layout(plan: Plan, seconds: float, choosing: float) -> Layout:
    """Return the batches: where each point's futures are chosen with its batch, that counts too."""
    points, futures, columns = plan.points.count, plan.futures, len(plan.columns)
    size = plan.batch or size_for(seconds, columns)
    layout = Layout(points, futures, whole_blocks(size))
    if plan.batch or are_shared(plan, layout):
        return layout
    size = size_for(seconds + choosing / futures, columns, fewest=futures)
    return Layout(points, futures, whole_blocks(size))
