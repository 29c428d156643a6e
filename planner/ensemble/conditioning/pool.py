"""Keeps futures of a pool by how well they agree with what was measured; fifth floor of planner.

A pool is at least sixteen times as large as what is kept of it. Many futures are kept block by
block, each from a pool of its own, with one scale of weights for all, so that memory is bounded.
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from planner.ensemble.conditioning.blocks import blocks_of, weighed_until
from planner.ensemble.conditioning.description import Conditioning, conditioned, unweighted
from planner.ensemble.conditioning.systematic import effective_size, kept_places, scale_for
from planner.ensemble.conditioning.weights import inputs_of_weights, weights_at
from planner.ensemble.draws.drawn import Numbers, Places, inputs_of_draws
from planner.ensemble.keep import keep_array, kept_array, name_of
from planner.ensemble.progress import Steps
from planner.model.scenario import Scenario

SMALLEST: Final = 2**14
PER_FUTURE: Final = 16
BLOCK: Final = 2**14
"""Most futures that are kept from one pool."""
PIECE: Final = 2**12
FEW: Final = 0.5
TOO_FEW: Final = 0.1
"""Effective numbers, as shares of those kept, below which that is told, or weights are not used."""
LEAST_KEPT: Final = 1000
"""Fewer futures are held to what is few for so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """Places of futures in the sequence of points, int64[futures], and what is told of them."""

    places: Places
    told: Conditioning

    def first(self, count: int) -> "Chosen":
        """Return the first of the futures."""
        return Chosen(self.places[:count], self.told)


def choosing(scenario: Scenario, futures: int) -> Steps[Chosen]:
    """Keep so many futures; yields the share that is done."""
    if futures > BLOCK:
        return (yield from _of_many_pools(scenario, futures))
    pool = pool_of(futures)
    weights = yield from weighing(scenario, 0, pool)
    keep_array(name_of_weights(scenario, pool), weights)
    return _of_one_pool(weights, futures)


def chosen_before(scenario: Scenario, futures: int) -> Chosen | None:
    """Return the futures if the weights of their pool are kept on disk."""
    pool = pool_of(futures)
    weights = None if futures > BLOCK else kept_array(name_of_weights(scenario, pool), (pool,))
    return None if weights is None else _of_one_pool(weights, futures)


def pool_of(futures: int) -> int:
    """Return how large a pool so many futures are kept from, a power of two."""
    return int(max(SMALLEST, 2 ** (PER_FUTURE * futures - 1).bit_length()))


def name_of_weights(scenario: Scenario, pool: int) -> str:
    """Return the name under which the weights of a pool are kept on disk."""
    return name_of("weights", *inputs_of_draws(scenario), *inputs_of_weights(scenario), pool)


def weighing(scenario: Scenario, first: int, pool: int) -> Steps[Numbers]:
    """Weigh the futures of a pool piece by piece; yields the share that is done."""
    weights = np.empty(pool)
    for begin in range(0, pool, PIECE):
        yield begin / pool
        places = np.arange(first + begin, first + begin + PIECE)
        weights[begin : begin + PIECE] = weights_at(places, scenario)
    return weights


def _of_one_pool(weights: Numbers, futures: int) -> Chosen:
    """Keep futures of a pool by their weights; all alike where next to none agrees."""
    pool, effective = len(weights), effective_size(weights)
    scale = _scale(weights, futures)
    if scale is None:
        even = np.full(pool, futures / pool)
        return Chosen(kept_places(even), unweighted(pool, effective))
    told = conditioned(pool, effective, is_few=effective < FEW * max(futures, LEAST_KEPT))
    return Chosen(kept_places(np.minimum(1.0, scale * weights)), told)


def _scale(weights: Numbers, futures: int) -> float | None:
    """Return what weights are multiplied with to keep so many; None where too few agree."""
    too_few = effective_size(weights) < TOO_FEW * max(futures, LEAST_KEPT)
    if too_few or np.count_nonzero(weights) < futures:
        return None
    return scale_for(weights, futures)


def _of_many_pools(scenario: Scenario, futures: int) -> Steps[Chosen]:
    """Keep futures block by block; what another call has kept of them is taken over."""
    key = (*inputs_of_draws(scenario), *inputs_of_weights(scenario))
    blocks, size = blocks_of(repr(key), BLOCK), pool_of(BLOCK)

    def of_block(number: int) -> Steps[Numbers]:
        return _first_weights(scenario) if number == 0 else weighing(scenario, number * size, size)

    yield from weighed_until(blocks, futures, of_block, partial(_scale, futures=BLOCK))
    kept = blocks.first(futures)
    total, squares = sum(each.total for each in kept), sum(each.squares for each in kept)
    effective = total**2 / squares if squares > 0 else 0.0
    if blocks.scale is None:
        places = np.arange(futures) * PER_FUTURE + PER_FUTURE // 2 - 1
        return Chosen(places, unweighted(size, effective))
    told = conditioned(len(kept) * size, effective, is_few=effective < FEW * futures)
    return Chosen(np.concatenate([each.places for each in kept])[:futures], told)


def _first_weights(scenario: Scenario) -> Steps[Numbers]:
    """Return the weights of the first block, kept on disk as those of fewer futures are."""
    size = pool_of(BLOCK)
    name = name_of_weights(scenario, size)
    weights = kept_array(name, (size,))
    if weights is None:
        weights = yield from weighing(scenario, 0, size)
        keep_array(name, weights)
    return weights
