"""Draws the futures: scrambled Sobol' points, the same ones for every scenario of a seed.

Fifth floor of planner. Each value of each assumption has a dimension of its own, fixed by its
place in the model's tables. An assumption whose low and high are equal is not drawn, and leaves
the numbers of all others as they are.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, address_rows, central_values, single
from planner.ensemble.keep import keep_array, kept_array
from planner.installed import mark_of
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_at,
    assumption_spread,
)
from planner.quantities.spread import Spread


@lru_cache(maxsize=4)
def unit_points(seed: int, futures: int) -> NDArray[np.float64]:
    """Return points in the unit cube, float64[dimensions, futures], read-only.

    Scrambled Sobol' sequence (Owen 1998, as scipy draws it); the first `futures` of the next
    power of two, so that fewer futures are the beginning of more. Points are kept on disk, because
    importing their maker takes longer than everything else a start does.
    """
    dimensions, exponent = len(assumption_addresses()), max(0, int(futures - 1).bit_length())
    name = f"points_{dimensions}_{exponent}_{seed}_{mark_of('scipy')}.npy"
    points = kept_array(name, (dimensions, 2**exponent))
    if points is None:
        points = _sobol(dimensions, exponent, seed)
        keep_array(name, points)
    points = np.ascontiguousarray(points[:, :futures])
    points.flags.writeable = False
    return points


def pieces_of_points(seed: int, futures: int, size: int) -> Iterator[NDArray[np.float64]]:
    """Yield the same points piece by piece, [dimensions, size], and no more than needed in memory.

    `size` is a power of two; the last piece is whole too.
    """
    from scipy.stats import qmc

    dimensions = len(assumption_addresses())
    sampler = qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(seed))
    for _ in range(0, futures, size):
        yield np.ascontiguousarray(sampler.random(size).T)


def _sobol(dimensions: int, exponent: int, seed: int) -> NDArray[np.float64]:
    from scipy.stats import qmc

    sampler = qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(seed))
    return np.ascontiguousarray(sampler.random_base2(exponent).T)


def triangular(points: NDArray[np.float64], spread: Spread) -> NDArray[np.float64]:
    """Return the quantiles of the triangular distribution at points between 0 and 1."""
    low, central, high = spread.low, spread.central, spread.high
    width = high - low
    rising = low + np.sqrt(points * width * (central - low))
    falling = high - np.sqrt((1 - points) * width * (high - central))
    return np.where(points < (central - low) / width, rising, falling)


def triangular_ratio(points: NDArray[np.float64], spread: Spread) -> NDArray[np.float64]:
    """Return the quantiles of a value whose logarithm is triangular; all bounds are positive."""
    logarithms = Spread(log(spread.low), log(spread.central), log(spread.high))
    return np.clip(np.exp(triangular(points, logarithms)), spread.low, spread.high)


def _values(points: NDArray[np.float64], scenario: Scenario, name: str) -> NDArray[np.float64]:
    spread = assumption_spread(scenario, name)
    ratio = assumption_at(name)[0].scale == "ratio"
    return triangular_ratio(points, spread) if ratio else triangular(points, spread)


def drawn_assumptions(scenario: Scenario) -> tuple[str, ...]:
    """Return the addresses whose low and high differ."""
    return tuple(
        name for name in assumption_addresses() if not assumption_spread(scenario, name).is_fixed
    )


def draw(scenario: Scenario, futures: int) -> Batch:
    """Return the scenario's inputs: the central future first, then `futures` drawn ones."""
    if futures == 0:
        return single(scenario)
    rows, drawn = _drawn(scenario.assumptions, scenario.figures, scenario.seed, futures)
    return Batch(central_values(scenario), rows, drawn)


def draw_pieces(scenario: Scenario, futures: int, size: int) -> Iterator[Batch]:
    """Yield the scenario's inputs in pieces: the central future first, then `size` drawn ones.

    The pieces hold the futures that `draw` gives, in order; the last piece may hold more.
    """
    center = central_values(scenario)
    for points in pieces_of_points(scenario.seed, futures, size):
        yield Batch(center, *_drawn_at(points, scenario))


@lru_cache(maxsize=4)
def _drawn(
    assumptions: tuple[tuple[str, Spread], ...], figures: str, seed: int, futures: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return rows and numbers of the draws, the central one first; no lever enters here."""
    scenario = Scenario(figures=figures, assumptions=assumptions)  # type: ignore[arg-type]
    return _drawn_at(unit_points(seed, futures), scenario)


def _drawn_at(
    points: NDArray[np.float64], scenario: Scenario
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return rows and numbers of the futures at points [dimensions, futures], after the center."""
    names = drawn_assumptions(scenario)
    dimensions = {name: place for place, name in enumerate(assumption_addresses())}
    rows = np.array([address_rows()[name] for name in names], np.int64)
    drawn = np.empty((len(names), points.shape[1] + 1))
    for place, name in enumerate(names):
        drawn[place, 0] = assumption_spread(scenario, name).central
        drawn[place, 1:] = _values(points[dimensions[name]], scenario, name)
    return rows, drawn
