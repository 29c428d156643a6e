"""Looks for the best split of a budget over several uses, one block of money at a time.

Sixth floor of planner, pure: it knows amounts and a score for them, no scenario. Blocks go to where
the next one gains most (Fox 1966: the best there is where each use has its own diminishing gains),
with gains looked up again only where they could matter (Minoux 1978). Then blocks change places as
long as one such move gains anything, which heals what uses have to do with each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import permutations
from typing import Final

from planner.ensemble.progress import Steps

Split = tuple[float, ...]
"""Money for each use, in one order."""
Score = tuple[float, ...]
"""What a split is worth; of two, the first number that differs decides."""
Scores = Callable[[Split], Score]
"""Tells what a split is worth; it is asked for the same one again and again."""

ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of each use, and the block of money that is moved at once."""

    least: Split
    most: Split
    block: float


def filled_up(
    scores: Scores, bounds: Bounds, budget: float, start: Split | None = None
) -> Steps[tuple[Split, ...]]:
    """Return the best splits of rising budgets up to one, block by block, without the start.

    It starts from the least of all, or from another split, and ends early where no more money
    gains anything. Yields the share that is done.
    """
    split = bounds.least if start is None else start
    found, spent = list[Split](), sum(split)
    begin = spent
    waiting = [_gain(scores, bounds, split, use, budget - spent) for use in range(len(split))]
    heapify(waiting)
    fresh = {use for _, use in waiting}
    while budget - spent > ROUNDING:
        yield (spent - begin) / (budget - begin)
        gain, use = heappop(waiting)
        if use not in fresh:
            fresh.add(use)
            heappush(waiting, _gain(scores, bounds, split, use, budget - spent))
            continue
        if not any(gain):
            break
        split = _with_more(split, use, _room(bounds, split, use, budget - spent))
        found.append(split)
        spent, fresh = sum(split), set()
        heappush(waiting, (gain, use))
    return tuple(found)


def exchanged(scores: Scores, bounds: Bounds, split: Split) -> Steps[Split]:
    """Return the split after every exchange of a block between two uses that gains; best first.

    Yields no share: how long it takes is not known.
    """
    while True:
        best, here = split, scores(split)
        for giver, taker in permutations(range(len(split)), 2):
            yield 0.0
            moved = _moved(bounds, split, giver, taker)
            if moved is not None and scores(moved) > max(here, scores(best)):
                best = moved
        if best == split:
            return split
        split = best


def shared_out(weights: Sequence[float], bounds: Bounds, budget: float) -> Split:
    """Return a budget split in proportion to weights, as far as bounds allow.

    What one use cannot take goes to the others in proportion; where no weight is left the rest
    stays unspent.
    """
    split, open_uses = list(bounds.least), {use for use, weight in enumerate(weights) if weight > 0}
    while open_uses and budget - sum(split) > ROUNDING:
        rest, whole = budget - sum(split), sum(weights[use] for use in open_uses)
        for use in sorted(open_uses):
            split[use] = min(bounds.most[use], split[use] + rest * weights[use] / whole)
        open_uses = {use for use in open_uses if bounds.most[use] - split[use] > ROUNDING}
    return tuple(split)


def _gain(scores: Scores, bounds: Bounds, split: Split, use: int, rest: float) -> tuple[Score, int]:
    """Return what the next block gains for a use, per unit of money and negative, and the use."""
    here, more = scores(split), _room(bounds, split, use, rest)
    if more <= ROUNDING:
        return tuple(0.0 for _ in here), use
    there = scores(_with_more(split, use, more))
    first = next((place for place, (a, b) in enumerate(zip(there, here, strict=True)) if a != b), 0)
    worse = there[first] < here[first]
    if worse:
        return tuple(0.0 for _ in here), use
    return tuple(-(a - b) / more for a, b in zip(there, here, strict=True)), use


def _room(bounds: Bounds, split: Split, use: int, rest: float) -> float:
    return min(bounds.block, bounds.most[use] - split[use], rest)


def _with_more(split: Split, use: int, more: float) -> Split:
    return tuple(
        round(amount + more, 9) if place == use else amount for place, amount in enumerate(split)
    )


def _moved(bounds: Bounds, split: Split, giver: int, taker: int) -> Split | None:
    most = min(bounds.block, split[giver] - bounds.least[giver], bounds.most[taker] - split[taker])
    if most <= ROUNDING:
        return None
    return _with_more(_with_more(split, giver, -most), taker, most)
