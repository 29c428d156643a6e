"""Looks for the best split of a budget over several uses, one block of money at a time.

Sixth floor of planner, pure: it knows amounts and a score for them, no scenario. Blocks go to where
the next one gains most (Fox 1966: the best there is where each use has its own diminishing gains),
with gains looked up again only where they could matter (Minoux 1978). A use whose gains rise may
be better off with all of it. Then blocks change places as long as one such move gains anything,
which heals what uses have to do with each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import permutations
from typing import Final

import numpy as np

from planner.ensemble.progress import Steps, as_part

Split = tuple[float, ...]
"""Money for each use, in one order."""
Score = tuple[float, ...]
"""What a split is worth; of two, the first number that differs decides."""
Scores = Callable[[Split], Score]
"""Tells what a split is worth; it is asked for the same one again and again."""

ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of each use, and the block of money that is moved at once.

    Uses of a group, told by their places in a split, get `group_least` together at least.
    """

    least: Split
    most: Split
    block: float
    groups: tuple[tuple[int, ...], ...] = ()
    group_least: float = 0.0


def started(scores: Scores, bounds: Bounds) -> Steps[Split]:
    """Return the least that has to be given, what a group lacks where it gains most in the group.

    Yields the share that is done.
    """
    split, count = bounds.least, len(bounds.groups)
    for done, group in enumerate(bounds.groups):
        target = sum(split) + _lacks(bounds, split, group)
        rising = filled_up(scores, _within(bounds, split, group), target, split)
        found = yield from as_part(rising, done / count, (done + 1) / count)
        split = found[-1] if found else split
        # what gains nothing has to be given all the same
        split = shared_out([1.0] * len(split), _within(bounds, split, group), target)
    return split


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


def all_to_one(bounds: Bounds, least: Split, budget: float) -> tuple[Split, ...]:
    """Return for each use the split that gives it all there is beyond the least of all.

    A use that gains more the more it has is found by it, which its first block does not tell.
    """
    rest = max(0.0, budget - sum(least))
    return tuple(
        _with_more(least, use, min(rest, bounds.most[use] - least[use]))
        for use in range(len(least))
    )


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
    stays unspent. A group that would get too little gets its least, evenly if it has no weight.
    """
    split = _in_proportion(weights, bounds, budget)
    for place, group in enumerate(bounds.groups):
        lacking = _lacks(bounds, split, group)
        if lacking > ROUNDING:
            own = weights if any(weights[use] for use in group) else [1.0] * len(weights)
            within = _within(bounds, bounds.least, group)
            target = sum(bounds.least) + _lacks(bounds, bounds.least, group)
            given = _in_proportion(own, within, target)
            most = (given[use] if use in group else bounds.most[use] for use in range(len(given)))
            others = bounds.groups[:place] + bounds.groups[place + 1 :]
            kept = replace(bounds, least=given, most=tuple(most), groups=others)
            return shared_out(weights, kept, budget)
    return split


def _in_proportion(weights: Sequence[float], bounds: Bounds, budget: float) -> Split:
    """Return a budget split in proportion to weights, between the bounds of each use."""

    def split(pace: float) -> list[float]:
        uses = zip(weights, bounds.least, bounds.most, strict=True)
        return [min(max(weight * pace, least), most) for weight, least, most in uses]

    ends = (*zip(weights, bounds.least, strict=True), *zip(weights, bounds.most, strict=True))
    paces = sorted({0.0, *(end / weight for weight, end in ends if weight > 0)})
    pace = np.interp(budget, [sum(split(each)) for each in paces], paces)
    return tuple(round(each, 9) for each in split(float(pace)))


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


def _within(bounds: Bounds, split: Split, group: tuple[int, ...]) -> Bounds:
    """Return bounds in which only a group gets more than in a split."""
    most = (bounds.most[use] if use in group else spent for use, spent in enumerate(split))
    return Bounds(split, tuple(most), bounds.block)


def _lacks(bounds: Bounds, split: Split, group: tuple[int, ...]) -> float:
    """Return what a group still has to be given."""
    return max(0.0, bounds.group_least - sum(split[use] for use in group))


def _moved(bounds: Bounds, split: Split, giver: int, taker: int) -> Split | None:
    most = min(bounds.block, split[giver] - bounds.least[giver], bounds.most[taker] - split[taker])
    for group in bounds.groups:
        if giver in group and taker not in group:
            most = min(most, sum(split[use] for use in group) - bounds.group_least)
    if most <= ROUNDING:
        return None
    return _with_more(_with_more(split, giver, -most), taker, most)
