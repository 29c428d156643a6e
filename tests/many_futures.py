"""Batches of futures in which everything is random: levers anywhere, assumptions anywhere.

Levers are the same in all futures of a batch. Numbers are keyed by name, so that a row more or less
changes no other row's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np

from planner.engine.batch import (
    Batch,
    address_rows,
    central_values,
    lever_address_rows,
    lever_values,
)
from planner.engine.clock import Clock
from planner.engine.run import Pair, run_batch, warm_up_kernel
from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import Scenario, assumption_addresses, assumption_spread


def random_batch(futures: int, seed: int, clock: Clock | None = None) -> Batch:
    """Return futures with levers over their slider's range and assumptions over theirs."""
    levers = lever_values(Scenario(), clock or Clock())
    for name, row in lever_address_rows().items():
        lever = model().levers[split_address(name)[0]]
        levers[:, row] = _with_edges(_random(seed, name), lever.low, lever.high, 1)
    names = assumption_addresses()
    drawn = np.empty((len(names), futures))
    for place, name in enumerate(names):
        spread = assumption_spread(Scenario(), name)
        drawn[place] = _with_edges(_random(seed, name), spread.low, spread.high, futures)
    rows = np.array([address_rows()[name] for name in names], np.int64)
    return Batch(central_values(Scenario()), rows, drawn, levers)


def random_batches(batches: int, futures: int, seed: int) -> Iterator[Batch]:
    """Yield batches, each with levers of its own."""
    for number in range(batches):
        yield random_batch(futures, 1000 * seed + number)


def with_random_paths(batch: Batch, seed: int) -> Batch:
    """Return the batch with levers that jump, now and then, to anywhere in their slider's range."""
    levers = batch.levers.copy()
    for name, row in lever_address_rows().items():
        lever, random = model().levers[split_address(name)[0]], _random(seed, name)
        for first in range(0, len(levers), int(random.integers(1, 25))):
            levers[first:, row] = _with_edges(random, lever.low, lever.high, 1)
    return replace(batch, levers=levers)


class Runs:
    """Runs of several batches as if they were one; every future of theirs is one drawn."""

    def __init__(self, batches: Sequence[Batch], wanted: tuple[Pair, ...]) -> None:
        warm_up_kernel()
        self._batches = batches
        self._runs = [run_batch(batch, Clock(), wanted) for batch in batches]

    def futures_of(self, pair: Pair) -> np.ndarray:
        """Return all futures of an outcome, [months, futures]."""
        return np.concatenate([run.futures_of(pair) for run in self._runs], axis=1)

    def levers(self, row: int) -> np.ndarray:
        """Return a lever of all futures, [months, futures]."""
        paths = [np.repeat(b.levers[:, row, None], b.futures - 1, 1) for b in self._batches]
        return np.concatenate(paths, axis=1)

    @property
    def broken(self) -> bool:
        """Whether any future breaks a law."""
        return any(run.broken is not None for run in self._runs)


def _random(seed: int, name: str) -> np.random.Generator:
    return np.random.default_rng((seed, crc32(name.encode())))


def _with_edges(random: np.random.Generator, low: float, high: float, count: int) -> np.ndarray:
    """Return uniform numbers, one in ten of them at an end of the range."""
    values = random.uniform(low, high, count)
    edge = random.random(count)
    values[edge < 0.05] = low
    values[edge > 0.95] = high
    return values
