"""Any variable of the model in one month, in all futures of a run; sixth floor of planner.

The kernel keeps outcomes alone; here equations are run as they are written, on the same draws.
"""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, lever_rows
from planner.engine.clock import Clock
from planner.engine.interpret import Values, interpret_last
from planner.ensemble.sample import draw
from planner.model.graph import COUNTERFACTUAL_ZERO, model
from planner.model.indices import ELEMENTS
from planner.model.scenario import Scenario
from planner.studies.inspect.node import ALL, Node

Numbers = NDArray[np.float64]


def batch_of(scenario: Scenario, month: int, futures: int) -> tuple[Batch, Clock]:
    """Return the first so many futures of a scenario, as far as a month, and the clock to it."""
    clock = Clock(scenario.last_year, months_at_most=month + 1)
    batch = draw(scenario, min(futures, scenario.futures), clock)
    return replace(batch, drawn=batch.drawn[:, 1:]), clock


def values_of(batch: Batch, clock: Clock, nodes: Collection[Node]) -> dict[Node, Numbers]:
    """Return values in the last month by node, float64[futures]; of all elements their mean.

    Undefined in futures that break a law of the model.
    """
    found: dict[Node, Numbers] = {}
    for without in sorted({node.without for node in nodes}):
        wanted = [node for node in nodes if node.without == without]
        used = without_vouchers(batch) if without else batch
        names = tuple(dict.fromkeys(node.name for node in wanted))
        values, since = interpret_last(used, clock, names)
        for node in wanted:
            found[node] = np.where(np.isinf(since), _of_node(values, node, batch.futures), np.nan)
    return found


def without_vouchers(batch: Batch) -> Batch:
    """Return the inputs of the world without vouchers."""
    levers = batch.levers.copy()
    for key in COUNTERFACTUAL_ZERO:
        first = lever_rows()[key]
        levers[:, first : first + len(ELEMENTS[model().indices[key]])] = 0.0
    return replace(batch, levers=levers)


def _of_node(values: Values, node: Node, futures: int) -> Numbers:
    value = np.asarray(values[node.name], np.float64)
    if node.element == ALL:
        value = value.mean(axis=0)
    elif node.element:
        value = value[node.elements.index(node.element)]
    return np.broadcast_to(value, (futures,))
