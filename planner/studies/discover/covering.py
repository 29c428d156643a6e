"""Which boxes of a peeling are told: few bounds that matter, box after box over what is left.

Sixth floor of planner, numbers alone. Bounds that could as well be chance are taken back by the
quasi-p-values of B. P. Bryant and R. J. Lempert, "Thinking inside the box" (2010).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np

from planner.ensemble.progress import Steps
from planner.studies.discover.peeling import (
    Box,
    Cases,
    Inputs,
    Rules,
    boxed,
    inside,
    trajectory,
)

BOXES_AT_MOST: Final = 3
BOUNDED_AT_MOST: Final = 4
"""More inputs than these nobody reads as one story."""
CHANCE: Final = 0.05
"""A bound that chance gives as often as this is taken back."""

Side = tuple[int, bool]
"""A bound: the number of an input, and whether it is its lower one."""


@dataclass(frozen=True, slots=True, eq=False)
class Covered:
    """A box that is told, the chance of each of its bounds, and the peeling it was chosen from.

    `peeled` are coverage and density of each box of that peeling, of all cases there are.
    """

    box: Box
    chances: dict[Side, float]
    peeled: tuple[tuple[float, float], ...]


def covering(
    values: Inputs, cases: Cases, rules: Rules | None = None
) -> Steps[tuple[Covered, ...]]:
    """Return the first box, and further ones in the rest as long as they are dense.

    Dense is one at least half way from the share of cases in all futures to all of them. Yields
    the share that is done.
    """
    total, found = int(cases.sum()), list[Covered]()
    there = np.ones(len(cases), np.bool_)
    for number in range(BOXES_AT_MOST):
        yield number / BOXES_AT_MOST
        one = _first_of(values, cases, there, rules)
        if one is None or (found and one.box.density < (1 + total / len(cases)) / 2):
            break
        found.append(one)
        there &= ~inside(values, one.box)
    return tuple(found)


def best_of(boxes: Sequence[Box]) -> Box:
    """Return the box in which being inside agrees best with being a case.

    Agreement is the Matthews correlation, which favors neither wide nor narrow boxes, however
    frequent cases are. The first box holds all there is.
    """
    return max(boxes, key=lambda each: _agreement(each, boxes[0]))


def _agreement(box: Box, everything: Box) -> float:
    """Return the correlation of being inside and being a case, 0 for the box of everything."""
    outside, others = everything.inside - box.inside, everything.inside - everything.cases
    if not (outside and others and everything.cases):
        return 0.0
    excess = box.cases * everything.inside - box.inside * everything.cases
    return excess / sqrt(box.inside * outside * everything.cases * others)


def chances_of(values: Inputs, cases: Cases, box: Box, there: Cases) -> dict[Side, float]:
    """Return how likely each bound is by chance: 0 is least likely.

    It is the chance that so many futures, drawn from the box without that bound, hold at least as
    many cases as the box does.
    """
    from scipy.special import bdtrc

    found = {}
    for side in _sides_of(box):
        wider = boxed(values, cases, without(box, side), there)
        found[side] = float(bdtrc(box.cases - 1, box.inside, wider.density))
    return found


def without(box: Box, side: Side) -> tuple[Inputs, Inputs]:
    """Return the bounds of a box less one of them."""
    (column, is_low), low, high = side, box.low.copy(), box.high.copy()
    if is_low:
        low[column] = -np.inf
    else:
        high[column] = np.inf
    return low, high


def _first_of(values: Inputs, cases: Cases, there: Cases, rules: Rules | None) -> Covered | None:
    """Return the box to tell of the futures that are there; None where nothing tells them apart.

    All inputs are peeled first, then only those few that mattered, so that bounds which are there
    by chance take no futures away.
    """
    first = best_of(trajectory(values, cases, rules, there))
    few = _kept(values, cases, first, there, BOUNDED_AT_MOST).restricted
    if not few:
        return None
    boxes = trajectory(values[list(few)], cases, rules, there)
    wide = tuple(_widened(each, few, len(values)) for each in boxes)
    box = _kept(values, cases, best_of(wide), there, BOUNDED_AT_MOST)
    if not box.restricted:
        return None
    total = int(cases.sum())
    peeled = tuple((each.cases / total, each.density) for each in boxes)
    return Covered(box, chances_of(values, cases, box, there), peeled)


def _kept(values: Inputs, cases: Cases, box: Box, there: Cases, most: int) -> Box:
    """Return a box less the bounds that may be chance, and then of `most` inputs."""
    while chances := chances_of(values, cases, box, there):
        worst = max(chances, key=lambda side: chances[side])
        if chances[worst] <= CHANCE and len(box.restricted) <= most:
            break
        box = boxed(values, cases, without(box, worst), there)
    return box


def _widened(box: Box, columns: Sequence[int], inputs: int) -> Box:
    """Return a box of some inputs as one of all of them."""
    low, high = np.full(inputs, -np.inf), np.full(inputs, np.inf)
    low[list(columns)], high[list(columns)] = box.low, box.high
    return Box(low, high, box.inside, box.cases)


def _sides_of(box: Box) -> tuple[Side, ...]:
    """Return the bounds of a box, the lower one of an input first."""
    return tuple(
        (column, is_low)
        for column in box.restricted
        for is_low in (True, False)
        if np.isfinite((box.low if is_low else box.high)[column])
    )
