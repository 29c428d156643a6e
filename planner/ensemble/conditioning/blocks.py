"""Many futures kept block by block, each from a pool of its own; fifth floor of planner.

What is kept stays: work that was left goes on where it stood, and threads that want the same
futures share out the blocks among themselves. All blocks are kept with the scale of the first.
It knows no weights: those are handed in.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import sleep
from typing import Final

import numpy as np

from planner.ensemble.conditioning.systematic import kept_places
from planner.ensemble.draws.drawn import Numbers, Places
from planner.ensemble.progress import Steps, as_part

REMEMBERED: Final = 4
_WAIT: Final = 0.01
"""Seconds between two looks at a block that another thread is on."""

Weighing = Callable[[int], Steps[Numbers]]
"""Weighs the pool of a block, by its number."""
ScaleOf = Callable[[Numbers], float | None]
"""What weights are multiplied with, from those of the first block; None where too few agree."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The places that a pool gives, and the sums of its weights and of their squares."""

    places: Places
    total: float
    squares: float


class Blocks:
    """The blocks of one way of drawing that are there; asked from any thread."""

    def __init__(self, size: int) -> None:
        self.scale: float | None = None
        self.size = size
        self._done: dict[int, Block] = {}
        self._begun: set[int] = set()
        self._lock = Lock()

    def first(self, futures: int) -> tuple[Block, ...]:
        """Return the first blocks, without a gap, as many as hold so many futures if they can."""
        found: list[Block] = []
        held = 0
        while held < futures and len(found) in self._done:
            found.append(self._done[len(found)])
            held += len(found[-1].places)
        return tuple(found)

    def claim(self, futures: int) -> int | None:
        """Return a block to weigh so that so many are there, None while others are on them all."""
        with self._lock:
            there = self.first(futures)
            missing = futures - sum(len(each.places) for each in there)
            most = len(there) - (-missing // self.size) if there else 1
            free = (each for each in range(len(there), most) if self._is_free(each))
            number = next(free, None)
            if number is not None:
                self._begun.add(number)
            return number

    def put(self, number: int, weights: Numbers, scale_of: ScaleOf) -> None:
        """Keep futures of a block by their weights, the first block deciding on the scale."""
        if number == 0:
            self.scale = scale_of(weights)
        places = np.arange(0)
        if self.scale is not None:
            places = kept_places(np.minimum(1.0, self.scale * weights))
        total, squares = float(weights.sum()), float(weights @ weights)
        self._done[number] = Block(number * len(weights) + places, total, squares)

    def leave(self, number: int) -> None:
        """Let others weigh a block that is not there yet."""
        with self._lock:
            self._begun.discard(number)

    def _is_free(self, number: int) -> bool:
        return number not in self._done and number not in self._begun


def blocks_of(key: Hashable, size: int) -> Blocks:
    """Return the blocks that are remembered under a key, or new ones of so many futures each."""
    with _lock:
        found = _kept.pop((key, size), None) or Blocks(size)
        _kept[key, size] = found
        while len(_kept) > REMEMBERED:
            _kept.popitem(last=False)
    return found


def forget() -> None:
    """Keep no block any more."""
    with _lock:
        _kept.clear()


_kept: OrderedDict[tuple[Hashable, int], Blocks] = OrderedDict()
"""The blocks asked for last, the newest at the end."""
_lock: Final = Lock()


def weighed_until(
    blocks: Blocks, futures: int, weighing: Weighing, scale_of: ScaleOf
) -> Steps[None]:
    """Weigh blocks until so many futures are there, or the first says that too few agree.

    Yields the share that is there.
    """
    while True:
        there = blocks.first(futures)
        held = sum(len(each.places) for each in there)
        if held >= futures or (there and blocks.scale is None):
            return
        done, until = (min(1.0, each / futures) for each in (held, held + blocks.size))
        number = blocks.claim(futures)
        if number is None:
            yield done
            sleep(_WAIT)
            continue
        try:
            weights = yield from as_part(weighing(number), done, until)
            blocks.put(number, weights, scale_of)
        finally:
            blocks.leave(number)
