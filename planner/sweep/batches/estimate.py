"""How long a future takes and how many bytes it is, measured on a few; eighth floor of planner."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from planner.engine import threads
from planner.engine.run import warm_up_kernel
from planner.ensemble.many import CHOOSING
from planner.sweep.batches.choices import distinct
from planner.sweep.batches.layout import Layout, Slice, size_for, whole_blocks
from planner.sweep.batches.spec import spec_of
from planner.sweep.batches.work import work
from planner.sweep.plan.plan import Plan

_FEW: Final = 4096
_TIMES: Final = 2


@dataclass(frozen=True, slots=True)
class Estimate:
    """The seconds and bytes of one future, and the layout that follows.

    `chosen` are futures that are chosen first, as long as it takes to run so many.
    """

    seconds: float
    bytes: float
    layout: Layout
    chosen: float

    def seconds_on(self, processes: int) -> float:
        """Return how long all of it takes on so many processes, about."""
        futures = self.layout.points * self.layout.futures + self.chosen
        return futures * self.seconds / processes


def estimated(plan: Plan) -> Estimate:
    """Return what was measured of a plan's first point, run on one thread of this process."""
    warm_up_kernel()
    futures = min(_FEW, plan.futures)
    few = Slice(0, 0, 1, 1, 0, futures)
    packed = spec_of(plan, few, np.arange(futures)).packed()
    with threads.limited_to(1):
        results = [work(*packed) for _ in range(_TIMES)]
    seconds = min(each["seconds"] for each in results) / futures
    size = plan.batch or size_for(seconds, len(plan.columns))
    layout = Layout(plan.points.count, plan.futures, whole_blocks(size))
    return Estimate(seconds, len(results[0]["data"]) / futures, layout, _chosen(plan))


def _chosen(plan: Plan) -> float:
    """Return how many futures could be run while those of all points are chosen."""
    share = CHOOSING[plan.base.draws]
    return distinct(plan) * plan.futures * share / (1 - share)
