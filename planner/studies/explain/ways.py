"""Two ways to the parts of changed inputs: a run of every mixture, or of orders that are drawn.

Sixth floor of planner. Either way the parts of a future add up to its whole difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps, as_part
from planner.studies.explain.game import (
    Order,
    Parts,
    Worth,
    added_in,
    all_together,
    coalitions_along,
    exact_parts,
    orders,
    standard_errors,
)
from planner.studies.explain.worth import Worths

FEWEST_PAIRS: Final = 16
MOST_PAIRS: Final = 64
CLOSE: Final = 0.01
"""No more orders are drawn once no standard error is more than this share of all parts."""
_EDGES: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Switched:
    """What inputs do future by future: the outcome `before` and `after`, float64[futures].

    `parts`, `alone` and `last` have a row for each input: its part, and what it changes where all
    others are as before, and where all are as after. `orders` were drawn, none where parts are
    exact.
    """

    before: Worth
    after: Worth
    parts: Parts
    alone: Worth
    last: Worth
    orders: int = 0

    def among(self, whole: NDArray[np.bool_]) -> "Switched":
        """Return the same of some of the futures."""
        return replace(
            self,
            before=self.before[whole],
            after=self.after[whole],
            parts=replace(self.parts, parts=self.parts.parts[:, whole]),
            alone=self.alone[:, whole],
            last=self.last[:, whole],
        )


def in_all_mixtures(worths: Worths) -> Steps[Switched]:
    """Return exact parts; takes 2 ** inputs runs. Yields the share that is done before each run."""
    players = worths.players
    worth = np.empty((1 << players, len(worths.whole)))
    for coalition in range(len(worth)):
        if not worths.is_remembered(coalition):
            yield coalition / len(worth)
        worth[coalition] = worths.of(coalition)
    with np.errstate(invalid="ignore"):
        parts = exact_parts(worth)
    return _switched(dict(enumerate(worth)), players, parts)


def in_orders(worths: Worths, seed: int) -> Steps[Switched]:
    """Return parts from pairs of orders, until they are close, 64 pairs at most."""
    edges = yield from as_part(_at_the_edges(worths), 0, _EDGES)
    total, means = np.zeros((worths.players, len(worths.whole))), list[Worth]()
    for number, pair in enumerate(islice(orders(worths.players, seed), MOST_PAIRS)):
        added = np.zeros_like(total)
        for turn, order in enumerate(pair):
            yield _EDGES + (1 - _EDGES) * (number + turn / 2) / MOST_PAIRS
            with np.errstate(invalid="ignore"):
                added += added_in(order, _along(order, edges, worths)) / 2
        total += added
        means.append(added[:, worths.whole].mean(axis=1))
        if _are_close(means):
            break
    parts = Parts(total / len(means), standard_errors(means))
    return _switched(edges, worths.players, parts, 2 * len(means))


def _along(order: Order, edges: Mapping[int, Worth], worths: Worths) -> list[Worth]:
    """Return what coalitions along an order are worth; those at the edges are known."""
    passed = coalitions_along(order)
    return [edges[each] if each in edges else worths.of(each) for each in passed]


def _are_close(means: list[Worth]) -> bool:
    if len(means) < FEWEST_PAIRS:
        return False
    size = float(np.abs(np.mean(means, axis=0)).sum())
    return float(standard_errors(means).max()) <= CLOSE * size


def _at_the_edges(worths: Worths) -> Steps[Mapping[int, Worth]]:
    """Return what coalitions of none, one, all but one and all are worth."""
    players = worths.players
    whole, singles = all_together(players), [1 << player for player in range(players)]
    wanted = (0, whole, *singles, *(whole ^ each for each in singles))
    found = {}
    for number, coalition in enumerate(wanted):
        yield number / len(wanted)
        found[coalition] = worths.of(coalition)
    return found


def _switched(worth: Mapping[int, Worth], players: int, parts: Parts, drawn: int = 0) -> Switched:
    """Return what is told, from what coalitions at the edges are worth."""
    whole, singles = all_together(players), [1 << player for player in range(players)]
    before, after = worth[0], worth[whole]
    with np.errstate(invalid="ignore"):
        alone = np.array([worth[each] - before for each in singles])
        last = np.array([after - worth[whole ^ each] for each in singles])
    return Switched(before, after, parts, alone, last, drawn)
