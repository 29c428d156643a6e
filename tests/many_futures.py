"""Batches of futures in which everything is random: levers anywhere, assumptions anywhere.

Numbers are keyed by name, so that a row more or less changes no other row's.
"""

from zlib import crc32

import numpy as np

from planner.engine.batch import Batch, address_rows, central_values
from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_spread,
    lever_addresses,
)


def random_batch(futures: int, seed: int, *, levers: bool = True) -> Batch:
    """Return futures with levers over their slider's range and assumptions over theirs."""
    rows: list[int] = []
    drawn: list[np.ndarray] = []
    if levers:
        for name in lever_addresses():
            lever = model().levers[split_address(name)[0]]
            rows.append(address_rows()[name])
            drawn.append(_with_edges((seed, name), lever.low, lever.high, futures))
    for name in assumption_addresses():
        spread = assumption_spread(Scenario(), name)
        rows.append(address_rows()[name])
        drawn.append(_with_edges((seed, name), spread.low, spread.high, futures))
    return Batch(central_values(Scenario()), np.array(rows, np.int64), np.array(drawn))


def _with_edges(key: tuple[int, str], low: float, high: float, futures: int) -> np.ndarray:
    """Return uniform numbers of a seed and a name, one in ten of them at an end of the range."""
    seed, name = key
    random = np.random.default_rng((seed, crc32(name.encode())))
    values = random.uniform(low, high, futures)
    edge = random.random(futures)
    values[edge < 0.05] = low
    values[edge > 0.95] = high
    return values
