"""The parts of players in what they reach together: Shapley values, exact or from orders drawn.

Sixth floor of planner. Knows no scenario: coalitions are bits of a number, player 0 the lowest, and
what a coalition is worth is an array, one value for each future. The parts of a future always add
up to what all reach beyond none, whatever is drawn. After L. S. Shapley (1953); orders are drawn
in pairs, each with its reverse, as Mitchell et al. (2022), "Sampling permutations for Shapley value
estimation", have it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import factorial, sqrt

import numpy as np
from numpy.typing import NDArray

Worth = NDArray[np.float64]
Order = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Parts float64[players, futures]; `errors` float64[players] of their means, 0 where exact."""

    parts: Worth
    errors: Worth


def all_together(players: int) -> int:
    """Return the coalition of all players."""
    return (1 << players) - 1


def exact_parts(worth: Worth) -> Parts:
    """Return the Shapley values of a game, from what every coalition is worth.

    `worth` is float64[2 ** players, futures], row 0 the empty coalition.
    """
    coalitions = np.arange(len(worth))
    players = len(worth).bit_length() - 1
    weights = _weights(players)
    found = np.empty((players, worth.shape[1]))
    for player in range(players):
        without = coalitions[coalitions & (1 << player) == 0]
        added = worth[without | (1 << player)] - worth[without]
        found[player] = weights[np.bitwise_count(without)] @ added
    return Parts(found, np.zeros(players))


def orders(players: int, seed: int) -> Iterator[tuple[Order, Order]]:
    """Yield orders drawn at random without end, each with its reverse."""
    random = np.random.default_rng(seed)
    while True:
        drawn = tuple(int(each) for each in random.permutation(players))
        yield drawn, drawn[::-1]


def added_in(order: Order, along: Sequence[Worth]) -> Worth:
    """Return what each player adds when all come in an order, float64[players, futures].

    `along` holds what is there before the first and after each of them.
    """
    found = np.empty((len(order), *along[0].shape))
    for place, player in enumerate(order):
        found[player] = along[place + 1] - along[place]
    return found


def coalitions_along(order: Order) -> tuple[int, ...]:
    """Return the coalitions an order passes through, from none to all."""
    passed = [0]
    for player in order:
        passed.append(passed[-1] | (1 << player))
    return tuple(passed)


def standard_errors(means: Sequence[Worth]) -> Worth:
    """Return the standard error of the mean of what pairs of orders gave, float64[players].

    Each of `means` is float64[players], the mean over the futures of an order and its reverse.
    """
    found: Worth = np.std(means, axis=0, ddof=1) / sqrt(len(means))
    return found


def _weights(players: int) -> Worth:
    """Return by how many come before a player the share of orders in which just those do."""
    sizes = range(players)
    ways = [factorial(size) * factorial(players - 1 - size) for size in sizes]
    return np.array(ways, np.float64) / factorial(players)
