"""Points in the unit cube: a scrambled Sobol' sequence, any of its points at once.

Fifth floor of planner. The sequence is that of scipy's own to the last bit: directions of
Joe and Kuo, a random linear scrambling and a digital shift. It is made here because importing
scipy's takes 1.6 s and making all points of a pool some 20 ms, and because any point can be had
without those before it.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.inputs import DIMENSIONS
from planner.model.language.expression import ModelError

BITS: Final = 30
LEAST: Final = 1e-9
"""Points keep this distance from 0 and 1, where normal scores are unbounded."""
_PART: Final = 10
"""Bits of a place that are looked up at once."""

Integers = NDArray[np.uint32]


def points_at(
    seed: int, places: NDArray[np.int64], dimensions: Sequence[int]
) -> NDArray[np.float64]:
    """Return the points at places below 2^30 of the sequence, float64[dimensions, places].

    Raises ModelError for a dimension that the sequence does not have.
    """
    last = max(dimensions, default=0)
    if last >= DIMENSIONS:
        raise ModelError(f"there is no dimension {last}; there are 0 to {DIMENSIONS - 1}")
    gray = places ^ (places >> 1)
    highest = int(gray.max(initial=0))
    sums, shift = _scrambled(seed)
    found = np.empty((len(dimensions), len(places)))
    looked_up = [
        (part, (gray >> (part * _PART)) & (2**_PART - 1))
        for part in range(len(sums))
        if part == 0 or highest >> (part * _PART)
    ]
    for row, dimension in enumerate(dimensions):
        integers = np.full(len(places), shift[dimension])
        for part, bits in looked_up:
            integers ^= sums[part][dimension][bits]
        np.multiply(integers, 2.0**-BITS, out=found[row])
    return np.clip(found, LEAST, 1 - LEAST, out=found)


@lru_cache(maxsize=2)
def _scrambled(seed: int) -> tuple[tuple[Integers, ...], Integers]:
    """Return sums of scrambled directions by bits of the Gray code of a place, and the shift.

    Each part of the bits has a table of its own, [dimensions, 2^10]; the shift is [dimensions].
    """
    random = np.random.default_rng(seed).spawn(1)[0]
    flips = random.integers(2, size=(DIMENSIONS, BITS), dtype=np.uint32)
    mixing = np.tril(random.integers(2, size=(DIMENSIONS, BITS, BITS), dtype=np.uint32), -1)
    mixing |= np.eye(BITS, dtype=np.uint32)
    first_bit_first = (directions()[:, None, :] >> _powers()[:, None]) & 1
    mixed = (mixing @ first_bit_first) & 1
    scrambled = (mixed << _powers()[:, None]).sum(axis=1, dtype=np.uint32)
    shift = (flips << np.arange(BITS, dtype=np.uint32)).sum(axis=1, dtype=np.uint32)
    parts = np.split(scrambled, range(_PART, BITS, _PART), axis=1)
    return tuple(_sums(part) for part in parts), shift


def _powers() -> Integers:
    """Return the places of bits, the first bit of a binary fraction first."""
    return np.arange(BITS - 1, -1, -1, dtype=np.uint32)


def _sums(part: Integers) -> Integers:
    """Return for each choice of directions [dimensions, n] their sum without carry, [.., 2^n]."""
    sums = np.zeros((DIMENSIONS, 1), np.uint32)
    for direction in part.T:
        sums = np.hstack((sums, sums ^ direction[:, None]))
    return sums


@cache
def directions() -> Integers:
    """Return the directions of each dimension before scrambling, uint32[dimensions, bits]."""
    text = Path(__file__).with_name("directions.txt").read_text("ascii")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    found = [_recurrence(int(first), map(int, rest)) for first, *rest in lines]
    return np.array(found, np.uint32) << _powers()


def _recurrence(polynomial: int, initial: Iterable[int]) -> list[int]:
    """Return the direction numbers of one dimension: the initial ones and what follows of them."""
    numbers = list(initial)
    degree = len(numbers)
    for place in range(degree, BITS):
        number = numbers[place - degree] if degree else 1
        for back in range(1, degree + 1):
            if (polynomial >> (degree - back)) & 1:
                number ^= numbers[place - back] << back
        numbers.append(number)
    return numbers
