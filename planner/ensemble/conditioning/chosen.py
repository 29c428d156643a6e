"""Which futures a scenario is drawn with; fifth floor of planner.

As drawn, they are the first ones of the sequence of points. Conditioned, they are kept from a pool
by what was measured; calibrated, by a planner's own numbers as well. Levers have no part in it, so
scenarios that differ in levers are drawn with the same futures. What was chosen is remembered.
"""

from collections import OrderedDict
from functools import lru_cache
from threading import Lock
from typing import Final

import numpy as np

from planner.ensemble.conditioning import blocks, pool, resampled
from planner.ensemble.conditioning.description import AS_DRAWN, PROVISIONAL
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.conditioning.weights import weighing_points
from planner.ensemble.progress import Steps
from planner.model.own.scenarios import WayOfDrawing, is_calibrated, way_of_drawing
from planner.model.scenario import Scenario
from planner.quantities.spread import Spread

REMEMBERED: Final = 16
LARGEST_SUM: Final = 32 * 2**20
"""Bytes of all places that are remembered: those of four million futures."""

Ranges = tuple[tuple[str, Spread], ...]
Key = tuple[tuple[WayOfDrawing, int], Ranges]


def choosing(scenario: Scenario, futures: int) -> Steps[Chosen]:
    """Choose the futures; yields the share that is done while a pool is weighed."""
    chosen = at_hand(scenario, futures)
    if chosen is None:
        chosen = yield from _weighing(scenario, futures)
        _remember(_key(scenario, futures), chosen)
    return chosen


def enough(scenario: Scenario, futures: int) -> int:
    """Return how many have to be chosen so that the first so many of a scenario's are among them.

    Which are kept of one pool depends on how many are; of many pools each gives its own, so that
    the first blocks are the same whatever follows them.
    """
    most = max(futures, scenario.futures)
    return most if most <= pool.BLOCK else max(futures, pool.BLOCK)


def for_now(scenario: Scenario, futures: int) -> Chosen:
    """Return futures at once; where a pool is to be weighed first, others until then.

    Those are the ones chosen last under other ranges, so that bands do not jump, or as drawn.
    """
    chosen = at_hand(scenario, futures)
    if chosen is not None:
        return chosen
    return _stand_in(_newest_like(_key(scenario, futures)), futures)


@lru_cache(maxsize=4)
def _stand_in(before: Chosen | None, futures: int) -> Chosen:
    """Return futures for the moment, the same ones each time: runs are kept by them."""
    return Chosen(np.arange(futures) if before is None else before.places, PROVISIONAL)


def at_hand(scenario: Scenario, futures: int) -> Chosen | None:
    """Return the futures if they can be told without weighing a pool."""
    key = _key(scenario, futures)
    chosen = _remembered(key)
    if chosen is None:
        chosen = _soon_told(scenario, futures)
        if chosen is not None:
            _remember(key, chosen)
    return chosen


def weighed(scenario: Scenario, futures: int) -> int:
    """Return how many futures of pools are weighed to choose so many, 0 where none is."""
    if scenario.draws == "as drawn" or not _is_weighed(scenario):
        return 0
    pools = 1 if is_calibrated(scenario) else -(-futures // pool.BLOCK)
    return pools * pool.pool_of(min(futures, pool.BLOCK))


def forget() -> None:
    """Choose anew from now on."""
    with _lock:
        _choices.clear()
    blocks.forget()


def _weighing(scenario: Scenario, futures: int) -> Steps[Chosen]:
    if is_calibrated(scenario):
        return (yield from resampled.choosing(scenario, futures))
    return (yield from pool.choosing(scenario, futures))


def _soon_told(scenario: Scenario, futures: int) -> Chosen | None:
    if scenario.draws == "as drawn" or not _is_weighed(scenario):
        return Chosen(np.arange(futures), AS_DRAWN)
    if is_calibrated(scenario):
        return resampled.chosen_before(scenario, futures)
    return pool.chosen_before(scenario, futures)


def _is_weighed(scenario: Scenario) -> bool:
    return bool(weighing_points(scenario.figures)) or is_calibrated(scenario)


_choices: OrderedDict[Key, Chosen] = OrderedDict()
"""The last choices, the newest at the end; asked for from any thread."""
_lock = Lock()


def _key(scenario: Scenario, futures: int) -> Key:
    return (way_of_drawing(scenario), futures), scenario.assumptions


def _remembered(key: Key) -> Chosen | None:
    with _lock:
        if key in _choices:
            _choices.move_to_end(key)
        return _choices.get(key)


def _remember(key: Key, chosen: Chosen) -> None:
    with _lock:
        _choices[key] = chosen
        while len(_choices) > 1 and (len(_choices) > REMEMBERED or _bytes() > LARGEST_SUM):
            _choices.popitem(last=False)


def _bytes() -> int:
    return sum(each.places.nbytes for each in _choices.values())


def _newest_like(key: Key) -> Chosen | None:
    """Return the newest choice that differs in ranges alone."""
    with _lock:
        alike = (chosen for each, chosen in reversed(_choices.items()) if each[0] == key[0])
        return next(alike, None)
