"""Futures of a pool that agree with a planner's own numbers; fifth floor of planner.

Each counts as often as its weight says, which may be several times: few futures agree with numbers
that are sharp, and taking each once would let in others that do not. Where fewer than
`LEAST_EFFECTIVE` agree, own numbers are not used, and that is told.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.ensemble.conditioning import pool
from planner.ensemble.conditioning.description import calibrated, refused
from planner.ensemble.conditioning.pool import BLOCK, FEW, LEAST_KEPT, Chosen, pool_of
from planner.ensemble.conditioning.systematic import effective_size, kept_places
from planner.ensemble.draws.drawn import Numbers
from planner.ensemble.keep import keep_array, kept_array
from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario

LEAST_EFFECTIVE: Final = 50
_WEIGHED: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Unfit:
    """How many futures agree with own numbers, of how many, where that is too few."""

    effective: float
    pool: int

    def instead(self, held: Chosen) -> Chosen:
        """Return the futures that are used in their place, with what is told of it."""
        told = refused(self.pool, self.effective, LEAST_EFFECTIVE, held.told)
        return Chosen(held.places, told)


def choosing(scenario: Scenario, futures: int) -> Steps[Chosen]:
    """Keep so many futures; yields the share that is done."""
    size = _pool_of(futures)
    weights = yield from as_part(pool.weighing(scenario, 0, size), 0, _WEIGHED)
    keep_array(pool.name_of_weights(scenario, size), weights)
    found = _resampled(weights, futures)
    if isinstance(found, _Unfit):
        held = yield from as_part(pool.choosing(_plain(scenario), futures), _WEIGHED, 1)
        return found.instead(held)
    return found


def chosen_before(scenario: Scenario, futures: int) -> Chosen | None:
    """Return the futures if the weights of their pool are kept on disk."""
    size = _pool_of(futures)
    weights = kept_array(pool.name_of_weights(scenario, size), (size,))
    found = None if weights is None else _resampled(weights, futures)
    if isinstance(found, _Unfit):
        held = pool.chosen_before(_plain(scenario), futures)
        return None if held is None else found.instead(held)
    return found


def _resampled(weights: Numbers, futures: int) -> Chosen | _Unfit:
    size, effective = len(weights), effective_size(weights)
    if effective < LEAST_EFFECTIVE:
        return _Unfit(effective, size)
    told = calibrated(size, effective, is_few=effective < FEW * LEAST_KEPT / 2)
    return Chosen(kept_places(futures * weights / weights.sum()), told)


def _pool_of(futures: int) -> int:
    return pool_of(min(futures, BLOCK))


def _plain(scenario: Scenario) -> Scenario:
    return replace(scenario, draws="conditioned")
